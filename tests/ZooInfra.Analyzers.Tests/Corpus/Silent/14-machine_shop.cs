// waived: ZOO2005
// A machine shop whose lathe runs on an operating system nobody mends: a waiver with an end, and the lathe fenced in.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Firewalls;

namespace Clients.Industry;

[Tenant("machine_shop", Name = "Delaney Machine Works")]
[Asset("CNC lathe", Species.LegacyPet, Owner = "Shop foreman", Criticality = Criticality.High, SupportEnds = "2020-01-14")]
[Asset("office PCs", Species.Cattle, Owner = "Office", Criticality = Criticality.Medium)]
[PatchFlow("office", Targets = ["office PCs"], Reboots = true, Verify = "agents report", Every = "30d")]
[Waiver(
    "ZOO2005",
    Reason = "The maker of the lathe certifies no newer system",
    ApprovedBy = "Ruth Delaney",
    RequestedBy = "Sam Ortiz",
    Granted = "2026-10-15",
    Until = "2027-03-31",
    Clause = "MSA 9.2",
    Compensating = "The lathe is in a zone of its own and reaches nothing but the file drop")]
public sealed partial class MachineShop : TenantStack
{
    public MachineShop()
    {
        var made = new DateOnly(2026, 10, 15);
        var args = new FirewallArgs { LogDenied = true };
        args.Zones.AddRange(
        [
            new FirewallZoneArgs { Name = "lathe", Interfaces = ["eth3"], Networks = { "192.168.77.0/30" } },
            new FirewallZoneArgs { Name = "office", Interfaces = ["eth1"], Networks = { "192.168.10.0/24" } },
        ]);
        args.Rules.Add(new()
        {
            Name = "drawings-to-lathe",
            From = ["office"],
            To = ["lathe"],
            Sources = { "192.168.10.20" },
            Destinations = { "192.168.77.2" },
            Services = ["smb"],
            Log = true,
            Owner = "Shop foreman",
            Reason = "drawings are dropped onto the lathe",
            Ticket = "DMW-31",
            Created = made,
            Expires = made.AddMonths(6),
        });
        _ = new Firewall("shop", args);
    }
}
