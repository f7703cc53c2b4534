using System.Text.Json;
using System.Text.RegularExpressions;

namespace ZooInfra.Cli.Tests.Rules;

/// <summary>Build and plan say the same of the same client: a copy of the example platform is edited, built with the rules, built without them and planned.</summary>
public sealed partial class ParityTests : IDisposable
{
    private const string Defects = """
                _ = new ZooInfra.Firewalls.Firewall("edge", new ZooInfra.Firewalls.FirewallArgs
                {
                    Zones = [new() { Name = "lan", Interfaces = { "eth1" } }, new() { Name = "wan", Interfaces = { "eth0" } }],
                    Rules =
                    [
                        new()
                        {
                            Name = "open", From = { "any" }, To = { "any" }, Services = { "any" }, Owner = "net@acme.example", Reason = "asked for", Ticket = "CHG-1",
                            Created = new(2026, 1, 1), PermanentApprover = "ciso@acme.example",
                        },
                    ],
                });
                _ = new ZooInfra.Vpn.VpnService("staff", new ZooInfra.Vpn.VpnServiceArgs
                {
                    Prefixes = { "10.66.0.0/24" },
                    Host = "vpn.acme.example",
                    Peers = { new() { Person = "Ana Ruiz", Device = "laptop", Purpose = "work", Until = "2026-01-01" } },
                });

        """;

    private readonly StacksCopy _stacks = new();

    public void Dispose() => _stacks.Dispose();

    [Fact]
    public async Task The_plan_finds_what_the_build_finds_with_the_same_words()
    {
        _stacks.Edit("AcmeCorp.cs", "WindowAccounting.Excluded", "WindowAccounting.Counted");
        _stacks.Edit("BigGov.cs", "Interval = \"30s\"", "Interval = \"10m\"");
        _stacks.Edit("BigGov.cs", "DnsRecord.Cname(\"www\", \"biggov.example\")", "DnsRecord.Txt(\"@\", \"v=spf1 +all\")");
        _stacks.Edit("AcmeCorp.cs", "        _ = new DnsZone(", Defects + "        _ = new DnsZone(");
        _stacks.Edit("OrgX.cs", "new MfaRule(\"everybody\"), ", "");
        _stacks.Edit("OrgX.cs", "[Tenant(\"orgx\"", "[Waiver(\"ZOO1001\", Reason = \"the client asked for it\", Until = \"2999-01-01\", Clause = \"MSA 7\")]\n[Tenant(\"orgx\"");

        var (_, output) = await _stacks.BuildAsync("-p:TreatWarningsAsErrors=false");
        var atBuild = Diagnostics().Matches(output)
            .Select(match => (Rule: match.Groups["id"].Value, Severity: match.Groups["severity"].Value, Message: match.Groups["message"].Value.Trim()))
            .Distinct().Order().ToList();
        Assert.Superset(new HashSet<string>(["ZOO1001", "ZOO1006", "ZOO3001", "ZOO3101", "ZOO4101", "ZOO5103", "ZOO6001"]), atBuild.Select(finding => finding.Rule).ToHashSet());

        var (code, said) = await _stacks.BuildAsync("-p:RunAnalyzers=false");
        Assert.True(code == 0, said);
        (code, said) = await _stacks.ZooAsync("preview", "--all", "--json");
        Assert.Equal(5, code);
        using var document = JsonDocument.Parse(said);
        var atPlan = document.RootElement.GetProperty("stacks").EnumerateArray()
            .SelectMany(stack => stack.GetProperty("findings").EnumerateArray())
            .Select(finding => (Rule: finding.GetProperty("rule").GetString()!, Severity: finding.GetProperty("severity").GetString()!, Message: finding.GetProperty("message").GetString()!))
            .Distinct().Order().ToList();
        Assert.Equal(atBuild, atPlan);
        Assert.All(document.RootElement.GetProperty("stacks").EnumerateArray(), stack => Assert.Equal("failed", stack.GetProperty("result").GetString()));
    }

    [GeneratedRegex(@": (?<severity>error|warning) (?<id>ZOO\d{4}): (?<message>.*?) (\(https://[^)]*\) )?\[")]
    private static partial Regex Diagnostics();
}
