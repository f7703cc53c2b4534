using static ZooInfra.Engine.Tests.Scenarios.Scenario;

namespace ZooInfra.Engine.Tests.Scenarios;

/// <summary>Replacement, create-before-delete and delete-before-replace with what depends on it (sections 5.4, 5.5).</summary>
internal static class ReplaceTable
{
    public static IEnumerable<Scenario> Rows =>
    [
        new("A replacement makes the new before it removes the old", Up([R("a", "key=1")], "+a"), Up([R("a", "key=2")], "++a +-a --a", "a(key=2,id#a-2)").Calling("create a; delete a")),
        new("A replacement and an update in one are a replacement", Up([R("a", "key=1 x=1")], "+a"), Up([R("a", "key=2 x=2")], "++a +-a --a", "a(x=2)")),
        new("A replaced resource leaves its dependents", Up([R("a", "key=1"), R("b", "", "a")], "+a +b"), Up([R("a", "key=2"), R("b", "", "a")], "++a +-a --a", "a b(id#b-2)")),
        new("A replaced resource with a new output updates its dependent", Up([R("a", "key=1"), R("b", "x=1").From("x", "a")], "+a +b"), Up([R("a", "key=2"), R("b", "x=2").From("x", "a")], "++a +-a ~b --a", "a b(x=2,id#b-2)")),
        new("A new name of the provider's is made for a replacement", Up([R("a", "key=1 auto=x")], "+a", "a(auto=named)"), Up([R("a", "key=2 auto=x")], "++a +-a --a", "a(auto=named)")),
        new("A seat is given up before it is taken again", Up([R("a", "seat=1")], "+a"), Up([R("a", "seat=2")], "--a +-a ++a", "a(seat=2,id#a-2)").Calling("delete a; create a")),
        new("The program can ask for the delete first", Up([R("a", "key=1")], "+a"), Up([R("a", "key=2").DeleteFirst()], "--a +-a ++a", "a(key=2)").Calling("delete a; create a")),
        new("The program can forbid the delete first", Up([R("a", "seat=1")], "+a"), Up([R("a", "seat=2").DeleteFirst(false)], "++a +-a --a", "a(seat=2)").Calling("create a; delete a")),
        new(
            "A delete first takes along what would be replaced without it",
            Up([R("a", "seat=1"), R("c", "key=1").From("key", "a")], "+a +c"),
            Up([R("a", "seat=2"), R("c", "key=1").From("key", "a")], "--c --a +-a ++a +-c ++c", "a(seat=2) c(key=1)").Calling("delete c; delete a; create a; create c")),
        new(
            "A delete first leaves what would only be updated",
            Up([R("a", "seat=1"), R("c", "x=1").From("x", "a")], "+a +c"),
            Up([R("a", "seat=2"), R("c", "x=1").From("x", "a")], "--a +-a ++a", "a c(id#c-2)")),
        new(
            "A delete first leaves what is only ordered after it",
            Up([R("a", "seat=1"), R("c", "key=1", "a")], "+a +c"),
            Up([R("a", "seat=2"), R("c", "key=1", "a")], "--a +-a ++a", "a c(id#c-2)")),
        new(
            "A delete first goes through a whole chain",
            Up([R("a", "seat=1"), R("b", "key=1").From("key", "a"), R("c", "key=1").From("key", "b")], "+a +b +c"),
            Up([R("a", "seat=2"), R("b", "key=1").From("key", "a"), R("c", "key=1").From("key", "b")], "--c --b --a +-a ++a +-b ++b +-c ++c", "a b c").Calling("delete c; delete b; delete a; create a; create b; create c")),
        new(
            "A delete first goes through a diamond",
            Up([R("a", "seat=1"), R("b", "key=1").From("key", "a"), R("c", "key=1").From("key", "a"), R("d", "key=1").From("key", "b").From("seat", "c")], "+a +b +c +d"),
            Up([R("a", "seat=2"), R("b", "key=1").From("key", "a"), R("c", "key=1").From("key", "a"), R("d", "key=1").From("key", "b").From("seat", "c")], "--d --c --b --a +-a ++a +-b ++b +-c ++c +-d ++d", "a b c d")),
        new(
            "A chain stops where a link would only be updated",
            Up([R("a", "seat=1"), R("b", "x=1").From("x", "a"), R("c", "key=1").From("key", "b")], "+a +b +c"),
            Up([R("a", "seat=2"), R("b", "x=1").From("x", "a"), R("c", "key=1").From("key", "b")], "--a +-a ++a", "a b c")),
        new(
            "A dependent that was deleted first and is no longer asked for is dropped",
            Up([R("a", "seat=1"), R("c", "key=1").From("key", "a")], "+a +c"),
            Up([R("a", "seat=2")], "--c --a +-a ++a -?c", "a")),
        new(
            "A protected dependent stops a delete first before anything is done",
            Up([R("a", "seat=1"), R("c", "key=1").From("key", "a").Protected()], "+a +c"),
            Up([R("a", "seat=2"), R("c", "key=1").From("key", "a").Protected()], "", "a(seat=1) c").Fails("that is protected")),
        new(
            "A dependent that wants to be replaced by any change is taken along",
            Up([R("a", "seat=1"), R("c", "x=1").From("x", "a").ReplacedOn("x")], "+a +c"),
            Up([R("a", "seat=2"), R("c", "x=1").From("x", "a").ReplacedOn("x")], "--c --a +-a ++a +-c ++c", "a c")),
        new("A protected resource is not replaced", Up([R("a", "key=1").Protected()], "+a"), Up([R("a", "key=2").Protected()], "", "a(key=1)").Fails("currently marked for protection")),
        new("A resource that is unprotected in the same run is replaced", Up([R("a", "key=1").Protected()], "+a"), Up([R("a", "key=2").Unprotected()], "++a +-a --a", "a(key=2)")),
        new("A replacement whose create fails leaves the old", Up([R("a", "key=1")], "+a"), Up([R("a", "key=2")], "!a", "a(key=1,id#a-1)").When("create a", "no room").Fails("no room"), Up([R("a", "key=2")], "++a +-a --a", "a(key=2)")),
        new(
            "A replacement whose delete fails keeps both until the next run",
            Up([R("a", "key=1")], "+a"),
            Up([R("a", "key=2")], "++a +-a !a", "a(key=2) a:delete(key=1)").When("delete a", "busy").Fails("busy"),
            Up([R("a", "key=2")], "--a", "a(key=2)").Calling("delete a")),
        new(
            "What waits to be deleted goes when everything is removed",
            Up([R("a", "key=1")], "+a"),
            Up([R("a", "key=2")], "++a +-a !a", "a a:delete").When("delete a", "busy").Fails("busy"),
            Destroy("--a -a")),
        new(
            "A delete first whose delete fails leaves everything",
            Up([R("a", "seat=1")], "+a"),
            Up([R("a", "seat=2")], "!a", "a(seat=1,id#a-1)").When("delete a", "busy").Fails("busy"),
            Up([R("a", "seat=2")], "--a +-a ++a", "a(seat=2)")),
        new(
            "A delete first whose create fails is made good by the next run",
            Up([R("a", "seat=1")], "+a"),
            Up([R("a", "seat=2")], "--a +-a !a", "a:pending(seat=1)").When("create a", "no seat").Fails("no seat"),
            Up([R("a", "seat=2")], "+-a ++a", "a(seat=2)").Calling("create a")),
        new(
            "A delete first whose create fails is made good with the old inputs, too",
            Up([R("a", "seat=1")], "+a"),
            Up([R("a", "seat=2")], "--a +-a !a", "a:pending").When("create a", "no seat").Fails("no seat"),
            Up([R("a", "seat=1")], "+-a ++a", "a(seat=1,id#a-3)")),
        new(
            "What was deleted first and is no longer asked for is dropped without a call",
            Up([R("a", "seat=1")], "+a"),
            Up([R("a", "seat=2")], "--a +-a !a", "a:pending").When("create a", "no seat").Fails("no seat"),
            Up([], "-?a", "").Calling("")),
        new(
            "What was deleted first is dropped when everything is removed",
            Up([R("a", "seat=1")], "+a"),
            Up([R("a", "seat=2")], "--a +-a !a", "a:pending").When("create a", "no seat").Fails("no seat"),
            Destroy("-?a").Calling("")),
        new(
            "A delete first that fails at a dependent leaves the root",
            Up([R("a", "seat=1"), R("c", "key=1").From("key", "a")], "+a +c"),
            Up([R("a", "seat=2"), R("c", "key=1").From("key", "a")], "!c", "a(seat=1) c").When("delete c", "busy").Fails("busy")),
        new(
            "A delete first that fails at the root has the dependent waiting",
            Up([R("a", "seat=1"), R("c", "key=1").From("key", "a")], "+a +c"),
            Up([R("a", "seat=2"), R("c", "key=1").From("key", "a")], "--c !a", "a(seat=1) c:pending").When("delete a", "busy").Fails("busy"),
            Up([R("a", "seat=1"), R("c", "key=1").From("key", "a")], "+-c ++c", "a(seat=1) c(key=1)")),
        new("A replacement of the first and the removal of the second go in one run", Up([R("a", "key=1"), R("b", "", "a")], "+a +b"), Up([R("a", "key=2")], "++a +-a -b --a", "a(key=2)")),
        new("A resource that is replaced twice leaves nothing behind", Up([R("a", "key=1")], "+a"), Up([R("a", "key=2")], "++a +-a --a"), Up([R("a", "key=3")], "++a +-a --a", "a(id#a-3)")),
        new("A replaced resource keeps no import id", Up([R("a", "key=1")], "+a"), Up([R("a", "key=2")], "++a +-a --a", "a(import#)")),
        new("A component is never replaced", Up([Component("g", "key=1")], "+g"), Up([Component("g", "key=2")], "~g", "g(key=2)")),
    ];
}
