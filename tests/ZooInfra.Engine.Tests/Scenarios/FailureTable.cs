using static ZooInfra.Engine.Tests.Scenarios.Scenario;

namespace ZooInfra.Engine.Tests.Scenarios;

/// <summary>Failures, resources that are not complete, cancellation (sections 5.7, 5.12).</summary>
internal static class FailureTable
{
    public static IEnumerable<Scenario> Rows =>
    [
        new("A create that fails leaves nothing", Up([R("a")], "!a", "").When("create a", "no").Fails("no"), Up([R("a")], "+a", "a")),
        new("A create that fails stops what has not begun", Up([R("a"), R("b"), R("c")], "+a !b", "a").When("create b", "no").Fails("no"), Up([R("a"), R("b"), R("c")], "+b +c", "a b c")),
        new("A create that fails deletes nothing", Up([R("a"), R("b")], "+a +b"), Up([R("a"), R("c")], "!c", "a b").When("create c", "no").Fails("no"), Up([R("a"), R("c")], "+c -b", "a c")),
        new("An update that fails keeps the old", Up([R("a", "x=1")], "+a"), Up([R("a", "x=2")], "!a", "a(x=1)").When("update a", "no").Fails("no"), Up([R("a", "x=2")], "~a", "a(x=2)")),
        new("A create that crashes stays open and is told", Up([R("a")], "!a", "").When("create a", "crash: boom").Fails("boom") with { Pending = 1 }, Up([R("a")], "+a", "a").Warns("An earlier run was cut off while creating") with { Pending = 1 }),
        new("An update that crashes stays open and is told", Up([R("a", "x=1")], "+a"), Up([R("a", "x=2")], "!a", "a(x=1)").When("update a", "crash: boom").Fails("boom") with { Pending = 1 }, Up([R("a", "x=2")], "~a", "a(x=2)").Warns("cut off while updating")),
        new("A resource that is not complete is kept", Up([R("a")], "!a", "a:init(id#a-1)").When("create a", "partly: still starting").Fails("not complete")),
        new("A resource that is not complete is updated by the next run", Up([R("a")], "!a", "a:init").When("create a", "partly: still starting").Fails("not complete"), Up([R("a")], "~a", "a(id#a-1)").Calling("update a"), Up([R("a")], "")),
        new("A resource that is not complete and stays so is updated again", Up([R("a")], "!a", "a:init").When("create a", "partly: one").Fails("not complete"), Up([R("a")], "!a", "a:init").When("update a", "partly: two").Fails("not complete"), Up([R("a")], "~a", "a")),
        new("A resource that is not complete can be replaced for it", Up([R("a")], "!a", "a:init").When("create a", "partly: one").Fails("not complete"), Up([R("a").ReplacedOn("#initerror")], "++a +-a --a", "a(id#a-2)")),
        new("A resource that is not complete stops what depends on it", Up([R("a"), R("b", "", "a")], "!a", "a:init").When("create a", "partly: one").Fails("not complete"), Up([R("a"), R("b", "", "a")], "~a +b", "a b")),
        new("A resource that is not complete can be removed", Up([R("a")], "!a", "a:init").When("create a", "partly: one").Fails("not complete"), Destroy("-a")),
        new("An update that is not complete keeps the old inputs", Up([R("a", "x=1")], "+a"), Up([R("a", "x=2")], "!a", "a:init(x=1,x>2)").When("update a", "partly: half").Fails("not complete"), Up([R("a", "x=2")], "~a", "a(x=2)")),
        new("A replacement that is not complete condemns the old", Up([R("a", "key=1")], "+a"), Up([R("a", "key=2")], "!a", "a:init(key=2) a:delete(key=1)").When("create a", "partly: one").Fails("not complete"), Up([R("a", "key=2")], "~a --a", "a(key=2)")),
        new("A cancelled run stops before the next step", Up([R("a"), R("b", "", "a")], "+a", "a").CancelledIn("create a"), Up([R("a"), R("b", "", "a")], "+b", "a b")),
        new("A cancelled update keeps what it changed", Up([R("a", "x=1"), R("b", "x=1", "a")], "+a +b"), Up([R("a", "x=2"), R("b", "x=2", "a")], "~a", "a(x=2) b(x=1)").CancelledIn("update a"), Up([R("a", "x=2"), R("b", "x=2", "a")], "~b", "b(x=2) a")),
        new("A run that is cancelled in a replacement finishes it later", Up([R("a", "key=1"), R("b")], "+a +b"), Up([R("a", "key=2"), R("b", "x=1")], "++a +-a", "a a:delete b").CancelledIn("create a"), Up([R("a", "key=2"), R("b", "x=1")], "~b --a", "a b(x=1)")),
        new("A run that is cancelled in a delete first finishes it later", Up([R("a", "seat=1")], "+a"), Up([R("a", "seat=2")], null!, "a:pending").CancelledIn("delete a") with { Steps = "--a +-a" }, Up([R("a", "seat=2")], "+-a ++a", "a(seat=2)")),
        new("A run that is cancelled in its deletes keeps the rest", Up([R("a"), R("b", "", "a")], "+a +b"), Up([], "-b", "a").CancelledIn("delete b"), Up([], "-a", "")),
        new("A removal that is cancelled keeps the rest", Up([R("a"), R("b", "", "a"), R("c", "", "b")], "+a +b +c"), Destroy("-c", "a b").CancelledIn("delete c"), Destroy("-b -a")),
        new("Old stack outputs stay when a run fails", Up([R("a")], "+a"), Up([R("a"), R("b")], "!b", "a").When("create b", "no").Fails("no")),
        new("A failure in the middle keeps the order of the state", Up([R("a"), R("b", "", "a"), R("c", "", "b")], "+a +b +c"), Up([R("a", "x=1"), R("b", "x=1", "a"), R("c", "x=1", "b")], "~a !b", "a(x=1) b(x=-) c").When("update b", "no").Fails("no")),
    ];
}
