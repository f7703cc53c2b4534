using Pulumirpc;
using static ZooInfra.Engine.Tests.Scenarios.Scenario;

namespace ZooInfra.Engine.Tests.Scenarios;

/// <summary>Aliases by URN and by parts, and those that follow from the parent (section 4.5).</summary>
internal static class AliasTable
{
    public static IEnumerable<Scenario> Rows =>
    [
        new("A resource that is renamed stays", Up([R("a", "x=1")], "+a"), Up([R("b", "x=1").WasNamed("a")], "", "b(id#a-1)").Calling("")),
        new("A resource that is renamed by a URN stays", Up([R("a")], "+a"), Up([R("b").Was(Urn("a"))], "", "b(id#a-1)")),
        new("A rename without an alias makes a new one", Up([R("a")], "+a"), Up([R("b")], "+b -a", "b(id#b-2)")),
        new("An alias stays harmless when it is done", Up([R("a")], "+a"), Up([R("b").WasNamed("a")], ""), Up([R("b").WasNamed("a")], "", "b"), Up([R("b")], "", "b(id#a-1)")),
        new("A rename and a change are an update", Up([R("a", "x=1")], "+a"), Up([R("b", "x=2").WasNamed("a")], "~b", "b(x=2,id#a-1)")),
        new("A rename and a replacement are a replacement", Up([R("a", "key=1")], "+a"), Up([R("b", "key=2").WasNamed("a")], "++b +-b --a", "b(id#b-2)")),
        new("A rename and a delete first are one", Up([R("a", "seat=1")], "+a"), Up([R("b", "seat=2").WasNamed("a")], "--a +-b ++b", "b(id#b-2)")),
        new("A rename and a replacement whose delete fails are finished later", Up([R("a", "key=1")], "+a"), Up([R("b", "key=2").WasNamed("a")], "++b +-b !a", "b b:delete").When("delete a", "busy").Fails("busy"), Up([R("b", "key=2")], "--b", "b")),
        new("A rename and a delete first whose create fails are finished later", Up([R("a", "seat=1")], "+a"), Up([R("b", "seat=2").WasNamed("a")], "--a +-b !b", "a:pending").When("create b", "no seat").Fails("no seat"), Up([R("b", "seat=2").WasNamed("a")], "+-b ++b", "b")),
        new("The first alias that finds one is meant", Up([R("a"), R("b")], "+a +b"), Up([R("c").WasNamed("nobody").WasNamed("b").WasNamed("a")], "-a", "c(id#b-2)")),
        new("A resource of its own name is meant before its aliases", Up([R("a"), R("b")], "+a +b"), Up([R("b").WasNamed("a")], "-a", "b(id#b-2)")),
        new("What depends on a renamed resource follows", Up([R("a"), R("c", "", "a")], "+a +c"), Up([R("b").WasNamed("a"), R("c", "", "b")], "", "b c(deps#b)")),
        new("What is not asked for any more and depended on a renamed one goes", Up([R("a"), R("c", "", "a")], "+a +c"), Up([R("b").WasNamed("a")], "-c", "b")),
        new("What failed to go and depended on a renamed one depends on the new name", Up([R("a"), R("c", "", "a")], "+a +c"), Up([R("b").WasNamed("a")], "!c", "b c(deps#b)").When("delete c", "busy").Fails("busy")),
        new("A run that fails in the middle keeps the new names of what it refers to", Up([R("a"), R("c", "", "a")], "+a +c"), Up([R("b").WasNamed("a"), R("d")], "!d", "b c(deps#b)").When("create d", "no").Fails("no")),
        new("A type that changes is an alias", Up([R("a")], "+a"), Up([R("a").Of("fake:index:Other").Was(new Alias.Types.Spec { Type = "fake:index:Thing" })], "", "a(id#a-1)")),
        new("A resource moves under a component", Up([R("a")], "+a"), Up([Component("g"), R("a").Under("g").Was(new Alias.Types.Spec { NoParent = true })], "+g", "g a(id#a-1,parent#g)")),
        new("A resource moves out of a component", Up([Component("g"), R("a").Under("g")], "+g +a"), Up([Component("g"), R("a").WasUnder("g")], "", "g a(id#a-1,parent#proj-dev)")),
        new("A resource moves from one component to another", Up([Component("g"), Component("h").Of("test:index:Other"), R("a").Under("g")], "+g +h +a"), Up([Component("g"), Component("h").Of("test:index:Other"), R("a").Under("h").WasUnder("g")], "", "g h a(id#a-1,parent#h)")),
        new("A component that changes its type takes its children with it", Up([Component("g"), R("a").Under("g")], "+g +a"), Up([Component("g").Of("test:index:Crew").Was(Type("test:index:Group")), R("a").Under("g")], "", "g a(id#a-1,parent#g)")),
        new("A component that is renamed takes the children with it that are named after it", Up([Component("g"), R("g-a").Under("g")], "+g +g-a"), Up([Component("h").WasNamed("g"), R("h-a").Under("h")], "", "h h-a(id#g-a-1,parent#h)")),
        new("A component that is renamed leaves the names of other children", Up([Component("g"), R("a").Under("g")], "+g +a"), Up([Component("h").WasNamed("g"), R("a").Under("h")], "", "h a(id#a-1)")),
        new(
            "A grandparent that changes its type takes all below with it",
            Up([Component("g"), Component("h").Under("g"), R("a").Under("h")], "+g +h +a"),
            Up([Component("g").Of("test:index:Crew").Was(Type("test:index:Group")), Component("h").Under("g"), R("a").Under("h")], "", "g h a(id#a-1,parent#h)")),
        new(
            "A component and its child are renamed in one run",
            Up([Component("g"), R("a").Under("g")], "+g +a"),
            Up([Component("g").Of("test:index:Crew").Was(Type("test:index:Group")), R("b").Under("g").WasNamed("a")], "", "g b(id#a-1)")),
        new("A component moves under another with its children", Up([Component("g"), R("a").Under("g")], "+g +a"), Up([Component("top").Of("test:index:Top"), Component("g").Under("top").Was(new Alias.Types.Spec { NoParent = true }), R("a").Under("g")], "+top", "top g(parent#top) a(id#a-1)")),
        new("Two resources cannot be what one was", Up([R("a")], "+a"), Up([R("b").WasNamed("a"), R("c").WasNamed("a")], "", null).Fails("Only one resource can be what it was")),
        new("What another has become cannot be a resource of its own", Up([R("a")], "+a"), Up([R("b").WasNamed("a"), R("a")], "", null).Fails("which has taken its place")),
        new("What is a resource of its own cannot be what another was", Up([R("a")], "+a"), Up([R("a"), R("b").WasNamed("a")], "", null).Fails("which is a resource of its own")),
        new("An alias that is no URN is refused", Up([R("b").Was("a")], "", "").Fails("which is not a URN")),
        new("An old way to say aliases works", Up([R("a")], "+a"), Up([R("b").Saying((request, _) => request.AliasURNs.Add(Urn("a")))], "", "b(id#a-1)")),
        new("A provider that is renamed takes its resources with it", Up([ProviderOf("p", "region=1"), R("a").By("p")], "+p +a"), Up([ProviderOf("q", "region=1").WasNamed("p"), R("a").By("q")], "", "a(id#a-1,provider#q)")),
        new("A name of another project is an alias", Up([R("a")], "+a"), Up([R("b").Was(new Alias.Types.Spec { Name = "a", Project = "proj", Stack = "dev" })], "", "b(id#a-1)")),
        new("A renamed resource under a delete first follows", Up([R("a", "seat=1"), R("c", "key=1").From("key", "a")], "+a +c"), Up([R("b", "seat=2").WasNamed("a"), R("c", "key=1").From("key", "b")], "--c --a +-b ++b +-c ++c", "b c(deps#b)")),
    ];

    private static string Urn(string name) => $"urn:pulumi:dev::proj::fake:index:Thing::{name}";

    private static Alias.Types.Spec Type(string type) => new() { Type = type };
}
