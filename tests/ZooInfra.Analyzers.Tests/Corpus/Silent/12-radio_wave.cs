// A radio station that may not go silent: failover of the stream with a short TTL and a rehearsed runbook.
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;

namespace Clients.Media;

internal static class Stream
{
    internal const int SecondsInResolvers = 2 * 60;
    internal const string Host = "stream";
}

[Tenant("radio_wave", Name = "Radio Wave 94.3")]
[Sla(99.9, Recovery = "15m", PatchWindows = WindowAccounting.Counted, Clause = "MSA 3")]
[Signal(Promised.Availability, "silence detector on the mount point", Interval = "10s", NoData = NoData.Down)]
[Signal(Promised.Recovery, "silence detector, first sound minus last sound", Unit = SignalUnit.Seconds)]
[Runbook("Switch to the spare encoder", Tier = 2, Rehearsed = "2026-10-30", RehearseEvery = "90d", Takes = "4m", Rollback = "2m", ApprovedBy = "Noa Peretz")]
[RunbookStep("Switch to the spare encoder", "start the spare", Changes = true, Verify = "level meter moves", Undo = "stop the spare")]
[Failover("stream.radiowave.example", Detect = "30s", Page = "3m", Runbook = "Switch to the spare encoder")]
public sealed partial class RadioWave : TenantStack
{
    public RadioWave()
    {
        var hosts = new Dictionary<string, string> { [Stream.Host] = "192.0.2.94", ["studio"] = "192.0.2.95", ["spare"] = "192.0.2.96" };
        var zone = new DnsZoneArgs { NameServers = { "ns1.dnshost.example", "ns2.dnshost.example" }, RecoveryTime = TimeSpan.FromMinutes(5) };
        zone.Records.Add(DnsRecord.A(Stream.Host, hosts[Stream.Host]).WithTtl(Stream.SecondsInResolvers));
        zone.Records.Add(DnsRecord.A("studio", hosts["studio"]));
        zone.Records.Add(DnsRecord.Cname("listen", "stream.radiowave.example").WithTtl(Stream.SecondsInResolvers));
        _ = new DnsZone("radiowave.example", zone);
    }
}
