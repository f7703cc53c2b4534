// A port authority: NIST tier 1 by file, a boundary and a firewall, members waived nowhere; the contract spans two windows.
using ZooInfra;
using ZooInfra.Contracts.Identity;
using ZooInfra.Firewalls;
using ZooInfra.Identity;

namespace Clients.Government;

[Tenant("port_authority")]
public sealed partial class PortAuthority : TenantStack
{
    private const int LockAfterSeconds = 600;

    public PortAuthority()
    {
        var boundary = new IdentityBoundaryArgs
        {
            Contract = Contract,
            BaseDn = "dc=port,dc=example",
            Passwords = { new("port") { MinimumLength = 14 } },
            Mfa = { new("port") },
            Logs = { new("soc", "logs.port.example") },
        };
        boundary.Users.Add(new("s.berg", "uid=s.berg,dc=port,dc=example", "Silje Berg"));
        boundary.Users.Add(new("ship-agents", "uid=ship-agents,dc=port,dc=example", "Silje Berg"));
        boundary.GroupPolicies.Add(new("lock") { Settings = new([PolicySetting.InactivityLock(LockAfterSeconds)]) });
        _ = new IdentityBoundary("port", boundary);

        var gate = new FirewallArgs();
        foreach (var (name, port) in new[] { ("cranes", "ge1"), ("harbour-office", "ge2"), ("isp", "ge0") })
        {
            gate.Zones.Add(new FirewallZoneArgs { Name = name, Interfaces = { port } });
        }

        gate.Rules.Add(new FirewallRuleArgs
        {
            Name = "crane-telemetry",
            Action = FirewallAction.Allow,
            From = { "cranes" },
            To = { "harbour-office" },
            Services = { "syslog-tls" },
            Owner = "Crane operations",
            Reason = "load protocols",
            Ticket = "PA-55",
            Created = new DateOnly(2026, 6, 1),
            Expires = new DateOnly(2027, 5, 31),
        });
        _ = new Firewall("quay", gate);
    }
}
