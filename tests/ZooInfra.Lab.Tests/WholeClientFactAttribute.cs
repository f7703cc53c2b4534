using ZooInfra.Lab.Tests.Dns;
using ZooInfra.Lab.Tests.Firewall;
using ZooInfra.Lab.Tests.Identity;
using ZooInfra.Lab.Tests.Vpn;

namespace ZooInfra.Lab.Tests;

/// <summary>A fact that needs everything the facts of the four families need.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WholeClientFactAttribute : FactAttribute
{
    public WholeClientFactAttribute()
        => Skip = new FactAttribute[] { new DnsServersFactAttribute(), new NftablesFactAttribute(), new SlapdFactAttribute(), new WireGuardFactAttribute() }
            .Select(fact => fact.Skip).FirstOrDefault(reason => reason is not null);
}
