using NodaTime;
using ZooInfra.Contracts.Firewall;

namespace ZooInfra.Contracts.Tests.Firewall;

/// <summary>Short ways to write firewalls.</summary>
internal static class Given
{
    public static readonly LocalDate Today = new(2026, 11, 23);

    public static readonly FirewallSpec Office = new()
    {
        Name = "edge",
        Zones =
        [
            new() { Name = "lan", Interfaces = ["eth1"] },
            new() { Name = "dmz", Interfaces = ["eth2", "eth3"] },
            new() { Name = "wan", Interfaces = ["eth0"] },
        ],
        Addresses = [new() { Name = "office", Members = ["10.1.0.0/16", "2001:db8:1::/48"] }, new() { Name = "web", Members = ["192.0.2.10", "2001:db8:2::10"] }],
        Services = [new() { Name = "websites", Members = ["http", "tcp/443"] }],
    };

    public static RuleSpec Rule(string name, string from, string to, params string[] services) => new()
    {
        Name = name,
        From = [from],
        To = [to],
        Services = services,
        Owner = "net@acme.example",
        Reason = "asked for",
        Ticket = "CHG-1",
        Created = "2026-01-02",
        PermanentApprover = "ciso@acme.example",
    };

    public static FirewallPolicy Policy(params RuleSpec[] rules) => Good(Office with { Rules = rules });

    public static FirewallPolicy Good(FirewallSpec spec)
    {
        var result = PolicyCompiler.Compile(spec);
        Assert.Empty(result.Problems);
        return result.Policy!;
    }

    public static IReadOnlyList<PolicyFinding> Findings(params RuleSpec[] rules) => RuleAnalysis.Analyze(Policy(rules), Today);
}
