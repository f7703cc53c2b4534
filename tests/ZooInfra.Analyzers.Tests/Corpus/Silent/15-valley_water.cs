// A water utility: telemetry apart from the office, every rule with an end, deny before allow where it decides.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Firewalls;

namespace Clients.Utilities;

[Tenant("valley_water", Name = "Valley Water District")]
[Regime(Regime.Nist80053, Tier = 1)]
[Asset("pump telemetry", Species.SacredCow, Owner = "Operations", Criticality = Criticality.High, NeverReboot = true)]
[Asset("billing server", Species.LegacyPet, Owner = "Finance", Criticality = Criticality.Medium, SupportEnds = "2031-01-01")]
[PatchWindow("Tue", "09:00-12:00", Zone = "America/Los_Angeles")]
[PatchFlow("billing", Targets = ["billing server"], Reboots = true, Verify = "invoice preview renders", Every = "30d", AgentInterval = "1h", Takes = "1h", Rollback = "1h")]
public sealed partial class ValleyWater : TenantStack
{
    private const string Operator = "ops@valleywater.example";

    public ValleyWater()
    {
        WaterBoundary.Make(Contract);
        _ = new Firewall("plant", new FirewallArgs
        {
            Zones =
            {
                new() { Name = "office", Interfaces = { "lan0" }, Networks = { "10.50.0.0/22" } },
                new() { Name = "telemetry", Interfaces = { "lan1" }, Networks = { "10.55.0.0/24" } },
                new() { Name = "wan", Interfaces = { "wan0" } },
            },
            Addresses = { new() { Name = "historians", Members = { "10.55.0.10", "10.55.0.11" } }, new() { Name = "engineers", Members = { "10.50.1.0/28" } } },
            Services = { new() { Name = "historian", Members = { "tcp/1433", "tcp/5450" } } },
            Rules =
            {
                Rule("telemetry-stays", FirewallAction.Deny, ["telemetry"], ["wan"], ["any"]),
                Rule("engineers-to-historians", FirewallAction.Allow, ["office"], ["telemetry"], ["historian"], "engineers", "historians"),
                Rule("office-web", FirewallAction.Allow, ["office"], ["wan"], ["https", "http", "dns", "ntp"]),
                Rule("tell-the-rest", FirewallAction.Reject, ["office"], ["wan"], ["any"]),
            },
            Nat = { FirewallNatArgs.Masquerade("office-out", "wan", "10.50.0.0/22") },
        });
    }

    private static FirewallRuleArgs Rule(string name, FirewallAction action, List<string> from, List<string> to, List<string> services, string? source = null, string? destination = null)
    {
        var rule = new FirewallRuleArgs { Name = name, Action = action, From = from, To = to, Services = services, Owner = Operator, Reason = "plan 2026", Ticket = "VWD-" + name, Created = new DateOnly(2026, 2, 1), Expires = new DateOnly(2027, 2, 1) };
        if (source is not null && destination is not null)
        {
            rule.Sources.Add(source);
            rule.Destinations.Add(destination);
        }

        return rule;
    }
}
