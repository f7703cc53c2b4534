using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ZooInfra.Analyzers.Values;

namespace ZooInfra.Analyzers.Tests.Values;

/// <summary>Which components a program makes, wherever it makes them, and when that is not known for sure.</summary>
public sealed class ComponentTests
{
    [Fact]
    public void A_component_has_the_arguments_of_its_constructor()
    {
        var component = Made(Programs.Client("""public Acme() { _ = new DnsZone("acme.example", new() { Ttl = 60 }); }"""));

        Assert.Equal("ZooInfra.Dns.DnsZone(name: acme.example, args: ZooInfra.Dns.DnsZoneArgs(Ttl: 60), options: -)", component);
    }

    [Fact]
    public void Components_are_found_wherever_the_class_makes_them() => Makes(
        ["argument", "field", "property", "body", "helper", "private", "local function", "getter", "nested"],
        Programs.Client("""
            private readonly Probe<string> _field = new("field");
            public Probe<string> Property { get; } = new("property");
            public Acme() : this(new Probe<string>("argument")) { Helper("private"); Local(); _ = Getter; Keep(new List<object> { new Probe<string>("nested") }); void Local() => new Probe<string>("local function"); }
            private Acme(Probe<string> given) { new Probe<string>("body"); Helper("helper"); }
            private void Helper(string name) { new Probe<string>(name); }
            private Probe<string> Getter => new("getter");
            private static void Keep(object value) { }
            """));

    [Fact]
    public void Components_of_bases_have_the_values_that_are_passed_to_them() => Makes(
        ["body of base acme", "hook acme.example", "primary acme/eu", "override", "own"],
        Programs.Client("""
            public Acme() : base("acme") { new Probe<string>("own"); }
            protected override string Zone => Name + ".example";
            protected override void Hook() => new Probe<string>("hook " + Zone);
            protected override void Late() => new Probe<string>("override");
            """).Replace(": TenantStack", ": Base", StringComparison.Ordinal),
        """
        public abstract class Base(string name) : Root(name + "/eu", () => { })
        {
            protected string Name => name;
            private readonly Probe<string> _made = new("body of base " + name);
            protected abstract string Zone { get; }
        }
        public abstract class Root : TenantStack
        {
            protected Root(string region, Action then) { Hook(); new Probe<string>("primary " + region); Late(); }
            protected virtual void Hook() => new Probe<string>("never");
            protected abstract void Late();
        }
        """);

    [Fact]
    public void A_primary_constructor_hands_its_arguments_on() => Makes(
        ["own", "base of eu"],
        "public sealed partial class Acme() : Base(\"eu\") { readonly Probe<string> _own = new(\"own\"); }",
        "public abstract class Base : TenantStack { protected Base(string region, int unused = 4) { new Probe<string>(\"base of \" + region); } }");

    [Fact]
    public void Components_of_helpers_in_other_files_are_found_with_their_values() => Makes(
        ["static acme", "extension acme", "made acme", "method acme", "wrapped acme"],
        Programs.Client("""
            public Acme()
            {
                Shared.Make("acme");
                this.Extend("acme");
                new Helper("acme").Run("acme");
                new Site("acme");
            }
            """),
        """
        public static class Shared
        {
            public static void Make(string name) => new Probe<string>("static " + name);
            public static void Extend(this TenantStack stack, string name) => new Probe<string>("extension " + name);
        }
        public sealed class Helper
        {
            public Helper(string name) => new Probe<string>("made " + name);
            public void Run(string name) => new Probe<string>("method " + name);
        }
        """,
        """
        public sealed class Site : ComponentResource
        {
            public Site(string name) : base("t:i:Site", name) { new Probe<string>("wrapped " + name); }
        }
        """);

    [Fact]
    public void A_component_of_its_own_class_is_listed_with_what_it_makes()
    {
        var program = Programs.Read(
            Programs.Client("public Acme() => new Site(\"acme\");"),
            "public sealed class Site(string name) : ComponentResource(\"t:i:Site\", name) { private readonly DnsZone _zone = new(name + \".example\", new()); }");

        Assert.Equal(
            ["Site(name: acme)", "ZooInfra.Dns.DnsZone(name: acme.example, args: ZooInfra.Dns.DnsZoneArgs(), options: -)"],
            program.Components.Select(component => component.ToString()));
    }

    [Theory]
    [InlineData("if (DateTime.UtcNow.Hour > 3) { MAKE }")]
    [InlineData("if (DateTime.UtcNow.Hour > 3) { } else { MAKE }")]
    [InlineData("foreach (var i in new[] { 1, 2 }) { MAKE }")]
    [InlineData("for (var i = 0; i < 2; i++) { MAKE }")]
    [InlineData("while (DateTime.UtcNow.Hour > 3) { MAKE }")]
    [InlineData("switch (DateTime.UtcNow.Hour) { case 3: MAKE break; }")]
    [InlineData("try { } catch (Exception) { MAKE }")]
    [InlineData("new List<int> { 1 }.ForEach(i => { MAKE });")]
    [InlineData("_ = new[] { 1 }.Select(i => { MAKE return i; }).ToList();")]
    [InlineData("Output.Create(1).Apply(i => { MAKE return i; });")]
    [InlineData("if (DateTime.UtcNow.Hour > 3) { return; } MAKE")]
    [InlineData("Action make = () => { MAKE }; make();")]
    [InlineData("_ = Environment.ProcessId > 3 && Yes(); bool Yes() { MAKE return true; }")]
    [InlineData("_ = Each(); IEnumerable<int> Each() { MAKE yield return 1; }")]
    [InlineData("new List<int> { 1 }.ForEach(Make); void Make(int i) { MAKE }")]
    [InlineData("if (DateTime.UtcNow.Hour > 3) { Make(); } void Make() { MAKE }")]
    public void What_is_made_under_a_condition_or_in_a_loop_says_so(string statements)
    {
        var program = Programs.Read(Programs.Client($"public Acme() {{ {statements.Replace("MAKE", "new Probe<int>(5);", StringComparison.Ordinal)} }}"));

        Assert.Equal("Probe(value: 5, $conditional: True)", Assert.Single(program.Components).ToString());
        Assert.True(program.IsComplete);
    }

    [Theory]
    [InlineData("Make(true); void Make(bool yes) { if (yes) { MAKE } else { new Probe<int>(6); } }")]
    [InlineData("if (false) { new Probe<int>(6); } MAKE")]
    [InlineData("Make(); MAKE void Make() { if (DateTime.UtcNow.Hour > 3) { return; } }")]
    [InlineData("if (DateTime.UtcNow.Hour > 3) { throw new InvalidOperationException(); } MAKE")]
    [InlineData("try { MAKE } finally { }")]
    [InlineData("using var file = new System.IO.StringWriter(); MAKE")]
    public void What_is_made_in_any_case_does_not_say_so(string statements)
    {
        var program = Programs.Read(Programs.Client($"public Acme() {{ {statements.Replace("MAKE", "new Probe<int>(5);", StringComparison.Ordinal)} }}"));

        Assert.Equal("Probe(value: 5)", Assert.Single(program.Components).ToString());
        Assert.True(program.IsComplete);
    }

    [Theory]
    [InlineData("public Acme() { Lib.Make(); }")]
    [InlineData("public Acme() { new Lib(); }")]
    [InlineData("public Acme() { Run(() => { }); } static void Run(Action action) => action();")]
    [InlineData("public Acme() { foreach (var one in Makers) { one.Make(); } } public interface IMaker { void Make(); } static readonly List<IMaker> Makers = [];")]
    [InlineData("public Acme() { new Many().One.Make(); } class Many { public Maker One = new(); } class Maker { public virtual void Make() { } }")]
    [InlineData("public Acme() { Again(3); } static void Again(int n) { if (n > 0) { Again(n - 1); } }")]
    [InlineData("public Acme() { Make<DnsZoneArgs>(); } static void Make<T>() where T : new() => new T();")]
    [InlineData("public Acme() { dynamic stack = this; stack.Make(); }")]
    [InlineData("public Acme() { Make(); } [System.Runtime.InteropServices.DllImport(\"x\")] static extern void Make();")]
    public void A_program_that_cannot_be_read_to_its_end_is_not_complete(string members)
    {
        var library = Library();

        Assert.False(Programs.Read(Programs.Compile(Programs.Client(members)).AddReferences(library)).IsComplete);
    }

    [Theory]
    [InlineData("public Acme() { Console.WriteLine(string.Join(',', new[] { 1 }.Select(i => i + 1))); }")]
    [InlineData("public Acme() { Part(); } partial void Part();")]
    [InlineData("public Acme() { _ = ToString(); } public override string ToString() => \"acme\";")]
    [InlineData("public Acme() { var size = Lib.Size; }")]
    [InlineData("public Acme() { var record = new Peer(\"a\") with { Name = \"b\" }; } record Peer(string Name);")]
    [InlineData("")]
    public void A_program_of_which_all_is_read_is_complete(string members)
        => Assert.True(Programs.Read(Programs.Compile(Programs.Client(members)).AddReferences(Library())).IsComplete);

    [Fact]
    public void A_base_in_another_assembly_leaves_the_program_open()
    {
        var program = Programs.Read(Programs.Compile(Programs.Client("public Acme() => new Probe<int>(5);").Replace(": TenantStack", ": LibStack", StringComparison.Ordinal)).AddReferences(Library()));

        Assert.False(program.IsComplete);
        Assert.Single(program.Components);
    }

    [Fact]
    public void A_component_s_place_is_its_creation()
    {
        var program = Programs.Read(Programs.Client("public Acme() => Make(); static Probe<int> Make() => new(5);"));

        Assert.Equal("new(5)", Assert.Single(program.Components).Origin!.ToString());
    }

    [Fact]
    public void Classes_that_are_no_stacks_are_not_read()
    {
        var compilation = Programs.Compile("public class Other { }", Programs.Client(""));

        Assert.Null(ProgramReader.Of(compilation)!.Read(compilation.GetTypeByMetadataName("Other")!, default));
        Assert.Null(ProgramReader.Of(compilation)!.Read(compilation.GetTypeByMetadataName("ZooInfra.TenantStack")!, default));
    }

    [Fact]
    public void Without_the_library_there_is_nothing_to_read()
        => Assert.Null(ProgramReader.Of(Programs.Compile().WithReferences(Sources.References)));

    [Fact]
    public void A_program_that_does_too_much_is_given_up_and_not_complete()
    {
        var calls = string.Concat(Enumerable.Range(1, 6).Select(i => $"static void M{i}() {{ {string.Concat(Enumerable.Repeat($"M{i - 1}(); ", 12))} }} "));

        Assert.False(Programs.Read(Programs.Client("public Acme() => M6(); static void M0() { } " + calls)).IsComplete);
    }

    private static MetadataReference Library()
        => CSharpCompilation.Create(
            "Library",
            [CSharpSyntaxTree.ParseText("public class Lib { public const int Size = 4; public static void Make() { } } public abstract class LibStack : ZooInfra.TenantStack { }")],
            Sources.ClientReferences,
            new(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();

    private static string Made(params string[] sources) => Assert.Single(Programs.Read(sources).Components).ToString();

    /// <summary>Asserts that these probes are made in this order, and nothing is left open.</summary>
    private static void Makes(string[] probes, string client, string other = "", string another = "")
    {
        var program = Programs.Read(client, other, another);
        var values = program.Components.Where(component => component.Type == "Probe").Select(component => component["value"].Text ?? component["value"].ToString());

        Assert.Equal(probes, values);
        Assert.DoesNotContain(program.Components, component => component.Members.ContainsKey(ProgramFacts.Conditional));
    }
}
