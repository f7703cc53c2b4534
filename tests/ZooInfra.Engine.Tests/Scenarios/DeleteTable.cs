using static ZooInfra.Engine.Tests.Scenarios.Scenario;

namespace ZooInfra.Engine.Tests.Scenarios;

/// <summary>Deletes at the end of a run: their order, protection, retention, deletedWith (sections 5.6, 5.16).</summary>
internal static class DeleteTable
{
    public static IEnumerable<Scenario> Rows =>
    [
        new("What the program no longer asks for goes", Up([R("a"), R("b")], "+a +b"), Up([R("a")], "-b", "a").Calling("delete b")),
        new("Dependents go before what they depend on", Up([R("a"), R("b", "", "a"), R("c", "", "b")], "+a +b +c"), Up([], "-c -b -a", "")),
        new("A diamond goes in waves", Up([R("a"), R("b", "", "a"), R("c", "", "a"), R("d", "", "b", "c")], "+a +b +c +d"), Up([], "-d -c -b -a", "")),
        new("A property dependency orders deletes", Up([R("a"), R("b", "x=1").From("x", "a")], "+a +b"), Up([], "-b -a", "")),
        new("A parent goes after its children", Up([R("a"), R("b").Under("a")], "+a +b"), Up([], "-b -a", "")),
        new("A delete that fails keeps it and stops what has not begun", Up([R("a"), R("b", "", "a")], "+a +b"), Up([], "!b", "a b").When("delete b", "busy").Fails("busy"), Up([], "-b -a", "")),
        new("A delete that fails keeps what it depends on", Up([R("a"), R("b", "", "a"), R("c")], "+a +b +c"), Destroy("-c !b", "a b").When("delete b", "busy").Fails("busy")),
        new("A delete that crashes stays open", Up([R("a")], "+a"), Up([], "!a", "a").When("delete a", "crash: boom").Fails("boom") with { Pending = 1 }),
        new("A protected resource is not deleted", Up([R("a").Protected()], "+a"), Up([], "!a", "a").Fails("cannot be deleted because it is protected")),
        new("A protected resource keeps what it needs, and nothing else", Up([R("a"), R("b", "", "a").Protected(), R("c")], "+a +b +c"), Destroy("-c !b", "a b").Fails("protected")),
        new("All protected resources are named", Up([R("a").Protected(), R("b").Protected(), R("c")], "+a +b +c"), Destroy("-c !b !a", "a b").Fails("::a cannot be deleted")),
        new("A resource that was unprotected first goes", Up([R("a").Protected()], "+a"), Up([R("a").Unprotected()], "", "a"), Up([], "-a", "")),
        new("Protection comes from the parent", Up([Component("g").Protected(), R("a").Under("g")], "+g +a"), Up([Component("g").Protected()], "!a", "g a").Fails("protected")),
        new("A child can be unprotected under a protected parent", Up([Component("g").Protected(), R("a").Under("g").Unprotected()], "+g +a"), Up([Component("g").Protected()], "-a", "g")),
        new("A retained resource goes from the state only", Up([R("a").Retained()], "+a"), Up([], "-a", "").Calling("").Leaving(1)),
        new("A retained resource stays in the world when everything is removed", Up([R("a").Retained(), R("b")], "+a +b"), Destroy("-b -a").Calling("delete b").Leaving(1)),
        new("Retention comes from the parent", Up([Component("g").Retained(), R("a").Under("g")], "+g +a"), Destroy("-a -g").Calling("").Leaving(1)),
        new("A replaced resource that is retained stays in the world", Up([R("a", "key=1").Retained()], "+a"), Up([R("a", "key=2").Retained()], "++a +-a --a", "a(key=2)").Calling("create a").Leaving(1)),
        new("What is deleted with another needs no call", Up([R("a"), R("b").DeletedWith("a")], "+a +b"), Up([], "-b -a", "").Calling("delete a").Leaving(1)),
        new("What is deleted with another that stays is deleted itself", Up([R("a"), R("b").DeletedWith("a")], "+a +b"), Up([R("a")], "-b", "a").Calling("delete b")),
        new("What is deleted with a protected one is deleted itself", Up([R("a").Protected(), R("b").DeletedWith("a")], "+a +b"), Destroy("-b !a", "a").Calling("delete b").Fails("protected")),
        new("What hangs on its parent is deleted with it when the parent says so", Up([R("a"), Component("g").DeletedWith("a"), R("b").Under("g")], "+a +g +b"), Destroy("-b -g -a").Calling("delete a").Leaving(1)),
        new("What is deleted with another goes in its order", Up([R("a"), R("b").DeletedWith("a"), R("c", "", "b").DeletedWith("a")], "+a +b +c"), Destroy("-c -b -a").Calling("delete a").Leaving(2)),
        new("A resource moves into what stays while another goes", Up([R("a"), R("b", "", "a")], "+a +b"), Up([R("b")], "-a", "b(deps#)")),
        new("A default provider goes with its last resource", Up([R("a")], "+a"), Up([], "-a", "")),
        new("Explicit providers go after their resources", Up([ProviderOf("p"), R("a").By("p")], "+p +a"), Up([], "-a -p", "")),
    ];
}
