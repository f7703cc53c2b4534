namespace ZooInfra.Generators.Tests;

public sealed class ClassShapeTests
{
    [Theory]
    [InlineData("C", "[ZooInfra.Tenant(\"c\")] public partial class C : ZooInfra.TenantStack { }")]
    [InlineData("C", "[ZooInfra.Tenant(\"c\")] internal sealed partial class C : ZooInfra.TenantStack { }")]
    [InlineData("A.B.C", "namespace A.B; [ZooInfra.Tenant(\"c\")] public partial class C : ZooInfra.TenantStack { }")]
    [InlineData("A.B.C", "namespace A { namespace B { [ZooInfra.Tenant(\"c\")] public partial class C : ZooInfra.TenantStack { } } }")]
    [InlineData("A.O+P+C", "namespace A; public partial record O { internal partial struct P { [ZooInfra.Tenant(\"c\")] public partial class C : ZooInfra.TenantStack { } } }")]
    [InlineData("I+R+C", "public partial interface I { public partial record struct R { [ZooInfra.Tenant(\"c\")] public partial class C : ZooInfra.TenantStack { } } }")]
    [InlineData("event.required.file", "namespace @event.@required; [ZooInfra.Tenant(\"c\")] public partial class @file : ZooInfra.TenantStack { }")]
    [InlineData("Système.Ζωή", "namespace Système; [ZooInfra.Tenant(\"c\")] public partial class Ζωή : ZooInfra.TenantStack { }")]
    [InlineData("System.ZooInfra.C", "namespace System.ZooInfra; [global::ZooInfra.Tenant(\"c\")] public partial class C : global::ZooInfra.TenantStack { }")]
    [InlineData("C", "[ZooInfra.Tenant(\"c\")] public partial class C : Mine { } public abstract class Mine : ZooInfra.TenantStack { }")]
    [InlineData("C", "public partial class C : ZooInfra.TenantStack { } [ZooInfra.Tenant(\"c\")] partial class C { }")]
    public void Client_may_be_declared_as(string type, string source)
    {
        using var program = new LoadedProject(new TestProject(source));

        Assert.Equal("c", LoadedProject.Get<string>(program.Client(), "Id"));
        Assert.NotNull(program.Assemblies[0].GetType(type)!.GetProperty("Contract"));
    }

    [Fact]
    public void Client_may_derive_from_another_client()
    {
        using var program = new LoadedProject(new TestProject("""
            using ZooInfra;
            [Tenant("one")] public partial class One : TenantStack { }
            [Tenant("two")] public partial class Two : One { }
            """));

        Assert.Equal(["one", "two"], program.Clients().Select(client => LoadedProject.Get<string>(client, "Id")));
    }

    [Fact]
    public void Names_that_differ_by_case_or_nesting_have_files_of_their_own()
    {
        var generated = new TestProject("""
            using ZooInfra;
            namespace A { [Tenant("c1")] public partial class Bc : TenantStack { } }
            namespace A { [Tenant("c2")] public partial class BC : TenantStack { } }
            namespace A { public partial class B { [Tenant("c3")] public partial class C : TenantStack { } } }
            namespace A.B_ { [Tenant("c4")] public partial class C : TenantStack { } }
            namespace A { [Tenant("c5")] public partial class Bç : TenantStack { } }
            namespace A { [Tenant("c6")] public partial class Bé : TenantStack { } }
            """).Generate();

        Assert.Equal(7, generated.Count);
        Assert.Equal(7, generated.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(generated.Keys, name => Assert.Matches("^[A-Za-z0-9_.]+$", name));
    }

    [Fact]
    public void Long_name_makes_a_file_name_of_bounded_length()
    {
        var name = new string('L', 400);
        var project = new TestProject($"[ZooInfra.Tenant(\"c\")] public partial class {name} : ZooInfra.TenantStack {{ }}");

        Assert.All(project.Generate().Keys, hint => Assert.InRange(hint.Length, 1, 120));
        project.Build();
    }

    [Theory]
    [InlineData("not partial", "[Tenant(\"c\")] public class C : TenantStack { }")]
    [InlineData("around it not partial", "public class O { [Tenant(\"c\")] public partial class C : TenantStack { } }")]
    [InlineData("no stack", "[Tenant(\"c\")] public partial class C { }")]
    [InlineData("another stack", "[Tenant(\"c\")] public partial class C : Pulumi.Stack { }")]
    [InlineData("abstract", "[Tenant(\"c\")] public abstract partial class C : TenantStack { }")]
    [InlineData("static", "[Tenant(\"c\")] public static partial class C { }")]
    [InlineData("generic", "[Tenant(\"c\")] public partial class C<T> : TenantStack { }")]
    [InlineData("in a generic", "public partial class O<T> { [Tenant(\"c\")] public partial class C : TenantStack { } }")]
    [InlineData("private", "public partial class O { [Tenant(\"c\")] private partial class C : TenantStack { } }")]
    [InlineData("file", "[Tenant(\"c\")] file partial class C : TenantStack { }")]
    [InlineData("no constructor without parameters", "[Tenant(\"c\")] public partial class C(int x) : TenantStack { public int X => x; }")]
    [InlineData("hidden constructor", "[Tenant(\"c\")] public partial class C : TenantStack { private C() { } }")]
    [InlineData("has a Contract", "[Tenant(\"c\")] public partial class C : TenantStack { public int Contract => 1; }")]
    [InlineData("two tenants", "[Tenant(\"c\")] public partial class C : TenantStack { } [Tenant(\"d\")] partial class C { }")]
    [InlineData("no id", "[Tenant] public partial class C : TenantStack { }")]
    [InlineData("null id", "[Tenant(null!)] public partial class C : TenantStack { }")]
    [InlineData("not constant", "[Tenant(C.X)] public partial class C : TenantStack { public static readonly string X = \"x\"; }")]
    [InlineData("record", "[Tenant(\"c\")] public partial record C { }")]
    [InlineData("struct", "[Tenant(\"c\")] public partial struct C { }")]
    public void Class_that_cannot_be_a_client_is_left_out(string why, string source)
    {
        var generated = new TestProject("using ZooInfra; using ZooInfra.Contracts; " + source).Generate();

        Assert.True(generated.Keys.Single() == "ZooClients.g.cs", why);
    }

    [Fact]
    public void Clients_with_one_id_are_both_left_out_of_the_registry_but_keep_their_contracts()
    {
        using var program = new LoadedProject(new TestProject("""
            using ZooInfra;
            [Tenant("same")] public partial class One : TenantStack { }
            [Tenant("SAME")] public partial class Two : TenantStack { }
            [Tenant("other")] public partial class Three : TenantStack { }
            """));

        Assert.Equal("other", LoadedProject.Get<string>(program.Client(), "Id"));
        Assert.NotNull(program.Assemblies[0].GetType("Two")!.GetProperty("Contract"));
    }

    [Theory]
    [InlineData("empty id", "[Tenant(\"\")] public partial class C : TenantStack { }")]
    [InlineData("bad id", "[Tenant(\"../c\")] public partial class C : TenantStack { }")]
    [InlineData("dots", "[Tenant(\"..\")] public partial class C : TenantStack { }")]
    [InlineData("line feed", "[Tenant(\"c\\n\")] public partial class C : TenantStack { }")]
    [InlineData("availability", "[Tenant(\"c\"), Sla(100.1)] public partial class C : TenantStack { }")]
    [InlineData("not a number", "[Tenant(\"c\"), Sla(double.NaN)] public partial class C : TenantStack { }")]
    [InlineData("response", "[Tenant(\"c\"), Sla(99, Response = \"soon\")] public partial class C : TenantStack { }")]
    [InlineData("endless response", "[Tenant(\"c\"), Sla(99, Response = \"P999999999D\")] public partial class C : TenantStack { }")]
    [InlineData("part of a second", "[Tenant(\"c\"), Sla(99, Response = \"PT0.5S\")] public partial class C : TenantStack { }")]
    [InlineData("more than endless", "[Tenant(\"c\"), Sla(99, Response = \"P9999999999999999999W\")] public partial class C : TenantStack { }")]
    [InlineData("window", "[Tenant(\"c\"), PatchWindow(\"Mon\", \"02:00-04:00\", Zone = \"CET\")] public partial class C : TenantStack { }")]
    [InlineData("billing", "[Tenant(\"c\"), Billing((BillingModel)77)] public partial class C : TenantStack { }")]
    public void Client_whose_contract_cannot_be_read_is_not_registered_and_its_contract_says_so(string why, string source)
        => SaysSo(why, new TestProject("using ZooInfra; using ZooInfra.Contracts; " + source));

    [Theory]
    [InlineData("c.contract.yaml", "sla: [")]
    [InlineData("c.contract.yaml", "client: C\nsla:\n  availability: 200\n")]
    [InlineData("C.contract.yaml", "client: C\n")]
    public void Client_whose_file_cannot_be_read_is_not_registered_and_its_contract_says_so(string path, string text)
        => SaysSo(text, new TestProject("Clients", "Stacks", [new(path, text)], [Source.Client("[Sla(99.9)]")]));

    [Fact]
    public void Client_with_two_files_is_not_registered_and_its_contract_says_so()
        => SaysSo("two files", new TestProject("Clients", "Stacks", [new("a/c.contract.yaml", "client: C\n"), new("b/c.contract.yaml", "client: C\n")], [Source.Client("")]));

    [Fact]
    public void Source_cut_off_at_any_token_breaks_neither_the_generator_nor_other_clients()
    {
        var cuts = Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(Source.Acme, Sdk.ParseOptions).GetRoot().DescendantTokens().Select(token => token.SpanStart);
        var typed = new TestProject("", Source.BigGov);
        foreach (var cut in cuts)
        {
            var source = Source.Acme[..cut];
            var built = new TestProject(source, Source.BigGov).Generate();
            Assert.Contains(built.Keys, name => name.StartsWith("BigGov.", StringComparison.Ordinal));
            Assert.Equal(built, typed.Edit(0, source).Generate());
        }
    }

    private static void SaysSo(string why, TestProject project)
    {
        using var program = new LoadedProject(project);

        Assert.Empty(program.Clients());
        var contract = program.Assemblies[0].GetTypes().Single(type => type.Name == "C").GetProperty("Contract")!;
        var thrown = Assert.Throws<System.Reflection.TargetInvocationException>(() => contract.GetValue(null));
        Assert.True(thrown.InnerException is InvalidOperationException { Message: var message } && message.EndsWith("cannot be read; the build says why.", StringComparison.Ordinal), why);
    }
}
