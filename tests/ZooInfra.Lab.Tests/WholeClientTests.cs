using System.Globalization;
using Pulumi;
using ZooInfra.Cli;
using ZooInfra.Contracts;
using ZooInfra.Contracts.Identity;
using ZooInfra.Dns;
using ZooInfra.Firewalls;
using ZooInfra.Identity;
using ZooInfra.Lab.Tests.Dns;
using ZooInfra.Lab.Tests.Firewall;
using ZooInfra.Lab.Tests.Identity;
using ZooInfra.Vpn;

namespace ZooInfra.Lab.Tests;

/// <summary>One client with all four components on live systems, by the command line: up, drift, up again, destroy, and nothing is left.</summary>
public sealed class WholeClientTests(KnotServer dns, Slapd directory, Vpn.Lab vpn) : IClassFixture<KnotServer>, IClassFixture<Slapd>, IClassFixture<Vpn.Lab>
{
    /// <summary>The program has no arguments, and the interface must have a name that nobody else has.</summary>
    private static string s_interface = "";

    // A key may be used for a year at most (ZOO5101).
    private static readonly string s_until = DateTime.UtcNow.AddDays(90).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static TenantContract Contract { get; } = new("orgx", "Org X", null, null, default, default, default);

    [WholeClientFact]
    public async Task A_client_is_made_on_live_systems_repaired_and_removed_without_a_trace()
    {
        s_interface = vpn.Interface("x");
        Environment.SetEnvironmentVariable("PULUMI_CONFIG_PASSPHRASE", "lab");
        await using var net = await Topology.CreateAsync();
        var folder = vpn.Folder();
        await File.WriteAllTextAsync(Path.Combine(folder, "Pulumi.yaml"), "name: lab\nruntime: dotnet\n");
        await ConfigureAsync(folder, net);
        var tableBefore = await Command.TryAsync($"ip netns exec {net.Router} nft list ruleset");
        var zoneBefore = await RecordsAsync();

        await ZooAsync(folder, 0, "up", "--yes");

        Assert.Equal(["192.0.2.80"], await dns.DigAsync("portal.acme.example", "A"));
        Assert.Contains("ou: Org X", await directory.ShowAsync($"ou=Org X,{Slapd.Base}"), StringComparison.Ordinal);
        Assert.Contains(s_interface, await Vpn.Lab.WgAsync(vpn.Hub, "show", "interfaces"), StringComparison.Ordinal);
        await net.ListenAsync(net.Server, 8443);
        Assert.NotNull(await net.ConnectAsync(net.Client, Topology.Address(six: false, net: 2), 8443));
        Assert.False(await Topology.PingAsync(net.Client, Topology.Address(six: true, net: 2)));
        Assert.DoesNotContain(directory.Password, await AllTextAsync(folder), StringComparison.Ordinal);
        Assert.DoesNotContain(DnsLabServer.Secret, await AllTextAsync(folder), StringComparison.Ordinal);

        await ZooAsync(folder, 0, "up", "--yes", "--expect-no-changes");
        await ZooAsync(folder, 0, "drift");
        await dns.NsupdateAsync("update delete portal.acme.example A\nupdate add portal.acme.example 3600 A 203.0.113.66");
        Assert.Contains("203.0.113.66", await ZooAsync(folder, 7, "drift", "--diff"), StringComparison.Ordinal);
        await ZooAsync(folder, 0, "up", "--yes", "--refresh");
        Assert.Equal(["192.0.2.80"], await dns.DigAsync("portal.acme.example", "A"));

        await ZooAsync(folder, 0, "destroy", "--yes");

        Assert.Equal(zoneBefore, await RecordsAsync());
        Assert.Empty(await directory.ShowAsync($"ou=Org X,{Slapd.Base}"));
        Assert.DoesNotContain(s_interface, await Vpn.Lab.WgAsync(vpn.Hub, "show", "interfaces"), StringComparison.Ordinal);
        Assert.Equal(tableBefore, await Command.TryAsync($"ip netns exec {net.Router} nft list ruleset"));
        Assert.True(await Topology.PingAsync(net.Client, Topology.Address(six: true, net: 2)));
    }

    private async Task ConfigureAsync(string folder, Topology net)
    {
        (string Key, string Value, bool Secret)[] settings =
        [
            ("zoo:dnsBackend", "rfc2136", false), ("zoo:dnsServer", dns.Address, false), ("zoo:dnsKeyName", "zoo", false), ("zoo:dnsKeySecret", DnsLabServer.Secret, true),
            ("zoo:firewallBackend", "nftables", false), ("zoo:firewallNamespace", net.Router, false),
            ("zoo:identityBackend", "ldap", false), ("zoo:ldapServer", $"ldaps://localhost:{directory.TlsPort}", false), ("zoo:ldapBindDn", Slapd.Admin, false),
            ("zoo:ldapPassword", directory.Password, true), ("zoo:ldapCa", directory.CaFile, false),
            ("zoo:vpnBackend", "wireguard", false), ("zoo:vpnDevice", "userspace", false), ("zoo:vpnNamespace", vpn.Hub, false),
        ];
        foreach (var (key, value, secret) in settings)
        {
            await ZooAsync(folder, 0, secret ? ["config", "set", "-s", "orgx", key, value, "--secret"] : ["config", "set", "-s", "orgx", key, value]);
        }
    }

    private static async Task<string> ZooAsync(string folder, int expected, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var client = new Client(Contract, static () => Deployment.RunAsync<OrgX>(), []);
        var code = await ZooCommandLine.RunAsync(args, new Platform(client), new Terminal(output, error, TextReader.Null, folder, IsInteractive: false), CancellationToken.None);
        Assert.True(code == expected, $"zoo {string.Join(' ', args)} ended with {code}\n{output}\n{error}");
        return output.ToString();
    }

    private async Task<string[]> RecordsAsync()
        => [.. await dns.DigAsync("acme.example", "NS"), .. await dns.DigAsync("portal.acme.example", "A"), .. await dns.DigAsync("ns1.acme.example", "A")];

    private static async Task<string> AllTextAsync(string folder)
        => string.Concat(await Task.WhenAll(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => File.ReadAllTextAsync(path))));

    private sealed class OrgX : TenantStack
    {
        public OrgX()
        {
            _ = new DnsZone("acme.example", new DnsZoneArgs
            {
                NameServers = { "ns1.acme.example" },
                OtherNames = "ns1",
                Records = { DnsRecord.A("portal", "192.0.2.80") },
            });
            _ = new Firewalls.Firewall("edge", new FirewallArgs
            {
                Zones = [new() { Name = "lan", Interfaces = { "lan0" } }, new() { Name = "wan", Interfaces = { "wan0" } }],
                Rules =
                [
                    new()
                    {
                        Name = "portal", From = { "lan" }, To = { "wan" }, Services = { "tcp/8443" },
                        Owner = "net@orgx.example", Reason = "the portal", Ticket = "CHG-1", Created = new(2026, 1, 1), PermanentApprover = "ciso@orgx.example",
                    },
                ],
            });
            _ = new IdentityBoundary("corp", new IdentityBoundaryArgs
            {
                Contract = Contract,
                BaseDn = Slapd.Base,
                Units = { new("Org X", new IdentityUnit("Staff"), new IdentityUnit("Groups")) },
                Users =
                {
                    new("jane", $"uid=jane,{Slapd.People}", "Jane Doe"),
                    new("omar", $"uid=omar,{Slapd.People}", "Omar Ali"),
                },
                Groups = { new("Clinicians", "Org X/Groups") { Users = ["jane"] } },
                Logs = { new LogRoute("soc", "logs.orgx.example") { SignInAlertsTo = "soc@orgx.example", RetentionDays = 2190 } },
                Emergency = new("jane", "omar", "soc@orgx.example", "Runbook 3: break the glass"),
            });
            _ = new VpnService(s_interface, new VpnServiceArgs
            {
                Prefixes = { "10.8.0.0/24" },
                Host = Vpn.Lab.HubHost,
                Routes = { "10.20.0.0/16" },
                Peers = { new VpnPeer { Person = "Jane Doe", Device = "laptop", Purpose = "remote support", Until = s_until } },
            });
        }
    }
}
