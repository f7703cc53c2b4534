using static ZooInfra.Engine.Tests.Scenarios.Scenario;

namespace ZooInfra.Engine.Tests.Scenarios;

/// <summary>Create, update, same; components; inputs and outputs (sections 5.1, 5.2, 5.7).</summary>
internal static class BasicTable
{
    public static IEnumerable<Scenario> Rows =>
    [
        new("An empty program makes nothing", Up([], "", "")),
        new("A resource is created", Up([R("a", "x=1")], "+a", "a(x=1,id#a-1,made>a-1)")),
        new("A chain is created in order", Up([R("a"), R("b", "", "a"), R("c", "", "b")], "+a +b +c", "a b(deps#a) c(deps#b)")),
        new("The same program again changes nothing", Up([R("a", "x=1")], "+a"), Up([R("a", "x=1")], "", "a(x=1,id#a-1)").Calling("")),
        new("A changed input is an update", Up([R("a", "x=1")], "+a"), Up([R("a", "x=2")], "~a", "a(x=2,id#a-1)").Calling("update a")),
        new("An added input is an update", Up([R("a")], "+a"), Up([R("a", "x=2")], "~a", "a(x=2)")),
        new("A removed input is an update", Up([R("a", "x=1 y=2")], "+a"), Up([R("a", "x=1")], "~a", "a(x=1,y=-)")),
        new("A nested input is an update", Up([R("a", "t={\"k\":1}")], "+a"), Up([R("a", "t={\"k\":2}")], "~a", "a(t={k:2})")),
        new("A list that grows is an update", Up([R("a", "l=[1]")], "+a"), Up([R("a", "l=[1,2]")], "~a", "a(l=[1;2])")),
        new("A resource that is added is created alone", Up([R("a")], "+a"), Up([R("a"), R("b")], "+b", "a b")),
        new("An update and a create go in one run", Up([R("a", "x=1")], "+a"), Up([R("a", "x=2"), R("b", "", "a")], "~a +b", "a(x=2) b")),
        new("A new dependency alone is no step, and is kept", Up([R("a"), R("b")], "+a +b"), Up([R("a"), R("b", "", "a")], "", "a b(deps#a)")),
        new("A dependency that goes is no step, and goes", Up([R("a"), R("b", "", "a")], "+a +b"), Up([R("a"), R("b")], "", "a b(deps#)")),
        new("Resources that swap their dependency keep the order of the state", Up([R("a"), R("b", "", "a")], "+a +b"), Up([R("b"), R("a", "", "b")], "", "a(deps#b) b(deps#)")),
        new("A component is created with its children", Up([Component("g"), R("a").Under("g")], "+g +a", "g a(parent#g)")),
        new("A component that changes its inputs is an update without a call", Up([Component("g", "x=1")], "+g"), Up([Component("g", "x=2")], "~g", "g(x=2)").Calling("")),
        new("A component keeps its outputs", Up([Component("g") with { Outputs = "o=1" }], "+g", "g(o>1)"), Up([Component("g") with { Outputs = "o=1" }], "", "g(o>1)")),
        new("A component replaces its outputs", Up([Component("g") with { Outputs = "o=1 p=2" }], "+g"), Up([Component("g") with { Outputs = "o=3" }], "", "g(o>3,p>-)")),
        new("A component goes with its children, children first", Up([Component("g"), R("a").Under("g")], "+g +a"), Up([], "-a -g", "")),
        new("Components of components have the types of all ancestors", Up([Component("g"), Component("h").Under("g"), R("a").Under("h")], "+g +h +a", "g h(parent#g) a(parent#h)")),
        new("Refused inputs stop before anything is done", Up([R("a", "bad=1")], "", "").Fails("bad: must not be given")),
        new("Refused inputs of the second keep the first", Up([R("a"), R("b", "bad=1")], "+a", "a").Fails("bad: must not be given")),
        new("A name that is used twice is refused", Up([R("a"), R("b").Called("a")], "+a", "a").Fails("Duplicate resource URN")),
        new("One name in two types is no conflict", Up([R("a"), R("b").Called("a").Of("fake:index:Other")], "+a +a", "a a")),
        new("Children of one name under parents of one type collide", Up([Component("g"), Component("h"), R("a").Under("g"), R("b").Called("a").Under("h")], "+g +h +a", null).Fails("Duplicate resource URN")),
        new("A type that is none is refused", Up([R("a").Of("Thing")], "", "").Fails("a type token is 'package:module:Type'")),
        new("A parent that is not registered is refused", Up([R("a").Under("urn:pulumi:dev::proj::test:index:Group::nobody")], "", "").Fails("Could not find parent resource")),
        new("A dependency that is not registered is refused", Up([R("a").On("urn:pulumi:dev::proj::fake:index:Thing::nobody")], "", "").Fails("which is not registered")),
        new("A secret input stays secret in inputs and in the output of its name", Up([R("a", "x=!s")], "+a", "a(x=!s,x>!s,made>a-1)"), Up([R("a", "x=!s")], "")),
        new("A secret that changes is an update", Up([R("a", "x=!s")], "+a"), Up([R("a", "x=!t")], "~a", "a(x=!t)")),
        new("A value that becomes secret is an update", Up([R("a", "x=s")], "+a"), Up([R("a", "x=!s")], "~a", "a(x=!s)")),
        new("What the provider fills in stays", Up([R("a", "auto=?")], "", "").Planned("+a").Fails("still unknown")),
        new("An unknown input is refused while the update runs", Up([R("a", "x=?")], "", "").Planned("+a").Fails("still unknown while the update runs")),
        new("A program that fails deletes nothing", Up([R("a"), R("b")], "+a +b"), Up([R("a")], "", "a b") with { ExitCode = 32, Outcome = Outcome.Failed }),
        new("A program that fails late keeps what it made", Up([R("a")], "+a", "a") with { ExitCode = 32, Outcome = Outcome.Failed }, Up([R("a"), R("b")], "+b", "a b")),
        new("A program that ends with an unknown code says so", Up([R("a")], "+a", "a") with { ExitCode = 77, Outcome = Outcome.Failed, Error = "exit code 77" }),
        new("Everything is removed", Up([R("a"), R("b", "", "a")], "+a +b"), Destroy("-b -a").Calling("delete b; delete a")),
        new("A removal of nothing is none", Destroy("")),
    ];
}
