// A film studio on split duties: a generic base class with a virtual method that a client overrides.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;

namespace Clients.Media;

public abstract class StudioStack<TProduction> : TenantStack
    where TProduction : IProduction, new()
{
    protected StudioStack()
    {
        var production = new TProduction();
        _ = new DnsZone(production.Domain, new DnsZoneArgs { NameServers = { "ns1.studio-dns.example" }, Records = [.. Hosts()] });
    }

    protected virtual IEnumerable<DnsRecord> Hosts()
    {
        yield return DnsRecord.A("dailies", "203.0.113.210");
    }
}

public interface IProduction
{
    string Domain { get; }
}

public sealed class NightTrain : IProduction
{
    public string Domain => "nighttrain.example";
}

[Tenant("night_train", Name = "Night Train Productions")]
[Billing(BillingModel.Tiered)]
[Meter("render hours", Source = "render manager")]
public sealed partial class NightTrainStack : StudioStack<NightTrain>
{
    protected override IEnumerable<DnsRecord> Hosts()
    {
        foreach (var record in base.Hosts())
        {
            yield return record;
        }

        yield return DnsRecord.A("upload", "203.0.113.211").WithTtl(600);
        yield return DnsRecord.Cname("review", "upload.nighttrain.example");
    }
}
