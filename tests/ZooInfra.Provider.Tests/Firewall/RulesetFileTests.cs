using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using static ZooInfra.Provider.Tests.Firewall.GivenFirewall;

namespace ZooInfra.Provider.Tests.Firewall;

public sealed class RulesetFileTests : IDisposable
{
    private static readonly ResourceUrn Urn = Given.Urn(Ruleset);

    private readonly TempFolder _folder = new();
    private readonly Clock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_ruleset_is_a_script_that_replaces_its_own_table_only()
    {
        var provider = await ProviderAsync(_folder, _clock);

        var made = await provider.MakeAsync(Ruleset, Inputs(
            Rule("web", "wan", "dmz", "websites").With("sources", "office").With("destinations", "192.0.2.10", "2001:db8:2::10"),
            Rule("admin", "lan", "self", "ssh").With("log", PropertyValue.Of(true)),
            Rule("names", "self", "wan", "dns", "ping"),
            Rule("old", "lan", "wan", "any").Until("2026-11-22")));

        Assert.Equal("edge", made.Id);
        var script = await File.ReadAllTextAsync(_folder.FirewallPath());
        Assert.StartsWith("# Firewall edge of acme_corp. Made by ZooInfra: change the program, not this file.\n#: {\"addresses\":", script, StringComparison.Ordinal);
        Assert.EndsWith("""
            table inet zoo_acme_corp/edge
            delete table inet zoo_acme_corp/edge
            table inet zoo_acme_corp/edge {
            	set a4_office {
            		type ipv4_addr
            		flags interval
            		elements = { 10.1.0.0/16 }
            	}
            	set a6_office {
            		type ipv6_addr
            		flags interval
            		elements = { 2001:db8:1::/48 }
            	}
            	chain input {
            		type filter hook input priority filter; policy drop;
            		iifname "lo" accept
            		icmpv6 type { nd-router-solicit, nd-router-advert, nd-neighbor-solicit, nd-neighbor-advert } ip6 hoplimit 255 accept
            		ct state invalid drop
            		ct state established ct direction reply accept
            		ct state related meta l4proto { icmp, ipv6-icmp } accept
            		iifname "eth1" tcp dport 22 ct state new limit rate 10/second log prefix "zoo edge admin: " comment "admin"
            		iifname "eth1" tcp dport 22 counter accept comment "admin"
            		limit rate 10/second burst 20 packets log prefix "zoo edge denied: "
            	}
            	chain forward {
            		type filter hook forward priority filter; policy drop;
            		ct state invalid drop
            		ct state established ct direction reply accept
            		ct state related meta l4proto { icmp, ipv6-icmp } accept
            		iifname "eth0" oifname { "eth2", "eth3" } ip saddr @a4_office ip daddr 192.0.2.10 tcp dport { 80, 443 } counter accept comment "web"
            		iifname "eth0" oifname { "eth2", "eth3" } ip6 saddr @a6_office ip6 daddr 2001:db8:2::10 tcp dport { 80, 443 } counter accept comment "web"
            		limit rate 10/second burst 20 packets log prefix "zoo edge denied: "
            	}
            	chain output {
            		type filter hook output priority filter; policy drop;
            		oifname "lo" accept
            		icmpv6 type { nd-router-solicit, nd-router-advert, nd-neighbor-solicit, nd-neighbor-advert } ip6 hoplimit 255 accept
            		icmpv6 type { mld-listener-report, mld2-listener-report } accept
            		icmp type { destination-unreachable, time-exceeded, parameter-problem } accept
            		icmpv6 type { destination-unreachable, packet-too-big, time-exceeded, parameter-problem } accept
            		ct state related tcp flags & rst == rst accept
            		ct state invalid drop
            		ct state established ct direction reply accept
            		ct state related meta l4proto { icmp, ipv6-icmp } accept
            		oifname "eth0" meta nfproto ipv4 icmp type 8 counter accept comment "names"
            		oifname "eth0" meta nfproto ipv4 tcp dport 53 counter accept comment "names"
            		oifname "eth0" meta nfproto ipv4 udp dport 53 counter accept comment "names"
            		oifname "eth0" meta nfproto ipv6 tcp dport 53 counter accept comment "names"
            		oifname "eth0" meta nfproto ipv6 udp dport 53 counter accept comment "names"
            		oifname "eth0" meta nfproto ipv6 icmpv6 type 128 counter accept comment "names"
            		limit rate 10/second burst 20 packets log prefix "zoo edge denied: "
            	}
            }

            """, script, StringComparison.Ordinal);
        Assert.DoesNotContain("\"old\"", script, StringComparison.Ordinal);
        Assert.Equal(Given.Texts("web", "admin", "names"), made.Outputs["activeRules"]);
        Assert.Equal(PropertyValue.Of("out/acme_corp/firewall/edge.nft"), made.Outputs["file"]);
    }

    [Fact]
    public async Task The_end_of_a_rule_is_a_change_that_the_next_update_makes_real()
    {
        var provider = await ProviderAsync(_folder, _clock);
        var made = await provider.MakeAsync(Ruleset, Inputs(Rule("guest", "lan", "wan", "https").Until("2026-11-23"), Rule("staff", "lan", "wan", "ssh")));
        Assert.Empty((await DiffAsync(provider, made.Outputs)).Changes);

        _clock.Now = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
        var diff = await DiffAsync(provider, made.Outputs);
        var inputs = await InputsAsync(provider, made.Outputs);
        var outputs = await provider.UpdateAsync(new(Urn, "edge", inputs, made.Outputs, inputs, Preview: false), default);

        Assert.Equal(["activeRules[0]", "activeRules[1]"], diff.Changes.Keys);
        Assert.False(diff.Replaces);
        Assert.Equal(Given.Texts("staff"), outputs["activeRules"]);
        Assert.DoesNotContain("guest", await File.ReadAllTextAsync(_folder.FirewallPath()), StringComparison.Ordinal);
        Assert.Empty((await DiffAsync(provider, outputs)).Changes);
    }

    [Fact]
    public async Task An_edit_by_hand_is_seen_where_it_was_made()
    {
        var provider = await ProviderAsync(_folder, _clock);
        var made = await provider.MakeAsync(Ruleset, Inputs(Rule("web", "lan", "wan", "https"), Rule("ssh", "lan", "wan", "ssh")));
        var script = await File.ReadAllTextAsync(_folder.FirewallPath());
        await File.WriteAllTextAsync(_folder.FirewallPath(), script.Replace("tcp dport 443", "tcp dport 1-65535", StringComparison.Ordinal));

        var read = await provider.ReadAsync(new(Urn, "edge", await InputsAsync(provider, made.Outputs), made.Outputs), default);
        var diff = await DiffAsync(provider, read!.Outputs);

        Assert.Equal(["found.web"], diff.Changes.Keys);
        var inputs = await InputsAsync(provider, made.Outputs);
        await provider.UpdateAsync(new(Urn, "edge", inputs, read.Outputs, inputs, Preview: false), default);
        Assert.Equal(script, await File.ReadAllTextAsync(_folder.FirewallPath()));
    }

    [Fact]
    public async Task A_script_is_imported_by_its_name_and_edits_by_hand_show()
    {
        var provider = await ProviderAsync(_folder, _clock);
        var made = await provider.MakeAsync(Ruleset, Inputs(Rule("web", "lan", "wan", "https").With("reason", PropertyValue.Of("Ü \"quoted\" \\ # 'x'"))));

        var imported = await provider.ReadAsync(new(Urn, "edge", PropertyMap.Empty, PropertyMap.Empty), default);
        Assert.Equal(await InputsAsync(provider, made.Outputs), imported!.Inputs);
        Assert.Equal(made.Outputs, imported.Outputs);

        await File.AppendAllTextAsync(_folder.FirewallPath(), "flush ruleset\n");
        var edited = await provider.ReadAsync(new(Urn, "edge", PropertyMap.Empty, PropertyMap.Empty), default);
        Assert.Equal(["found[\"(frame)\"]"], (await DiffAsync(provider, edited!.Outputs)).Changes.Keys);
        Assert.Null(await provider.ReadAsync(new(Urn, "other", PropertyMap.Empty, PropertyMap.Empty), default));
    }

    [Fact]
    public async Task What_others_made_is_neither_overwritten_nor_removed()
    {
        var provider = await ProviderAsync(_folder, _clock);
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.FirewallPath())!);
        await File.WriteAllTextAsync(_folder.FirewallPath(), "flush ruleset\n");

        await Assert.ThrowsAsync<ProviderException>(() => provider.MakeAsync(Ruleset, Inputs()));
        await Assert.ThrowsAsync<ProviderException>(async () => await provider.DeleteAsync(new(Urn, "edge", PropertyMap.Empty, PropertyMap.Empty), default));
        await Assert.ThrowsAsync<ProviderException>(async () => await provider.ReadAsync(new(Urn, "edge", PropertyMap.Empty, PropertyMap.Empty), default));
        await Assert.ThrowsAsync<ProviderException>(async () => await provider.ReadAsync(new(Urn, "../../edge", PropertyMap.Empty, PropertyMap.Empty), default));

        Assert.Equal("flush ruleset\n", await File.ReadAllTextAsync(_folder.FirewallPath()));
    }

    [Fact]
    public async Task The_last_ruleset_takes_its_folders_with_it()
    {
        var provider = await ProviderAsync(_folder, _clock);
        var made = await provider.MakeAsync(Ruleset, Inputs());
        await provider.MakeAsync(Ruleset, Inputs());

        await provider.DeleteAsync(new(Urn, "edge", PropertyMap.Empty, made.Outputs), default);
        await provider.DeleteAsync(new(Urn, "edge", PropertyMap.Empty, made.Outputs), default);

        Assert.False(Directory.Exists(_folder.Out));
    }

    [Fact]
    public async Task A_preview_touches_nothing_and_a_changed_name_or_place_replaces()
    {
        var provider = await ProviderAsync(_folder, _clock);
        var check = await provider.CheckAsync(new(Urn, PropertyMap.Empty, Inputs(Rule("web", "lan", "wan", "https"))), default);
        var planned = await provider.CreateAsync(new(Urn, check.Inputs, Preview: true), default);
        Assert.Equal("edge", planned.Id);
        Assert.Equal(PropertyValue.Unknown, planned.Outputs["found"]);
        Assert.False(Directory.Exists(_folder.Out));

        var made = await provider.CreateAsync(new(Urn, check.Inputs, Preview: false), default);
        var renamed = await provider.DiffAsync(new(Urn, "edge", check.Inputs, made.Outputs, check.Inputs.With("name", PropertyValue.Of("edge2"))), default);
        Assert.True(renamed.Changes["name"].Replaces);
        await provider.ConfigureAsync(PropertyMap.Empty.With("out", PropertyValue.Of("elsewhere")), default);
        var moved = await provider.DiffAsync(new(Urn, "edge", check.Inputs, made.Outputs, check.Inputs), default);
        Assert.True(moved.Changes["file"].Replaces);
        await provider.DeleteAsync(new(Urn, "edge", check.Inputs, made.Outputs), default);
        Assert.False(File.Exists(_folder.FirewallPath()));
    }

    [Fact]
    public async Task Values_that_are_not_known_yet_are_let_pass()
    {
        var provider = await ProviderAsync(_folder, _clock);
        var check = await provider.CheckAsync(new(Urn, PropertyMap.Empty, Inputs(Rule("web", "lan", "wan", "https").With("sources", PropertyValue.Of(PropertyValue.Unknown)))), default);
        Assert.Empty(check.Failures);
        var planned = await provider.CreateAsync(new(Urn, check.Inputs, Preview: true), default);
        Assert.Equal(PropertyValue.Unknown, planned.Outputs["activeRules"]);
        await Assert.ThrowsAsync<ProviderException>(async () => await provider.CreateAsync(new(Urn, check.Inputs, Preview: false), default));
    }

    [Fact]
    public async Task Diffs_name_what_changed()
    {
        var provider = await ProviderAsync(_folder, _clock);
        var made = await provider.MakeAsync(Ruleset, Inputs(Rule("web", "lan", "wan", "https")));
        var wanted = (await provider.CheckAsync(new(Urn, PropertyMap.Empty, Inputs(Rule("web", "lan", "wan", "https", "http"), Rule("ssh", "lan", "wan", "ssh"))), default)).Inputs;

        var diff = await provider.DiffAsync(new(Urn, "edge", PropertyMap.Empty, made.Outputs, wanted), default);

        Assert.Equal(["activeRules[1]", "rules[0].services[1]", "rules[1]"], diff.Changes.Keys);
    }

    private static async Task<PropertyMap> InputsAsync(ZooProvider provider, PropertyMap outputs)
    {
        string[] names = ["name", "zones", "addresses", "services", "rules", "nat", "logDenied"];
        var check = await provider.CheckAsync(new(Urn, PropertyMap.Empty, PropertyMap.From(outputs.Where(output => names.Contains(output.Key)))), default);
        Assert.Empty(check.Failures);
        return check.Inputs;
    }

    private static async Task<DiffResult> DiffAsync(ZooProvider provider, PropertyMap outputs)
    {
        var inputs = await InputsAsync(provider, outputs);
        return await provider.DiffAsync(new(Urn, "edge", inputs, outputs, inputs), default);
    }
}
