using System.Globalization;
using System.Text;

namespace ZooInfra.Build.Bench;

/// <summary>Writes the source of a client as an engineer would: 200 lines, a contract, four components. Hardly two clients have the same patch windows.</summary>
internal static class ClientSource
{
    private static readonly string[] Zones = ["UTC", "America/New_York", "America/Chicago", "Europe/Berlin", "Europe/London", "Asia/Tokyo", "Australia/Sydney", "America/Los_Angeles"];
    private static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    public static string Of(int number)
    {
        var id = Text(number);
        var code = new StringBuilder();
        var lines = 0;

        void Line(string text)
        {
            code.Append(text).Append('\n');
            lines++;
        }

        Line("using System;");
        Line("using ZooInfra;");
        Line("using ZooInfra.Contracts;");
        Line("using ZooInfra.Contracts.Identity;");
        Line("using ZooInfra.Dns;");
        Line("using ZooInfra.Firewalls;");
        Line("using ZooInfra.Identity;");
        Line("using ZooInfra.Vpn;");
        Line("");
        Line("namespace Clients;");
        Line("");
        Line($"[Tenant(\"client_{id}\", Name = \"Client {id}\")]");
        Line("[Sla(99.95, Response = \"15m\", PatchWindows = WindowAccounting.Counted, Clause = \"MSA 4.2\")]");
        Line("[Billing(BillingModel.PerSeat)]");
        Line($"[PatchWindow(\"{Days[number % 7]}\", \"{Text(number / 7 % 24)}:{Text(number / 168 % 4 * 15)}-{Text((number / 7 + 2) % 24)}:{Text(number / 168 % 4 * 15)}\", Zone = \"{Zones[number / 5 % Zones.Length]}\", MaxDowntime = \"2m\")]");
        Line("[Signal(Promised.Availability, \"HTTPS probe\", Interval = \"30s\", NoData = NoData.Down)]");
        Line("[Signal(Promised.Response, \"ticket desk\", Unit = SignalUnit.Seconds)]");
        Line("[Asset(\"mail\", Species.LegacyPet, Owner = \"Ana Ruiz\", Criticality = Criticality.High)]");
        Line("[Asset(\"web\", Species.Cattle, Owner = \"Ben Okoye\", Criticality = Criticality.Medium, Groups = new[] { \"web\" })]");
        Line("[PatchFlow(\"monthly\", Targets = new[] { \"web\" }, Reboots = true, Verify = \"health page\", Every = \"7d\", AgentInterval = \"15m\")]");
        Line($"public sealed partial class Client{id} : TenantStack");
        Line("{");
        Line($"    private const string Domain = \"client{id}.example\";");
        Line("");
        Line($"    public Client{id}()");
        Line("    {");
        Line("        _ = new DnsZone(Domain, new DnsZoneArgs");
        Line("        {");
        Line("            NameServers = { \"ns1.\" + Domain, \"ns2.\" + Domain },");
        Line("            Records =");
        Line("            {");
        Line("                DnsRecord.A(\"ns1\", \"192.0.2.1\"),");
        Line("                DnsRecord.A(\"ns2\", \"192.0.2.2\"),");
        Line("                DnsRecord.A(\"mail\", \"192.0.2.20\"),");
        Line("                DnsRecord.Mx(\"@\", 10, $\"mail.{Domain}\"),");
        Line("                DnsRecord.Txt(\"@\", \"v=spf1 mx -all\"),");
        for (var host = 0; host < 60; host++)
        {
            Line($"                DnsRecord.A(\"host{Text(host)}\", \"198.51.100.{Text(host + 1)}\"),");
        }

        Line("            },");
        Line("        });");
        Line("");
        Line("        _ = new Firewall(\"edge\", new FirewallArgs");
        Line("        {");
        Line("            Zones =");
        Line("            {");
        Line("                new() { Name = \"wan\", Interfaces = { \"eth0\" } },");
        Line("                new() { Name = \"lan\", Interfaces = { \"eth1\" }, Networks = { \"10.0.0.0/24\" } },");
        Line("            },");
        Line("            Rules =");
        Line("            {");
        for (var rule = 0; rule < 4; rule++)
        {
            Line("                new()");
            Line("                {");
            Line($"                    Name = \"rule-{Text(rule)}\",");
            Line("                    From = { \"lan\" },");
            Line("                    To = { \"wan\" },");
            Line($"                    Destinations = {{ \"203.0.113.{Text(rule + 1)}\" }},");
            Line($"                    Services = {{ \"tcp/{Text(8000 + rule)}\" }},");
            Line("                    Owner = \"Ana Ruiz\",");
            Line("                    Reason = \"The desk needs it\",");
            Line($"                    Ticket = \"T-{Text(rule)}\",");
            Line("                    Created = new DateOnly(2026, 9, 1),");
            Line("                    Expires = new DateOnly(2098, 9, 1),");
            Line("                },");
        }

        Line("            },");
        Line("        });");
        Line("");
        Line("        _ = new VpnService(\"staff\", new VpnServiceArgs");
        Line("        {");
        Line($"            Prefixes = {{ \"10.{Text(number / 250 + 1)}.{Text(number % 250)}.0/24\" }},");
        Line("            Host = \"vpn.\" + Domain,");
        Line("            Routes = { \"10.0.0.0/24\" },");
        Line("            Peers =");
        Line("            {");
        for (var peer = 0; peer < 3; peer++)
        {
            Line($"                new() {{ Person = \"person {Text(peer)}\", Device = \"laptop\", Purpose = \"work\", Until = DateTime.UtcNow.AddDays(30).ToString(\"yyyy-MM-dd\") }},");
        }

        Line("            },");
        Line("        });");
        Line("");
        Line("        _ = new DnsZone(\"internal.\" + Domain, new DnsZoneArgs");
        Line("        {");
        Line("            NameServers = { \"ns1.\" + Domain },");
        Line("            Records = { DnsRecord.A(\"intranet\", Address(10)), DnsRecord.Cname(\"www\", \"intranet.internal.\" + Domain) },");
        Line("        });");
        Line("    }");
        Line("");
        Line("    private static string Address(int host) => \"10.0.0.\" + host;");
        while (lines < 199)
        {
            Line("    // What the next engineer must know stands here.");
        }

        Line("}");
        return code.ToString();
    }

    private static string Text(int number) => number.ToString("00", CultureInfo.InvariantCulture);
}
