// A broker with a client policy that is stricter than any regime, and a waiver cap of thirty days.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;

namespace Clients.Finance;

[Tenant("insurance_broker", Name = "Aldgate Brokers", Zone = "Europe/London")]
[Sla(99.95, PatchWindows = WindowAccounting.Excluded, Clause = "Schedule B")]
[Signal(Promised.Availability, "quote engine probe", Interval = Often, NoData = NoData.Down)]
[Regime(Regime.ClientPolicy)]
[RegimeTerms(Regime.ClientPolicy, PatchWithinDays = Fortnight, WaiverDays = 30, KeepLogsDays = 365, Residency = new[] { "GB" })]
[PatchWindow("Sun", "05:00-08:00", Zone = "Europe/London")]
[PatchFlow("everything", Every = "7d", Verify = "a quote is returned", Reboots = true, AgentInterval = "1h", Takes = "1h", Rollback = "1h", Starts = "Sun 05:30 Europe/London")]
public sealed partial class InsuranceBroker : TenantStack
{
    private const string Often = "30s";
    private const int Fortnight = 2 * 7;

    public InsuranceBroker()
    {
        var apex = DnsRecord.A("@", "203.0.113.170");
        IEnumerable<DnsRecord> records = new[] { apex, DnsRecord.Cname("quote", "aldgate.example") };
        if (DateTime.IsLeapYear(2028))
        {
            records = records.Append(DnsRecord.Txt("@", "v=spf1 mx -all")).Append(DnsRecord.Mx("@", 5, "mx.mailhost.example"));
        }

        _ = new DnsZone("aldgate.example", new DnsZoneArgs { NameServers = ["ns1.dnshost.example", "ns2.dnshost.example"], Records = [.. records] });
    }
}
