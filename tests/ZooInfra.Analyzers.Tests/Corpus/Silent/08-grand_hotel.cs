// A hotel that takes cards: PCI DSS with reviewed rulesets, a firewall where guests never meet the card network.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Contracts.Identity;
using ZooInfra.Firewalls;
using ZooInfra.Identity;

namespace Clients.Hospitality;

[Tenant("grand_hotel", Name = "Grand Hotel", Zone = "Europe/Vienna")]
[Regime(Regime.PciDss, Clause = "Acquirer agreement 6")]
[RegimeTerms(Regime.PciDss, KeepLogsDays = 400, PatchWithinDays = 30)]
[Safeguard(SafeguardKind.RulesetReview, Verified = "2026-10-05", Document = "Review 2026-2")]
[PatchWindow("Tue", "03:30-05:30", Zone = "Europe/Vienna")]
[PatchFlow("front office", Reboots = true, Verify = "check-in desk prints a key card", Every = "28d", AgentInterval = "30m")]
public sealed partial class GrandHotel : TenantStack
{
    private static readonly DateOnly Opened = new(2026, 5, 4);

    public GrandHotel()
    {
        Firewall lobby = new("lobby", new()
        {
            Zones =
            [
                Zone("wan", "eth0"),
                Zone("guest", "eth2", "172.20.0.0/16"),
                Zone("office", "eth1.10", "10.4.10.0/24"),
                Zone("cards", "eth1.40", "10.4.40.0/28"),
            ],
            Addresses = [new() { Name = "acquirer", Members = { "203.0.113.64/28", "2001:db8:acc::/48" } }],
            Rules =
            [
                Allow("cards-to-acquirer", "cards", "wan", "settlement", services: ["https"], destination: "acquirer"),
                Allow("office-web", "office", "wan", "booking portals", services: ["https", "dns"]),
                Allow("guest-web", "guest", "wan", "internet for guests", services: ["http", "https", "dns"], log: true),
            ],
            Nat = [FirewallNatArgs.Masquerade("lobby-out", toZone: "wan", network: "10.4.0.0/16"), FirewallNatArgs.Masquerade("guest-out", toZone: "wan", network: "172.20.0.0/16")],
        });
        _ = lobby.Findings;

        _ = new IdentityBoundary("hotel", new IdentityBoundaryArgs
        {
            Contract = Contract,
            BaseDn = "dc=grandhotel,dc=example",
            Users =
            {
                new("v.maier", "uid=v.maier,dc=grandhotel,dc=example", "Vera Maier"),
                new("emergency-1", "uid=emergency-1,dc=grandhotel,dc=example", "Vera Maier"),
                new("emergency-2", "uid=emergency-2,dc=grandhotel,dc=example", "Karl Adler"),
            },
            Passwords = { new("all") { MinimumLength = 12, History = 4, LockoutThreshold = 10 } },
            Mfa = { new("all") },
            GroupPolicies = { new("idle") { Settings = new([PolicySetting.InactivityLock(900)]) } },
            Logs = { new("collector", "logs.msp.example") { RetentionDays = 400 } },
            Emergency = new("emergency-1", "emergency-2", "noc@msp.example", "Runbook 2"),
        });
    }

    private static FirewallZoneArgs Zone(string name, string port, params string[] networks)
    {
        var zone = new FirewallZoneArgs { Name = name, Interfaces = { port } };
        foreach (var network in networks)
        {
            zone.Networks.Add(network);
        }

        return zone;
    }

    private static FirewallRuleArgs Allow(string name, string from, string to, string reason, List<string> services, string? destination = null, bool log = false)
    {
        var rule = new FirewallRuleArgs
        {
            Name = name, From = [from], To = [to], Services = services, Log = log, Owner = "Vera Maier", Reason = reason, Ticket = "GH-" + name, Created = Opened, Expires = Opened.AddYears(1),
        };
        if (destination is not null)
        {
            rule.Destinations.Add(destination);
        }

        return rule;
    }
}
