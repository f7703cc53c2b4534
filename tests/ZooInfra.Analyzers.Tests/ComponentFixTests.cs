using ZooInfra.Analyzers.Tests.Cases;
using ZooInfra.CodeFixes;

namespace ZooInfra.Analyzers.Tests;

/// <summary>The edits of the rules on components, one and all of a document.</summary>
public sealed class ComponentFixTests
{
    private const string Path = """
        [Sla(Recovery = "15m")]
        [Signal(Promised.Recovery, "drills")]
        [Failover("www.acme.example", Detect = "2m", Page = "5m")]
        [Failover("mail.acme.example", Detect = "2m", Page = "5m")]
        """;

    [Fact]
    public Task TTLs_become_the_longest_that_fit() => FixAsync(
        new() { Attributes = Path, Constructor = Parts.Zone("DnsRecord.A(\"www\", \"192.0.2.1\").WithTtl({|ZOO4001:3600|}), {|ZOO4001:DnsRecord.A(\"mail\", \"192.0.2.2\")|},") },
        new() { Attributes = Path, Constructor = Parts.Zone("DnsRecord.A(\"www\", \"192.0.2.1\").WithTtl(480), DnsRecord.A(\"mail\", \"192.0.2.2\").WithTtl(480),") });

    [Fact]
    public Task The_TTL_of_a_zone_is_mended_once_for_all_its_records() => FixAsync(
        new() { Attributes = Path, Constructor = Parts.Zone("DnsRecord.A(\"www\", \"192.0.2.1\"), DnsRecord.Aaaa(\"www\", \"2001:db8::1\"),", "Ttl = {|ZOO4001:900|},") },
        new() { Attributes = Path, Constructor = Parts.Zone("DnsRecord.A(\"www\", \"192.0.2.1\"), DnsRecord.Aaaa(\"www\", \"2001:db8::1\"),", "Ttl = 480,") });

    [Fact]
    public Task A_move_waits_for_the_former_TTL() => FixAsync(
        new() { Attributes = "[Failover(\"a.acme.example\", FormerTtl = \"1h\", Lowered = \"2026-12-01T08:00:00Z\", {|ZOO4001:CutOver = \"2026-12-01T08:30:00Z\"|})]\n[Failover(\"b.acme.example\", FormerTtl = \"1d\", Lowered = \"2026-12-01T08:00:00Z\", {|ZOO4001:CutOver = \"2026-12-01T08:30:00Z\"|})]" },
        new() { Attributes = "[Failover(\"a.acme.example\", FormerTtl = \"1h\", Lowered = \"2026-12-01T08:00:00Z\", CutOver = \"2026-12-01T09:00:00Z\")]\n[Failover(\"b.acme.example\", FormerTtl = \"1d\", Lowered = \"2026-12-01T08:00:00Z\", CutOver = \"2026-12-02T08:00:00Z\")]" });

    [Fact]
    public Task Whoever_is_not_named_may_not_send() => FixAsync(
        new() { Constructor = Parts.Zone("DnsRecord.Txt(\"@\", {|ZOO4101:\"v=spf1 mx +all\"|}), DnsRecord.Txt(\"news\", {|ZOO4101:\"v=spf1 all\"|}),") },
        new() { Constructor = Parts.Zone("DnsRecord.Txt(\"@\", \"v=spf1 mx -all\"), DnsRecord.Txt(\"news\", \"v=spf1 -all\"),") });

    [Fact]
    public Task An_override_ends_within_a_month() => FixAsync(
        new() { Constructor = Zones("{|ZOO4105:\"2027-12-31\"|}", "{|ZOO4105:\"2026-12-25\"|}") },
        new() { Constructor = Zones("\"2026-12-24\"", "\"2026-12-24\"") });

    [Fact]
    public Task Keys_last_a_year_at_most() => FixAsync(
        new() { Constructor = Parts.Vpn(Parts.Peer(until: "{|ZOO5101:\"2030-01-01\"|}") + ", " + Parts.Peer("\"Ben Okoye\"", "{|ZOO5101:\"2028-01-01T00:00:00Z\"|}")) },
        new() { Constructor = Parts.Vpn(Parts.Peer(until: "\"2027-11-23\"") + ", " + Parts.Peer("\"Ben Okoye\"", "\"2027-11-23\"")) });

    [Fact]
    public Task Connections_from_outside_are_logged() => FixAsync(
        new() { Constructor = Parts.Firewall("{|ZOO6003:" + Rule("web", "https", ", PermanentApprover = \"ciso\"") + "|}, " + Rule("mail", "smtp", ", Log = {|ZOO6003:false|}, PermanentApprover = \"ciso\"")) },
        new() { Constructor = Parts.Firewall(Rule("web", "https", ", PermanentApprover = \"ciso\", Log = true") + ", " + Rule("mail", "smtp", ", Log = true, PermanentApprover = \"ciso\"")) });

    [Fact]
    public Task What_is_denied_over_IPv4_is_denied_over_IPv6() => FixAsync(
        new() { Constructor = Parts.Firewall(Deny("a", "smtp", "Sources = { {|ZOO6005:\"0.0.0.0/0\"|} }") + Deny("b", "rdp", "Destinations = { {|ZOO6005:\"0.0.0.0/0\"|} }") + Parts.Rule("web", "From = { \"lan\" }, To = { \"wan\" }, Services = { \"tcp\" }")) },
        new() { Constructor = Parts.Firewall(Deny("a", "smtp", "Sources = { \"any\" }") + Deny("b", "rdp", "Destinations = { \"any\" }") + Parts.Rule("web", "From = { \"lan\" }, To = { \"wan\" }, Services = { \"tcp\" }")) });

    [Fact]
    public Task A_boundary_gets_the_nearest_values_that_its_regime_takes() => FixAsync(
        new()
        {
            Attributes = Parts.Hipaa,
            Constructor = Parts.Boundary(
                passwords: "Passwords = { new PasswordRules(\"all\") { LockoutThreshold = {|ZOO3101:0|} } },",
                policies: "GroupPolicies = { new GroupPolicyRules(\"lock\") { Settings = new([PolicySetting.InactivityLock({|ZOO3111:3600|})]) } },",
                logs: "Logs = { new LogRoute(\"soc\", \"logs.soc.example\") { Protocol = {|ZOO3102:LogProtocol.SyslogTcp|}, SignInAlertsTo = \"soc@acme.example\" } },"),
        },
        new()
        {
            Attributes = Parts.Hipaa,
            Constructor = Parts.Boundary(
                passwords: "Passwords = { new PasswordRules(\"all\") { LockoutThreshold = 10 } },",
                policies: "GroupPolicies = { new GroupPolicyRules(\"lock\") { Settings = new([PolicySetting.InactivityLock(900)]) } },",
                logs: "Logs = { new LogRoute(\"soc\", \"logs.soc.example\") { Protocol = LogProtocol.SyslogTls, SignInAlertsTo = \"soc@acme.example\" } },"),
        });

    [Fact]
    public Task What_a_helper_makes_is_not_mended_where_the_helper_is_called() => FixAsync(
        new() { Constructor = Parts.Firewall("Web()"), Members = "private static FirewallRuleArgs Web() => {|ZOO6003:" + Rule("web", "https", ", PermanentApprover = \"ciso\"") + "|};" },
        new() { Constructor = Parts.Firewall("Web()"), Members = "private static FirewallRuleArgs Web() => " + Rule("web", "https", ", PermanentApprover = \"ciso\", Log = true") + ";" });

    private static string Zones(string first, string second)
        => Zone("acme.example", first) + Zone("acme.test", second);

    private static string Zone(string name, string until)
        => Parts.Zone("", $"Override = new ZoneOverrideArgs {{ Who = \"ana\", Why = \"the move\", Until = {until} }},", $"\"{name}\"");

    private static string Rule(string name, string service, string rest)
        => $"new() {{ Name = \"{name}\", From = {{ \"wan\" }}, To = {{ \"lan\" }}, Services = {{ \"{service}\" }}, {Parts.Accounted.TrimEnd()}, Created = new(2026, 3, 2){rest} }}";

    private static string Deny(string name, string service, string ends)
        => Parts.Rule(name, $"From = {{ \"lan\" }}, To = {{ \"wan\" }}, Services = {{ \"{service}\" }}, Action = FirewallAction.Deny, {ends}") + ", ";

    private static Task FixAsync(RuleCase.Text before, RuleCase.Text after) => ClientTest.FixAsync<RuleFixes>(before, after, []);
}
