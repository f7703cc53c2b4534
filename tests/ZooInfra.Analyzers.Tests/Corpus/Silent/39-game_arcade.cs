// An arcade that is paid per seat and keeps its facts in constants of another file; the class is partial over both.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Firewalls;

namespace Clients.Leisure;

[Tenant(Facts.Id, Name = "Pixel Arcade")]
[Sla(Facts.Promise, Response = Facts.Answer, PatchWindows = Facts.Windows)]
[Billing(BillingModel.PerSeat)]
[Signal(Promised.Availability, Facts.Probe, Interval = "2m", NoData = NoData.Down)]
[Signal(Promised.Response, Facts.Desk)]
[PatchWindow(Facts.Days, Facts.Hours, Zone = Facts.Zone)]
public sealed partial class GameArcade : TenantStack
{
    public GameArcade() => Floor();
}
