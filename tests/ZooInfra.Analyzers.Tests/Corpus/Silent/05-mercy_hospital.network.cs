using ZooInfra.Contracts.Identity;
using ZooInfra.Dns;

namespace Clients.Health;

public sealed partial class MercyHospital
{
    private const string Domain = "mercy.example";

    private static void Network()
    {
        List<DnsRecord> records =
        [
            DnsRecord.A("ns1", "198.51.100.130"),
            DnsRecord.A("ns2", "198.51.100.194"),
            DnsRecord.A("siem", "198.51.100.140"),
            DnsRecord.A("sso", "198.51.100.141").WithTtl(300),
        ];
        for (var ward = 1; ward <= 4; ward++)
        {
            records.Add(DnsRecord.A($"ward{ward}", $"198.51.100.{150 + ward}"));
        }

        _ = new DnsZone(Domain, new DnsZoneArgs { NameServers = { "ns1." + Domain, "ns2." + Domain }, Records = records });
    }
}

internal static class Staff
{
    public const string Base = "dc=mercy,dc=example";

    public static IList<UserAccount> Accounts() => [Of("a.kim", "Ara Kim"), Of("n.diaz", "Noor Diaz"), Of("bg-one", "Ara Kim"), Of("bg-two", "Noor Diaz")];

    private static UserAccount Of(string name, string holder) => new(name, $"uid={name},ou=staff,{Base}", holder);
}
