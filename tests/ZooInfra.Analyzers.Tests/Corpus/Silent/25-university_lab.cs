// A university lab on a YAML contract with cards, runbooks and assets; the class adds a purpose-made zone.
using ZooInfra;
using ZooInfra.Dns;

namespace Clients.Education;

[Tenant("university_lab", Name = "Institute of Optics")]
public sealed partial class UniversityLab : TenantStack
{
    private DnsZone? _zone;

    public UniversityLab() => Build();

    private void Build()
    {
        DnsRecord[] instruments = [.. Enumerable.Range(1, 5).Select(n => DnsRecord.A($"laser{n}", $"198.51.100.{200 + n}"))];
        _zone = new DnsZone("optics.uni.example", new DnsZoneArgs
        {
            NameServers = { "dns0.uni.example", "dns1.uni.example" },
            Records = [DnsRecord.A("@", "198.51.100.199"), .. instruments, DnsRecord.Cname("beam", "laser1.optics.uni.example")],
        });
    }
}
