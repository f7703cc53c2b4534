using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ZooInfra.Analyzers.Tests.Values;

/// <summary>Values that pass through variables, members and helpers; and the changes on the way that make them unknown.</summary>
public sealed class VariableTests
{
    [Fact]
    public void A_local_variable_that_is_only_read_has_its_first_value() => Programs.AreRead(
        "",
        """
        var ttl = 60;
        var args = new DnsZoneArgs { Ttl = ttl };
        var records = new List<DnsRecord> { DnsRecord.Cname("a", "b") };
        var again = args;
        var names = new[] { "a", "b" };
        Func<int> read = () => ttl;
        foreach (var name in names) { Console.WriteLine(name); }
        Console.WriteLine(records.Count + records.ToArray().Length);
        """,
        "",
        ("ttl", "60"),
        ("again", "ZooInfra.Dns.DnsZoneArgs(Ttl: 60)"),
        ("args.Ttl", "60"),
        ("args.Contact", "?"),
        ("names", "[a, b]"),
        ("new DnsZoneArgs { Records = records, Ttl = ttl * 2 }", "ZooInfra.Dns.DnsZoneArgs(Records: [ZooInfra.Dns.DnsRecord.Cname(name: a, target: b)], Ttl: 120)"));

    [Fact]
    public void A_local_variable_that_is_written_again_is_unknown() => Programs.AreRead(
        "static void Fill(out string text, ref int number) { text = \"a\"; number = 2; }",
        """
        var one = 1; one = 2;
        var two = 1; two++;
        var three = 1; three += 1;
        string four = "a"; int five = 1; Fill(out four, ref five);
        var six = 1; (six, _) = (2, 3);
        int seven; seven = 1;
        var eight = 1; Action set = () => eight = 2;
        string? nine = null; nine ??= "a";
        var ten = 1; ref var alias = ref ten; alias = 5;
        if (int.TryParse("5", out var eleven)) { }
        var (twelve, _) = (1, 2);
        var last = new List<string>(); for (var i = 0; i < 3; i++) { last = [$"{i}"]; }
        """,
        "",
        ("last", "?"),
        ("one", "?"),
        ("two", "?"),
        ("three", "?"),
        ("four", "?"),
        ("five", "?"),
        ("six", "?"),
        ("seven", "?"),
        ("eight", "?"),
        ("nine", "?"),
        ("ten", "?"),
        ("eleven", "?"),
        ("twelve", "?"));

    [Fact]
    public void A_local_variable_whose_object_is_changed_is_known_only_in_the_rest() => Programs.AreRead(
        "static void Tune(DnsZoneArgs args) => args.Ttl = 5; static void Look(DnsZoneArgs args) => Console.WriteLine(args.Ttl); DnsZoneArgs? _kept;",
        """
        var set = new DnsZoneArgs { Ttl = 60, Contact = "c" }; set.Ttl = 5;
        var added = new DnsZoneArgs { Ttl = 60, NameServers = { "a" } }; added.NameServers.Add("b");
        var records = new DnsZoneArgs { Ttl = 60 }; records.Records.Add(DnsRecord.Cname("a", "b"));
        var cleared = new DnsZoneArgs { Records = { DnsRecord.Cname("a", "b") } }; cleared.Records.Clear();
        var list = new List<string> { "a" }; list.Add("b");
        var sorted = new List<string> { "a" }; sorted.Sort();
        var array = new[] { "a" }; array[0] = "b";
        var shuffled = new[] { "a" }; Array.Reverse(shuffled);
        var tuned = new DnsZoneArgs { Ttl = 60 }; Tune(tuned);
        var looked = new DnsZoneArgs { Ttl = 60 }; Look(looked);
        var aliased = new DnsZoneArgs { Ttl = 60 }; var other = aliased; other.Ttl = 5;
        var part = new DnsZoneArgs { Records = { DnsRecord.Cname("a", "b") } }; var inner = part.Records; inner.Clear();
        var kept = new DnsZoneArgs { Ttl = 60 }; _kept = kept;
        var element = new List<DnsZoneArgs> { new() { Ttl = 60 } }; foreach (var one in element) { one.Ttl = 5; }
        var deep = new List<DnsZoneArgs> { new() { Ttl = 60 } }; deep[0].Ttl = 5;
        var local = new DnsZoneArgs { Ttl = 60 }; void Inside(DnsZoneArgs args) => args.Ttl = 7; Inside(local);
        var maybe = new DnsZoneArgs { Ttl = 60 }; maybe?.Records.Add(DnsRecord.Cname("a", "b"));
        """,
        "",
        ("set", "ZooInfra.Dns.DnsZoneArgs(Ttl: ?, Contact: c)"),
        ("added", "ZooInfra.Dns.DnsZoneArgs(Ttl: 60, NameServers: [a, ...])"),
        ("records", "ZooInfra.Dns.DnsZoneArgs(Ttl: 60, Records: [, ...])"),
        ("cleared", "ZooInfra.Dns.DnsZoneArgs(Records: ?)"),
        ("list", "[a, ...]"),
        ("sorted", "?"),
        ("array", "?"),
        ("shuffled", "?"),
        ("tuned", "?"),
        ("looked", "ZooInfra.Dns.DnsZoneArgs(Ttl: 60)"),
        ("aliased", "?"),
        ("part", "?"),
        ("kept", "?"),
        ("element", "?"),
        ("deep", "?"),
        ("local", "?"),
        ("maybe", "?"));

    [Fact]
    public void Members_that_keep_their_first_value_have_it() => Programs.AreRead(
        """
        static readonly string Zone = "acme.example";
        private readonly int _ttl = 60;
        readonly string _late = "a";
        private int _free = 1;
        static string Mail => $"mail.{Zone}";
        static string Block { get { return "b"; } }
        string Own { get; } = "own";
        string Set { get; set; } = "set";
        string Init { get; init; } = "init";
        string[] Names { get; } = ["a"];
        private readonly List<string> _names = ["a"];
        private readonly List<string> _grown = ["a"];
        void Grow() => _grown.Add("b");
        internal static readonly List<string> Open = ["a"];
        static readonly int First = Second, Second = First;
        """,
        "_late = \"b\";",
        "static class Other { public static readonly string[] Servers = [\"x\"]; public static readonly DnsZoneArgs Args = new() { Ttl = 5 }; public static string Name { get; } = \"n\"; static Other() { Changed = 2; } public static readonly int Changed = 1; }",
        ("Zone", "acme.example"),
        ("_ttl", "60"),
        ("_late", "?"),
        ("_free", "?"),
        ("Mail", "mail.acme.example"),
        ("Block", "b"),
        ("Own", "own"),
        ("Set", "?"),
        ("Init", "?"),
        ("Names", "[a]"),
        ("_names", "[a]"),
        ("_grown", "?"),
        ("Open", "[a, ...]"),
        ("First", "?"),
        ("Other.Servers", "[x]"),
        ("Other.Args", "ZooInfra.Dns.DnsZoneArgs(Ttl: 5, ...)"),
        ("Other.Name", "n"),
        ("Other.Changed", "?"),
        ("DateTime.UnixEpoch", "?"),
        ("Environment.NewLine", "?"));

    [Fact]
    public void Members_that_others_get_hold_of_are_unknown() => Programs.AreRead(
        """
        private readonly DnsZoneArgs _tuned = new() { Ttl = 60 };
        private readonly DnsZoneArgs _aliased = new() { Ttl = 60 };
        private readonly DnsZoneArgs _shown = new() { Ttl = 60 };
        private readonly DnsZoneArgs _used = new() { Ttl = 60 };
        private readonly string[] _names = ["a"];
        private readonly string _text = "a";
        DnsZoneArgs Shown => _shown;
        void Change() { Tune(_tuned); var other = _aliased; other.Ttl = 5; new DnsZone("z", _used); var names = _names; var text = _text; Write(_text); }
        static void Tune(DnsZoneArgs args) => args.Ttl = 5;
        static void Write(string text) => Console.WriteLine(text);
        """,
        "",
        "",
        ("_tuned", "?"),
        ("_aliased", "?"),
        ("_shown", "?"),
        ("_used", "ZooInfra.Dns.DnsZoneArgs(Ttl: 60)"),
        ("_names", "[a]"),
        ("_text", "a"));

    [Fact]
    public void Values_that_double_from_line_to_line_are_given_up()
    {
        var lines = string.Concat(Enumerable.Range(1, 60).Select(i => $"var t{i} = t{i - 1} + t{i - 1}; int[] l{i} = [.. l{i - 1}, .. l{i - 1}]; var n{i} = n{i - 1} - n{i - 1};"));
        var program = Programs.Read(Programs.Client("static readonly string Start = \"ab\"; public Acme() { var t0 = Start; int[] l0 = [1]; var n0 = Start.Length; " + lines + " new Probe<(string, int[], int)>((t60, l60, n60)); }"));

        Assert.Equal("?", Assert.Single(program.Components)["value"]["Item1"].ToString());
    }

    [Fact]
    public void Helpers_that_only_return_are_followed() => Programs.AreRead(
        """
        static DnsRecord Host(string name, int last = 1) => DnsRecord.A(name, $"192.0.2.{last}");
        static DnsRecord Slow(string name) { var fast = Host(name); return fast.WithTtl(3600); }
        static string Twice(string text) { text = text + text; return text; }
        static int Count(int n) => n <= 0 ? 0 : Count(n - 1);
        static int Many(int n) { if (n > 1) { return 1; } return 2; }
        static async Task<int> Later() { await Task.Yield(); return 1; }
        static IEnumerable<int> Each() { yield return 1; }
        static T Same<T>(T value) => value;
        static DnsRecord[] Hosts(params string[] names) => [Host(names[0])];
        static string Checked(string text) { ArgumentNullException.ThrowIfNull(text); return text; }
        static string Zone(bool production) => production ? "acme.example" : "test.acme.example";
        string Mine(string text) => text + Suffix;
        string Suffix => ".mine";
        """,
        "string Local(string text) => text + \"!\";",
        """
        static class Other { public static string Full(this string name) => name + ".example"; public static string Fixed() => "fixed"; }
        """,
        ("Host(\"www\")", "ZooInfra.Dns.DnsRecord.A(name: www, addresses: [192.0.2.1])"),
        ("Host(last: 7, name: \"www\")", "ZooInfra.Dns.DnsRecord.A(name: www, addresses: [192.0.2.7])"),
        ("Slow(\"www\")", "ZooInfra.Dns.DnsRecord.A(name: www, addresses: [192.0.2.1], Ttl: 3600)"),
        ("Host(Environment.MachineName)", "ZooInfra.Dns.DnsRecord.A(name: ?, addresses: [192.0.2.1])"),
        ("Twice(\"a\")", "?"),
        ("Count(2)", "?"),
        ("Many(2)", "?"),
        ("Later()", "?"),
        ("Each()", "?"),
        ("Same(5)", "5"),
        ("Checked(\"a\")", "a"),
        ("Zone(true)", "acme.example"),
        ("Zone(production: false)", "test.acme.example"),
        ("Mine(\"a\")", "a.mine"),
        ("Local(\"a\")", "a!"),
        ("\"www\".Full()", "www.example"),
        ("Other.Fixed()", "fixed"),
        ("Hosts(\"a\")", "[ZooInfra.Dns.DnsRecord.A(name: ?, addresses: [192.0.2.1])]"));

    [Fact]
    public void Calls_are_followed_eight_deep_and_no_deeper() => Programs.AreRead(
        string.Concat(Enumerable.Range(1, 9).Select(i => $"static int M{i}() => {(i == 1 ? "7" : $"M{i - 1}()")};")),
        "",
        "",
        ("M6()", "7"),
        ("M9()", "?"));

    [Fact]
    public void Other_assemblies_keep_their_values_but_for_constants()
    {
        var library = CSharpCompilation.Create(
            "Library",
            [CSharpSyntaxTree.ParseText("public static class Lib { public const int C = 5; public static readonly int R = 5; public static int P => 5; public static int M() => 5; }")],
            Sources.References,
            new(OutputKind.DynamicallyLinkedLibrary));

        // In an editor a reference to a project has syntax, too; a built one has not. Both must read alike.
        var read = Programs.Read(Programs.Compile(Programs.Client("public Acme() { new Probe<int[]>([Lib.C, Lib.R, Lib.P, Lib.M()]); }")).AddReferences(library.ToMetadataReference()));

        Assert.Equal("[5, ?, ?, ?]", Assert.Single(read.Components)["value"].ToString());
        Assert.False(read.IsComplete);
    }
}
