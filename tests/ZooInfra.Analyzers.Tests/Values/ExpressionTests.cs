namespace ZooInfra.Analyzers.Tests.Values;

/// <summary>Every form of expression from which values are read, and its near misses, of which nothing may be claimed.</summary>
public sealed class ExpressionTests
{
    [Fact]
    public void Literals_and_constants_are_what_they_say() => Programs.AreRead(
        "const int Minutes = 4; const string Name = Shared.Name + \".example\";",
        "const int local = 3;",
        "static class Shared { public const string Name = \"acme\"; public const double Sla = 99.99; }",
        ("\"text\"", "text"),
        ("42", "42"),
        ("-1.5", "-1.5"),
        ("1e300", "?"),
        ("double.NaN", "?"),
        ("99.99m", "99.99"),
        ("'c'", "c"),
        ("true", "True"),
        ("local * 2", "6"),
        ("Minutes * 60", "240"),
        ("Name", "acme.example"),
        ("Shared.Sla", "99.99"),
        ("nameof(Shared)", "Shared"),
        ("int.MaxValue", "2147483647"),
        ("string.Empty", ""),
        ("default(int)", "0"));

    [Fact]
    public void Nothing_given_is_absent() => Programs.AreRead(
        "",
        "",
        "",
        ("string?|null", "-"),
        ("string?|default", "-"),
        ("int?|null", "-"),
        ("int?|default", "-"),
        ("int?|new()", "0"),
        ("Input<string>?|null", "-"),
        ("default(EquatableArray<string>)", "-"),
        ("DnsRecord?|null!", "-"));

    [Fact]
    public void Texts_are_put_together_from_known_parts() => Programs.AreRead(
        "static readonly string Zone = \"acme.example\"; static readonly int Number = 7; static readonly double Half = 0.5; static string Now => DateTime.UtcNow.ToString();",
        "",
        "",
        ("$\"www.{Zone}\"", "www.acme.example"),
        ("$\"{Number}.{Zone}.{DnsRecordType.MX}{true}\"", "7.acme.example.MXTrue"),
        ("\"www.\" + Zone", "www.acme.example"),
        ("\"a\" + Number + Zone + 'c'", "a7acme.examplec"),
        ("$\"{Half}\"", "?"),
        ("$\"{Number:X}\"", "?"),
        ("$\"{Number,5}\"", "?"),
        ("$\"{Now}\"", "?"),
        ("Zone + Now", "?"),
        ("FormattableString|$\"www.{Zone}\"", "?"),
        ("Input<string>|$\"www.{Zone}\"", "www.acme.example"));

    [Fact]
    public void Enums_are_the_names_of_their_members() => Programs.AreRead(
        "static readonly Days Weekend = Days.Sat | Days.Sun; static readonly DnsRecordType Kind = DnsRecordType.MX;",
        "",
        "[Flags] public enum Days { None = 0, Sat = 1, Sun = 2, Mon = 4, Weekend2 = 3 } public enum Plain { A = 1, B = 2 }",
        ("DnsRecordType.AAAA", "AAAA"),
        ("Days.Sat | Days.Mon", "Sat, Mon"),
        ("Days.None", "None"),
        ("Weekend", "Weekend2"),
        ("(Days)8", "8"),
        ("(Plain)3", "3"),
        ("(Plain)2", "B"),
        ("(int)Plain.B", "2"),
        ("Plain?|Plain.A", "A"),
        ("object|Kind", "MX"),
        ("Kind", "MX"),
        ("(int)Kind", "?"));

    [Fact]
    public void An_enum_names_its_type()
    {
        var value = Programs.Read(Programs.Client("public Acme() => new Probe<DayOfWeek>(DayOfWeek.Monday);")).Components[0]["value"];

        Assert.Equal(("System.DayOfWeek", "Monday"), (value.Type, value.Text));
    }

    [Fact]
    public void Conversions_keep_the_value() => Programs.AreRead(
        "static readonly int Five = 5; static readonly double Half = 2.5;",
        "",
        "public readonly record struct Minutes(int Count) { public static implicit operator Minutes(int count) => new(count); }",
        ("Input<string>|\"a\"", "a"),
        ("Input<int>?|5", "5"),
        ("Input<int>|Five", "5"),
        ("InputList<string>|\"a\"", "[a]"),
        ("InputList<string>|new[] { \"a\", \"b\" }", "[a, b]"),
        ("InputList<string>|new List<string> { \"a\" }", "[a]"),
        ("InputList<string>|[\"a\", \"b\"]", "[a, b]"),
        ("InputList<string>|ImmutableArray.Create(\"a\", \"b\")", "[a, b]"),
        ("InputMap<string>|new Dictionary<string, string> { [\"k\"] = \"v\" }", "System.Collections.Generic.Dictionary(k: v)"),
        ("long|Five", "5"),
        ("double|Five", "5"),
        ("int?|Five", "5"),
        ("(int)Half", "2"),
        ("(byte)(Five + 300)", "?"),
        ("object|Five", "5"),
        ("\"a\" as object", "?"),
        ("Minutes|5", "Minutes(Count: 5)"),
        ("Output.Create(\"a\")", "a"),
        ("Output.CreateSecret(\"hunter2\")", "?"),
        ("Input<string>|Output.Create(\"a\").Apply(x => x)", "?"),
        ("InputList<string>|Output.Create(\"a\").Apply(x => x)", "[?]"),
        ("Output.Format($\"a{Five}\")", "?"));

    [Fact]
    public void Choices_are_made_where_the_condition_is_known() => Programs.AreRead(
        "static readonly bool Yes = true; static readonly int Five = 5; static readonly string? Nothing = null; static bool Ask => DateTime.UtcNow.Hour > 3; static string Answer => Environment.MachineName;",
        "",
        "",
        ("Yes ? 1 : 2", "1"),
        ("!Yes ? 1 : 2", "2"),
        ("Five > 4 && Yes ? \"a\" : \"b\"", "a"),
        ("Five == 5 || Ask", "True"),
        ("Ask || Five == 5", "?"),
        ("Ask ? 1 : 1", "?"),
        ("Nothing ?? \"a\"", "a"),
        ("\"b\" ?? Nothing", "b"),
        ("Answer ?? \"a\"", "?"),
        ("Nothing == null", "True"),
        ("Five * 2 - 1", "9"),
        ("-Five", "-5"),
        ("Five / 2", "2"),
        ("Five / (Five - 5)", "?"),
        ("Five + int.MaxValue", "?"),
        ("Five switch { 5 => 1, _ => 2 }", "?"));

    [Fact]
    public void Objects_are_their_arguments_and_members() => Programs.AreRead(
        "",
        "",
        "",
        ("new DateOnly(2027, 3, 31)", "System.DateOnly(year: 2027, month: 3, day: 31)"),
        ("new DateOnly(day: 31, month: 3, year: 2027)", "System.DateOnly(year: 2027, month: 3, day: 31)"),
        ("DateOnly?|new(2027, 3, 31)", "System.DateOnly(year: 2027, month: 3, day: 31)"),
        ("new NodaTime.LocalDate(2027, 3, 31)", "NodaTime.LocalDate(year: 2027, month: 3, day: 31)"),
        ("new SpfInclude(\"mail.example\")", "ZooInfra.Dns.SpfInclude(Domain: mail.example, NestedLookups: 0)"),
        ("SpfInclude|new(\"mail.example\", NestedLookups: 3)", "ZooInfra.Dns.SpfInclude(Domain: mail.example, NestedLookups: 3)"),
        ("new DnsZoneArgs { Ttl = 60, Contact = \"dns@acme.example\" }", "ZooInfra.Dns.DnsZoneArgs(Ttl: 60, Contact: dns@acme.example)"),
        ("DnsZoneArgs|new() { NameServers = { \"a\", \"b\" } }", "ZooInfra.Dns.DnsZoneArgs(NameServers: [a, b])"),
        ("new DnsZoneArgs { NameServers = { { \"a\", \"b\" }, \"c\" } }", "ZooInfra.Dns.DnsZoneArgs(NameServers: [a, b, c])"),
        ("new DnsZoneArgs { Ttl = Environment.ProcessId }", "ZooInfra.Dns.DnsZoneArgs(Ttl: ?)"),
        ("new ZooInfra.Dns.SpfPolicy { Mx = true, Includes = [new(\"a\")] }", "ZooInfra.Dns.SpfPolicy(Mx: True, Includes: [ZooInfra.Dns.SpfInclude(Domain: a, NestedLookups: 0)])"),
        ("new ComponentResourceOptions { CustomTimeouts = { Create = TimeSpan.FromMinutes(5) } }", "Pulumi.ComponentResourceOptions(CustomTimeouts: Pulumi.CustomTimeouts(Create: System.TimeSpan.FromMinutes(minutes: 5), ...))"),
        ("new MfaRule(\"all\") { Groups = new([\"a\"]), SessionHours = 1 }", "ZooInfra.Contracts.Identity.MfaRule(Name: all, Groups: [a], SessionHours: 1)"),
        ("new string('a', 3)", "?"),
        ("new object()", "System.Object()"),
        ("(\"email\", 5)", "System.ValueTuple(Item1: email, Item2: 5)"));

    [Fact]
    public void Lists_are_their_items() => Programs.AreRead(
        "static readonly string[] Two = [\"a\", \"b\"]; static string[] Asked => Environment.GetCommandLineArgs();",
        "",
        "",
        ("new[] { 1, 2 }", "[1, 2]"),
        ("new string[0]", "[]"),
        ("new string[2]", "?"),
        ("new int[1, 1] { { 5 } }", "?"),
        ("string[]|[\"x\", .. Two, \"y\"]", "[x, a, b, y]"),
        ("string[]|[\"x\", .. Asked]", "[x, ...]"),
        ("IReadOnlyList<string>|[]", "[]"),
        ("new List<string> { \"a\" }", "[a]"),
        ("new List<string>(Two) { \"c\" }", "[a, b, c]"),
        ("new List<string>(4) { \"c\" }", "[c]"),
        ("new List<string>(Asked) { \"c\" }", "[c, ...]"),
        ("new HashSet<string>(StringComparer.Ordinal) { \"c\" }", "[c]"),
        ("new EquatableArray<string>([\"a\"])", "[a]"),
        ("Array.Empty<string>()", "[]"),
        ("Enumerable.Empty<string>()", "[]"),
        ("ImmutableArray<string>.Empty", "[]"),
        ("ImmutableArray.Create<string>()", "[]"),
        ("Two.ToList()", "[a, b]"),
        ("Two.Concat([\"c\"]).ToArray()", "[a, b, c]"),
        ("Two.Select(x => x + \"!\").ToArray()", "?"),
        ("Two.ToImmutableArray()", "[a, b]"),
        ("new Dictionary<string, int> { [\"a\"] = 1, [\"b\"] = 2 }", "System.Collections.Generic.Dictionary(a: 1, b: 2)"),
        ("new Dictionary<string, int> { [Asked[0]] = 1 }", "System.Collections.Generic.Dictionary(, ...)"),
        ("new InputMap<string> { { \"k\", \"v\" } }", "Pulumi.InputMap(k: v)"),
        ("new InputList<string> { \"a\", new InputList<string> { \"b\" } }", "[a, b]"));

    [Fact]
    public void The_library_s_factories_keep_what_they_were_given() => Programs.AreRead(
        "",
        "",
        "",
        ("DnsRecord.A(\"www\", \"192.0.2.1\", \"192.0.2.2\")", "ZooInfra.Dns.DnsRecord.A(name: www, addresses: [192.0.2.1, 192.0.2.2])"),
        ("DnsRecord.A(\"www\")", "ZooInfra.Dns.DnsRecord.A(name: www, addresses: [])"),
        ("DnsRecord.Mx(preference: 10, name: \"@\", host: \"mail\")", "ZooInfra.Dns.DnsRecord.Mx(name: @, preference: 10, host: mail)"),
        ("DnsRecord.A(\"www\", \"192.0.2.1\").WithTtl(60)", "ZooInfra.Dns.DnsRecord.A(name: www, addresses: [192.0.2.1], Ttl: 60)"),
        ("DnsRecord.Cname(\"a\", \"b\") with { Ttl = 5 }", "ZooInfra.Dns.DnsRecord.Cname(name: a, target: b, Ttl: 5)"),
        ("FirewallNatArgs.Masquerade(\"out\", \"wan\", \"10.0.0.0/8\")", "ZooInfra.Firewalls.FirewallNatArgs.Masquerade(name: out, toZone: wan, network: 10.0.0.0/8)"),
        ("FirewallNatArgs.Destination(\"in\", \"wan\", \"192.0.2.1\", null, \"10.0.0.1\")", "ZooInfra.Firewalls.FirewallNatArgs.Destination(name: in, fromZone: wan, address: 192.0.2.1, service: -, inside: 10.0.0.1, insidePort: -)"),
        ("PolicySetting.InactivityLock(600)", "ZooInfra.Contracts.Identity.PolicySetting.InactivityLock(seconds: 600)"),
        ("NodaTime.Duration.FromHours(4)", "NodaTime.Duration.FromHours(hours: 4)"),
        ("int.Parse(\"4\")", "?"),
        ("string.Join(\",\", \"a\")", "?"),
        ("new SpfPolicy().ToText()", "?"));

    [Fact]
    public void A_record_is_copied_with_its_members() => Programs.AreRead(
        "static Peer Ask() => new(Environment.MachineName) { };",
        "var home = new Peer(\"home\") { Slot = 4 };",
        "public record Peer(string Name, int Port = 51820) { public int Slot { get; init; } } public record Named(string Name) { public string Kind { get; init; } = \"x\"; }",
        ("home", "Peer(Name: home, Port: 51820, Slot: 4)"),
        ("home with { Name = \"away\" }", "Peer(Name: away, Port: 51820, Slot: 4)"),
        ("home.Name", "home"),
        ("home.Slot", "4"),
        ("home.Port + 1", "51821"),
        ("Peer.Equals(home, home)", "?"),
        ("Ask() with { Slot = 1 }", "Peer(Name: ?, Port: 51820, Slot: 1)"),
        ("new Named(\"a\")", "Named(Name: a, ...)"),
        ("new Named(\"a\").Kind", "?"));
}
