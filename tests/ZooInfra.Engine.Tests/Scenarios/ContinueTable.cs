using static ZooInfra.Engine.Tests.Scenarios.Scenario;

namespace ZooInfra.Engine.Tests.Scenarios;

/// <summary>Runs that go on after a failure (section 5.12).</summary>
internal static class ContinueTable
{
    public static IEnumerable<Scenario> Rows =>
    [
        new("What does not depend on a failed create goes on", Up([R("a"), R("b", "", "a"), R("c")], "!a +c", "c").When("create a", "no").Fails("no").GoingOn(), Up([R("a"), R("b", "", "a"), R("c")], "+a +b", "a b c")),
        new("What depends on a failed update is skipped and stays", Up([R("a", "x=1"), R("b", "x=1", "a"), R("c", "x=1")], "+a +b +c"), Up([R("a", "x=2"), R("b", "x=2", "a"), R("c", "x=2")], "!a ~c", "a(x=1) b(x=1) c(x=2)").When("update a", "no").Fails("no").GoingOn()),
        new("A skip goes on along the chain", Up([R("a"), R("b", "", "a"), R("c", "", "b"), R("d")], "!a +d", "d").When("create a", "no").Fails("no").GoingOn()),
        new("Children of what failed are skipped", Up([R("a"), R("b").Under("a"), R("c")], "!a +c", "c").When("create a", "no").Fails("no").GoingOn()),
        new("What is deleted with what failed is skipped", Up([R("a"), R("b").DeletedWith("a"), R("c")], "!a +c", "c").When("create a", "no").Fails("no").GoingOn()),
        new("Deletes go on after a failed create", Up([R("a"), R("b")], "+a +b"), Up([R("a"), R("c")], "!c -b", "a").When("create c", "no").Fails("no").GoingOn()),
        new("What a failed update still refers to is not deleted", Up([R("a"), R("b", "x=1", "a"), R("d")], "+a +b +d"), Up([R("b", "x=2")], "!b -d", "a b(x=1,deps#a)").When("update b", "no").Fails("no").GoingOn(), Up([R("b", "x=2")], "~b -a", "b(x=2)")),
        new("Refused inputs stop only what depends on them", Up([R("a", "bad=1"), R("b", "", "a"), R("c")], "+c", "c").Planned("+c").Fails("must not be given").GoingOn()),
        new("A delete that fails stops only what it depends on", Up([R("a"), R("b", "", "a"), R("c"), R("d", "", "c")], "+a +b +c +d"), Up([], "-d !b -c", "a b").When("delete b", "busy").Fails("busy").GoingOn()),
        new("A removal goes on after a delete that fails", Up([R("a"), R("b", "", "a"), R("c"), R("d", "", "c")], "+a +b +c +d"), Destroy("-d !b -c", "a b").When("delete b", "busy").Fails("busy").GoingOn()),
        new("Without the option a removal stops at the first failure", Up([R("a"), R("b", "", "a"), R("c"), R("d", "", "c")], "+a +b +c +d"), Destroy("-d !b", "a b c").When("delete b", "busy").Fails("busy")),
        new("A replacement that fails is skipped with what depends on it", Up([R("a", "key=1"), R("b", "x=1", "a")], "+a +b"), Up([R("a", "key=2"), R("b", "x=2", "a")], "!a", "a(key=1) b(x=1)").When("create a", "no").Fails("no").GoingOn()),
        new("A delete first that fails goes on elsewhere", Up([R("a", "seat=1"), R("c")], "+a +c"), Up([R("a", "seat=2"), R("c", "x=1")], "--a +-a !a ~c", "a:pending c(x=1)").When("create a", "no").Fails("no").GoingOn(), Up([R("a", "seat=2"), R("c", "x=1")], "+-a ++a", "a(seat=2) c")),
        new("A resource that is not complete is kept and skips what depends on it", Up([R("a"), R("b", "", "a"), R("c")], "!a +c", "a:init c").When("create a", "partly: half").Fails("not complete").GoingOn()),
        new("A protected replacement stops only what depends on it", Up([R("a", "key=1").Protected(), R("b", "x=1")], "+a +b"), Up([R("a", "key=2").Protected(), R("b", "x=2")], "~b", "a(key=1) b(x=2)").Fails("marked for protection").GoingOn()),
        new("Two failures are both told", Up([R("a"), R("b"), R("c")], "!a !b +c", "c").When("create a", "first").When("create b", "second").Fails("second").GoingOn()),
        new("A structural mistake stops everything all the same", Up([R("a"), R("b").Called("a"), R("c")], "+a", "a").Fails("Duplicate resource URN").GoingOn()),
        new("A run in which all goes well is one", Up([R("a"), R("b", "", "a")], "+a +b", "a b").GoingOn()),
        new("What failed does not lose its alias", Up([R("a", "x=1")], "+a"), Up([R("b", "x=2").WasNamed("a"), R("c")], "!b +c", "a(x=1) c").When("update b", "no").Fails("no").GoingOn(), Up([R("b", "x=2").WasNamed("a"), R("c")], "~b", "b(x=2) c")),
    ];
}
