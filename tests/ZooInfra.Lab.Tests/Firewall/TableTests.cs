using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Lab.Tests.Firewall;

/// <summary>How a firewall gets along with what else is in the kernel.</summary>
public sealed class TableTests
{
    [NftablesFact]
    public async Task Tables_of_others_are_never_touched()
    {
        await using var net = await Topology.CreateAsync();
        const string foreign = "table inet zoo_acme_corp {\n chain forward {\n  type filter hook forward priority 10; policy accept;\n  tcp dport 4444 drop\n }\n}\ntable ip nat {\n chain postrouting {\n  type nat hook postrouting priority 100; policy accept;\n }\n}\n";
        await Nft(net, "-f -", foreign);
        var before = await Nft(net, "list ruleset");
        var firewall = new LiveFirewall(net.Router);

        await firewall.UpAsync(firewall.Wanted(LiveFirewall.Rule("web", "https")));
        await firewall.UpAsync(firewall.Wanted(LiveFirewall.Rule("web", "http")));
        Assert.StartsWith(before, await Nft(net, "list ruleset"), StringComparison.Ordinal);
        await firewall.DownAsync();
        await firewall.DownAsync();

        Assert.Equal(before, await Nft(net, "list ruleset"));
    }

    [NftablesFact]
    public async Task What_was_changed_behind_our_back_is_named_and_taken_back()
    {
        await using var net = await Topology.CreateAsync();
        await net.ListenAsync(net.Server, 8080);
        var firewall = new LiveFirewall(net.Router);
        var wanted = firewall.Wanted(LiveFirewall.Rule("web", "tcp/8080"), LiveFirewall.Rule("ping", "ping"));
        await firewall.UpAsync(wanted);
        await Topology.PingAsync(net.Client, Topology.Address(false, 2));
        await firewall.RefreshAsync();
        Assert.Empty((await firewall.UpAsync(wanted)).Changes);
        var table = ((PropertyValue.StringValue)firewall.Outputs["table"]).Value;

        await Nft(net, $"insert rule inet {table} forward tcp dport 8080 accept comment \"web\"");
        await firewall.RefreshAsync();
        Assert.Equal(["found.web", "found[\"(frame)\"]"], (await firewall.UpAsync(wanted)).Changes.Keys);

        await Nft(net, $"flush chain inet {table} forward");
        Assert.Null(await net.ConnectAsync(net.Client, Topology.Address(true, 2), 8080));
        await firewall.RefreshAsync();
        Assert.Contains("found.ping", (await firewall.UpAsync(wanted)).Changes.Keys);
        Assert.NotNull(await net.ConnectAsync(net.Client, Topology.Address(true, 2), 8080));

        await Nft(net, $"delete table inet {table}");
        Assert.Null(await firewall.RefreshAsync());
    }

    [NftablesFact]
    public async Task A_live_firewall_is_imported_by_its_name()
    {
        await using var net = await Topology.CreateAsync();
        var firewall = new LiveFirewall(net.Router);
        await firewall.UpAsync(firewall.Wanted([.. Enumerable.Range(1, 50).Select(i => LiveFirewall.Rule($"r{i}", $"tcp/{i}").With("reason", PropertyValue.Of("Überprüfung \"quoted\" \\ 'x'")))]));

        var imported = await new LiveFirewall(net.Router).ImportAsync();

        Assert.Equal("edge", imported!.Id);
        Assert.Equal(firewall.Inputs, imported.Inputs);
        Assert.Equal(firewall.Outputs, imported.Outputs);
        Assert.Null(await new LiveFirewall(net.Router, "other").ImportAsync());
    }

    [NftablesFact]
    public async Task A_table_with_other_content_is_not_taken_over_but_the_same_one_is()
    {
        await using var net = await Topology.CreateAsync();
        var first = new LiveFirewall(net.Router);
        await first.UpAsync(first.Wanted(LiveFirewall.Rule("web", "https")));
        var before = await Nft(net, "list ruleset");

        var second = new LiveFirewall(net.Router);
        await second.UpAsync(second.Wanted(LiveFirewall.Rule("web", "https")));
        var refused = await Assert.ThrowsAsync<ProviderException>(() => new LiveFirewall(net.Router).UpAsync(first.Wanted(LiveFirewall.Rule("web", "http"))));

        Assert.Contains("with other content. Import it", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await Nft(net, "list ruleset"));
    }

    [NftablesFact]
    public async Task A_namespace_that_is_not_there_is_an_error_that_says_so()
    {
        var firewall = new LiveFirewall("zoofw-none");
        var failed = await Assert.ThrowsAsync<ProviderException>(() => firewall.UpAsync(firewall.Wanted(LiveFirewall.Rule("web", "https"))));
        Assert.Contains("the network namespace zoofw-none", failed.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", failed.Message, StringComparison.Ordinal);
    }

    [NftablesFact]
    public async Task A_cancelled_update_changes_nothing()
    {
        await using var net = await Topology.CreateAsync();
        var firewall = new LiveFirewall(net.Router);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => firewall.UpAsync(firewall.Wanted(LiveFirewall.Rule("web", "https")), cancelled.Token));

        Assert.Empty(await Nft(net, "list ruleset"));
    }

    private static Task<string> Nft(Topology net, string line, string? input = null) => Command.RunAsync($"ip netns exec {net.Router} nft {line}", input);
}
