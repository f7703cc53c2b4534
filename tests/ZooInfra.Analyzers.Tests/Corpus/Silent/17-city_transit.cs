// A transit agency moves its ticketing: story cards with windows, sandboxes, deadlines and a test for each criterion.
using ZooInfra;
using ZooInfra.Contracts;

namespace Clients.Transport;

[Tenant("city_transit", Name = "City Transit")]
[PatchWindow("Sat, Sun", "01:00-04:00", Zone = "UTC", MaxDowntime = "2h")]
[StoryCard(
    "Move ticketing to the new cluster",
    Scope = ["gates", "apps", "reporting"],
    Acceptance = ["a gate opens in 500 ms", "a refund is booked"],
    Tests = ["Ticketing.Gate_opens", "Ticketing.Refund_is_booked"],
    MaxDowntime = "90m",
    SandboxTest = true,
    Sandbox = "transit-lab",
    Window = "Sun 01:30-04:00 UTC",
    Deadline = "2027-02-28",
    Contract = "MSA 7.1")]
[StoryCard("Retire the fax gateway", Contract = "MSA 7.3", Scope = new string[] { "fax" })]
[Runbook("Roll back ticketing", Tier = 1, Rehearsed = "2026-11-08", RehearseEvery = "60d", Takes = "40m", Rollback = "20m", ApprovedBy = "Olu Adeyemi")]
[RunbookStep("Roll back ticketing", "point gates to the old cluster", Changes = true, Verify = "one gate opens", Undo = "point gates to the new cluster")]
[RunbookStep("Roll back ticketing", "read the error rate")]
public sealed partial class CityTransit : TenantStack;
