using Pulumi;
using ZooInfra.Contracts.Firewall;
using ZooInfra.Firewalls;
using ZooInfra.Provider.Tests.Firewall;

namespace ZooInfra.Provider.Tests.Components;

/// <summary>The component, run as a program. The environment of a program is that of the process, so these tests run one after the other.</summary>
[Collection(Programs.Collection)]
public sealed class FirewallTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_firewall_becomes_one_ruleset_and_answers_who_reaches_whom()
    {
        var monitor = new ProviderMonitor(await Given.ProviderAsync(_folder));
        var answers = new List<object>();

        var exitCode = await monitor.RunAsync(() => Deployment.RunAsync(() =>
        {
            var edge = new Firewalls.Firewall("edge", new FirewallArgs
            {
                AsOf = new(2026, 11, 23),
                Zones =
                [
                    new() { Name = "lan", Interfaces = { "eth1" }, Networks = { "10.1.0.0/16" } },
                    new() { Name = "wan", Interfaces = { "eth0" } },
                ],
                Addresses = [new() { Name = "office", Members = { "10.1.0.0/16", Output.Create("2001:db8:1::/48") } }],
                Services = [new() { Name = "websites", Members = { "http", "https" } }],
                Rules =
                [
                    Rule("web", "websites", "office"),
                    new()
                    {
                        Name = "guest", From = { "lan" }, To = { "wan" }, Services = { "ssh" }, Owner = "net@acme.example", Reason = "visit", Ticket = "CHG-2",
                        Created = new(2026, 1, 1), Expires = new(2026, 11, 22),
                    },
                    Rule("again", "https", "10.1.2.0/24"),
                ],
                Nat = [FirewallNatArgs.Masquerade("hide", "wan", "10.1.0.0/16")],
            });
            Output.All(edge.Allows("lan office", "wan", "https"), edge.Allows("lan", "wan", "https"), edge.Allows("lan", "wan", "ssh")).Apply(all =>
            {
                answers.AddRange(all.Cast<object>());
                return 0;
            });
            edge.Ask("lan", "wan", "https").Apply(reach =>
            {
                answers.Add(reach);
                return 0;
            });
            edge.Findings.Apply(findings =>
            {
                answers.AddRange(findings);
                return 0;
            });
        }));

        Assert.Empty(monitor.Errors);
        Assert.Equal(0, exitCode);
        Assert.Equal([true, false, false], answers.OfType<bool>());
        Assert.Equal(Reach.Part, Assert.Single(answers.OfType<Reach>()));
        Assert.Equal(["Expired", "Redundant"], answers.OfType<string>().Select(finding => finding.Split(':')[0]));
        Assert.Contains("comment \"web\"", await File.ReadAllTextAsync(_folder.FirewallPath()), StringComparison.Ordinal);
        var ruleset = Assert.Single(monitor.Registered, request => request.Custom);
        Assert.Equal(("zoo:firewall:Ruleset", "edge"), (ruleset.Type, ruleset.Name));
        Assert.EndsWith("zoo:firewall:Firewall::edge", ruleset.Parent, StringComparison.Ordinal);
    }

    private static FirewallRuleArgs Rule(string name, string service, string source) => new()
    {
        Name = name,
        From = { "lan" },
        To = { "wan" },
        Sources = { source },
        Services = { service },
        Owner = "net@acme.example",
        Reason = "asked for",
        Ticket = "CHG-1",
        Created = new(2026, 1, 1),
        PermanentApprover = "ciso@acme.example",
    };
}
