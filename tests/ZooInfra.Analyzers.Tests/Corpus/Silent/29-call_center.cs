// A call center paid by usage: meters, tiers of support in a file and in the class side by side, agreeing.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Vpn;

namespace Clients.Services;

[Tenant("call_center", Name = "Answer Now")]
[Sla(99.9, Response = "5m")]
[Billing(BillingModel.StaticMrrPlusUsage)]
[Escalation(1, "desk@msp.example")]
[Escalation(2, "manager@msp.example", After = "45m")]
public sealed partial class CallCenter : TenantStack
{
    public CallCenter()
    {
        IList<VpnPeer> agents = [];
        foreach (var name in Agents.Names)
        {
            agents.Add(Agents.Of(name, agents.Count));
        }

        _ = new VpnService("agents", new VpnServiceArgs { Prefixes = ["10.44.0.0/23"], Host = "vpn.answernow.example", Routes = ["10.45.0.0/24", "10.45.1.0/24"], Peers = agents });
    }

    private static class Agents
    {
        public static readonly string[] Names = ["Rosa Marin", "Pavel Horak", "Yuki Sato"];

        public static VpnPeer Of(string name, int number) => new()
        {
            Name = $"agent-{number}", Person = name, Device = "headset laptop", Purpose = "calls from home", Until = "2027-06-30", KeyGeneration = 2, OverlapUntil = "2026-12-15",
        };
    }
}
