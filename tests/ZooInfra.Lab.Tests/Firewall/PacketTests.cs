using System.Net;
using System.Net.Sockets;
using CsCheck;
using ZooInfra.Contracts.Firewall;
using ZooInfra.Protocol;
using ZooInfra.Provider.Firewall;

namespace ZooInfra.Lab.Tests.Firewall;

/// <summary>What a firewall lets through, tried with packets.</summary>
public sealed class PacketTests
{
    [NftablesFact]
    public async Task Packets_pass_where_a_rule_says_so_and_nowhere_else_on_IPv4_and_IPv6()
    {
        await using var net = await Topology.CreateAsync();
        await net.ListenAsync(net.Server, 8080);
        await net.ListenAsync(net.Server, 8081);
        var firewall = new LiveFirewall(net.Router);
        Assert.True(await Topology.PingAsync(net.Client, Topology.Address(false, 2)), "the lab itself does not work");

        await firewall.UpAsync(firewall.Wanted(LiveFirewall.Rule("web", "tcp/8080"), LiveFirewall.Rule("ping", "ping")));

        foreach (var six in (bool[])[false, true])
        {
            Assert.True(await Topology.PingAsync(net.Client, Topology.Address(six, 2)));
            Assert.False(await Topology.PingAsync(net.Server, Topology.Address(six, 1)));
            Assert.False(await Topology.PingAsync(net.Client, Topology.Address(six, 1, host: 1)));
            Assert.NotNull(await net.ConnectAsync(net.Client, Topology.Address(six, 2), 8080));
            Assert.Equal(SocketError.TimedOut, (await net.TryConnectAsync(net.Client, Topology.Address(six, 2), 8081)).Error);
        }

        await firewall.UpAsync(firewall.Wanted(LiveFirewall.Rule("web", "tcp/8080").With("action", PropertyValue.Of("reject"))));

        Assert.Equal(SocketError.ConnectionRefused, (await net.TryConnectAsync(net.Client, Topology.Address(false, 2), 8080)).Error);
        Assert.Equal(SocketError.ConnectionRefused, (await net.TryConnectAsync(net.Client, Topology.Address(true, 2), 8080)).Error);

        await firewall.DownAsync();
        Assert.True(await Topology.PingAsync(net.Server, Topology.Address(true, 1)));
    }

    [NftablesFact]
    public async Task The_firewall_itself_is_reached_by_rules_to_self_only()
    {
        await using var net = await Topology.CreateAsync();
        await net.ListenAsync(net.Router, 22);
        await net.ListenAsync(net.Server, 8080);
        var firewall = new LiveFirewall(net.Router);
        await firewall.UpAsync(firewall.Wanted(
            LiveFirewall.Rule("admin", "ssh").With("to", LiveFirewall.Texts("self")).With("sources", LiveFirewall.Texts(Topology.Address(false, 1), Topology.Address(true, 1))),
            LiveFirewall.Rule("checks", "tcp/8080").With("from", LiveFirewall.Texts("self"))));

        foreach (var six in (bool[])[false, true])
        {
            Assert.NotNull(await net.ConnectAsync(net.Client, Topology.Address(six, 1, host: 1), 22));
            Assert.Null(await net.ConnectAsync(net.Server, Topology.Address(six, 2, host: 1), 22));
            Assert.NotNull(await net.ConnectAsync(net.Router, Topology.Address(six, 2), 8080));
            Assert.False(await Topology.PingAsync(net.Router, Topology.Address(six, 2)));
        }
    }

    [NftablesFact]
    public async Task A_rule_past_its_last_date_goes_with_the_next_update_and_cuts_its_connections_only()
    {
        await using var net = await Topology.CreateAsync();
        var listener = await net.ListenerAsync(net.Server, 8080);
        var other = await net.ListenerAsync(net.Server, 8081);
        var firewall = new LiveFirewall(net.Router);
        var wanted = firewall.Wanted(
            LiveFirewall.Rule("guest", "tcp/8080").Without("permanentApprover").With("expires", PropertyValue.Of("2026-11-23")),
            LiveFirewall.Rule("staff", "tcp/8081"));
        firewall.Clock.Now = new(2026, 11, 23, 23, 59, 59, TimeSpan.Zero);
        await firewall.UpAsync(wanted);
        var guest = (await net.ConnectAsync(net.Client, Topology.Address(false, 2), 8080))!;
        var staff = (await net.ConnectAsync(net.Client, Topology.Address(false, 2), 8081))!;
        using var guestEnd = await listener.AcceptAsync();
        using var staffEnd = await other.AcceptAsync();
        Assert.True(await Topology.TalkAsync(guest, guestEnd));
        Assert.Empty((await firewall.UpAsync(wanted)).Changes);

        firewall.Clock.Now = firewall.Clock.Now.AddSeconds(1);
        var diff = await firewall.UpAsync(wanted);

        Assert.Contains(diff.Changes.Keys, path => path.StartsWith("activeRules", StringComparison.Ordinal));
        Assert.Null(await net.ConnectAsync(net.Client, Topology.Address(false, 2), 8080));
        Assert.False(await Topology.TalkAsync(guest, guestEnd));
        Assert.True(await Topology.TalkAsync(staff, staffEnd));
        Assert.DoesNotContain("guest", await Command.RunAsync($"ip netns exec {net.Router} nft list ruleset"), StringComparison.Ordinal);
        Assert.Empty((await firewall.UpAsync(wanted)).Changes);
    }

    [NftablesFact]
    public async Task Translations_translate()
    {
        await using var net = await Topology.CreateAsync();
        var listener = await net.ListenerAsync(net.Server, 8080);
        var listener6 = await net.ListenerAsync(net.Server, 8080, AddressFamily.InterNetworkV6);
        var firewall = new LiveFirewall(net.Router);
        await firewall.UpAsync(firewall.Wanted(LiveFirewall.Rule("web", "tcp/8080")).With("nat", PropertyValue.Of(
            PropertyValue.Of(Nat("in", "destination", "lan", Topology.Address(false, 2), Topology.Address(false, 1, host: 1)).With("service", PropertyValue.Of("tcp/9000")).With("insidePort", PropertyValue.Of(8080))),
            PropertyValue.Of(Nat("hide", "masquerade", "wan", "10.77.1.0/24", null)),
            PropertyValue.Of(Nat("net", "one-to-one", "lan", "fd77:1::/64", "fd99:1::/64")))));
        await Command.RunAsync($"ip -n {net.Server} -6 route add fd99:1::/64 via {Topology.Address(true, 2, host: 1)}");

        Assert.NotNull(await net.ConnectAsync(net.Client, Topology.Address(false, 1, host: 1), 9000));
        using var translated = await listener.AcceptAsync();
        Assert.Equal(Topology.Address(false, 2, host: 1), ((IPEndPoint)translated.RemoteEndPoint!).Address.ToString());

        Assert.NotNull(await net.ConnectAsync(net.Client, Topology.Address(true, 2), 8080));
        using var seen = await listener6.AcceptAsync();
        Assert.Equal("fd99:1::2", ((IPEndPoint)seen.RemoteEndPoint!).Address.ToString());
    }

    [NftablesFact]
    public async Task The_model_says_of_random_rules_what_packets_do()
    {
        await using var net = await Topology.CreateAsync();
        int[] ports = [7001, 7002, 7003];
        foreach (var port in ports)
        {
            await net.ListenAsync(net.Server, port);
        }

        var rule = Gen.Select(Gen.Int[0, 2], Gen.Int[7001, 7003], Gen.Int[0, 2], Gen.Int[0, 3], (action, port, width, source) => LiveFirewall.Rule("r", $"tcp/{port}-{port + width}")
            .With("action", PropertyValue.Of(((string[])["allow", "deny", "reject"])[action]))
            .With("sources", LiveFirewall.Texts(((string[])["10.77.1.0/24", "10.77.1.3-10.77.1.9", "fd77:1::/64", "any"])[source])));
        var firewall = new LiveFirewall(net.Router);
        foreach (var rules in rule.Array[1, 4].Array[6].Single())
        {
            var wanted = firewall.Wanted(rules.Select((one, i) => one.With("name", PropertyValue.Of($"r{i}"))));
            await firewall.UpAsync(wanted);
            var model = new Reachability(RulesetInputs.Read(wanted).Policy!);
            foreach (var (six, port) in from six in (bool[])[false, true] from port in ports select (six, port))
            {
                var passes = await net.ConnectAsync(net.Client, Topology.Address(six, 2), port) is not null;
                Assert.Equal(model.Allows($"lan {Topology.Address(six, 1)}", $"wan {Topology.Address(six, 2)}", $"tcp/{port}"), passes);
            }
        }
    }

    private static PropertyMap Nat(string name, string kind, string zone, string inside, string? outside)
    {
        var nat = PropertyMap.Empty.With("name", PropertyValue.Of(name)).With("kind", PropertyValue.Of(kind)).With("zone", PropertyValue.Of(zone)).With("inside", PropertyValue.Of(inside));
        return outside is null ? nat : nat.With("outside", PropertyValue.Of(outside));
    }
}
