using System.Diagnostics;
using CsCheck;
using ZooInfra.Protocol;
using static ZooInfra.Provider.Tests.Firewall.GivenFirewall;

namespace ZooInfra.Provider.Tests.Firewall;

/// <summary>What is written is fed to the real parser.</summary>
public sealed class NftTests : IDisposable
{
    private static readonly string[] Places = ["any", "office", "every", "four", "10.0.0.0/8", "192.0.2.1", "192.0.2.1-192.0.2.77", "2001:db8::/32", "::/0", "::/1", "::-::ffff", "0.0.0.0/0", "255.255.255.255", "2000::/3", "::1.2.3.4"];
    private static readonly string[] Offers = ["any", "websites", "mixed", "ssh", "ping", "tcp", "udp/1-65535", "tcp/0", "sctp/99", "icmp/3.4", "icmp", "icmpv6/1.0", "esp", "proto/47", "proto/0", "proto/255", "proto/57"];

    private static readonly Gen<PropertyMap> AnyRule = Gen.Select(
        Some("lan", "dmz", "wan", "self", "any"),
        Some("lan", "dmz", "wan", "self", "any"),
        Some(Places),
        Some(Places),
        Some(Offers),
        Some("allow", "deny", "reject"),
        Gen.Bool,
        (from, to, sources, destinations, services, action, log) => Rule("r", "lan", "wan", "ssh")
            .With("from", from).With("to", to).With("sources", sources).With("destinations", destinations).With("services", services)
            .With("action", PropertyValue.Of(action[0])).With("log", PropertyValue.Of(log)));

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [NftFact]
    public async Task Nft_loads_random_rulesets()
    {
        var clock = new Clock();
        foreach (var rules in AnyRule.Array[0, 30].Array[25].Single())
        {
            var provider = await ProviderAsync(_folder, clock);
            var made = await provider.MakeAsync(Ruleset, Inputs([.. rules.Select((rule, i) => rule.With("name", PropertyValue.Of($"r{i}")))])
                .With("addresses", Objects(Set("office", "10.1.0.0/16", "2001:db8:1::/48"), Set("every", "0.0.0.0/0", "::/0"), Set("four", "10.0.0.1", "10.0.0.2", "10.0.0.0/24")))
                .With("services", Objects(Set("websites", "http", "https"), Set("mixed", "tcp/1-9", "udp/7", "proto/46", "proto/47", "icmp/1", "icmp/2")))
                .With("nat", Objects(
                    Nat("hide", "masquerade", "10.1.0.0/16", null), Nat("fixed", "source", "10.2.0.0/16", "192.0.2.7"), Nat("hide6", "masquerade", "2001:db8::/32", null),
                    Nat("net", "one-to-one", "10.3.0.0/24", "100.64.3.0/24"), Nat("host", "one-to-one", "10.3.1.1", "100.64.4.1"), Nat("net6", "one-to-one", "2001:db8:7::/64", "2001:db8:8::/64"),
                    Nat("web", "destination", "10.0.0.5", "192.0.2.8").With("service", PropertyValue.Of("tcp/443")).With("insidePort", PropertyValue.Of(8443)),
                    Nat("web6", "destination", "2001:db8::5", "2001:db8::8").With("service", PropertyValue.Of("udp/1-5")),
                    Nat("all", "destination", "10.0.0.6", "192.0.2.9"),
                    Nat("web6p", "destination", "2001:db8::5", "2001:db8::9").With("service", PropertyValue.Of("tcp/80")).With("insidePort", PropertyValue.Of(81)))));
            await RequireGoodAsync(_folder.FirewallPath());
            await provider.DeleteAsync(new(Given.Urn(Ruleset), "edge", PropertyMap.Empty, made.Outputs), default);
        }
    }

    [NftFact]
    public async Task Hostile_texts_stay_comments()
    {
        string[] attacks = ["\"}; flush ruleset; #", "$(reboot)", "\\", "'; table inet evil {}", "é\u200b😀", "*/ include \"/etc/passwd\"", "} }"];
        var provider = await ProviderAsync(_folder, new Clock());
        await provider.MakeAsync(Ruleset, Inputs([.. attacks.Select((attack, i) => Rule($"r{i}", "lan", "wan", $"tcp/{i}")
            .With("owner", PropertyValue.Of(attack)).With("reason", PropertyValue.Of(attack)).With("ticket", PropertyValue.Of(attack)).With("permanentApprover", PropertyValue.Of(attack)))]));

        var listed = await RequireGoodAsync(_folder.FirewallPath());

        Assert.Equal("zoo_acme_corp/edge", Assert.Single(listed.Split('\n'), line => line.StartsWith("table ", StringComparison.Ordinal)).Split(' ')[2]);
    }

    private static Gen<string[]> Some(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]).Array[1, 3].Select(some => some.Distinct().ToArray());

    private static PropertyMap Nat(string name, string kind, string inside, string? outside)
    {
        var nat = PropertyMap.Empty.With("name", PropertyValue.Of(name)).With("kind", PropertyValue.Of(kind)).With("zone", PropertyValue.Of("wan")).With("inside", PropertyValue.Of(inside));
        return outside is null ? nat : nat.With("outside", PropertyValue.Of(outside));
    }

    /// <summary>Checks a script and loads it, twice, into a network namespace that goes with the process; answers what the kernel says it has.</summary>
    private static async Task<string> RequireGoodAsync(string file)
    {
        using var process = Process.Start(new ProcessStartInfo("unshare", ["-n", "sh", "-ec", "/usr/sbin/nft -c -f \"$0\"; /usr/sbin/nft -f \"$0\"; /usr/sbin/nft -f \"$0\"; /usr/sbin/nft list ruleset", file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"nft: {await errors}\n{await File.ReadAllTextAsync(file)}");
        return await output;
    }
}
