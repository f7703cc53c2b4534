using static ZooInfra.Engine.Tests.Scenarios.Scenario;

namespace ZooInfra.Engine.Tests.Scenarios;

/// <summary>ignoreChanges, replaceOnChanges, replacement triggers, replaceWith, timeouts, secret outputs (sections 5.2, 5.3, 3.9).</summary>
internal static class OptionTable
{
    public static IEnumerable<Scenario> Rows =>
    [
        new("An ignored change is none", Up([R("a", "x=1")], "+a"), Up([R("a", "x=2").Ignoring("x")], "", "a(x=1)")),
        new("An ignored addition is none", Up([R("a")], "+a"), Up([R("a", "x=2").Ignoring("x")], "", "a(x=-)")),
        new("An ignored removal is none", Up([R("a", "x=1")], "+a"), Up([R("a").Ignoring("x")], "", "a(x=1)")),
        new("What is ignored does not hide another change", Up([R("a", "x=1 y=1")], "+a"), Up([R("a", "x=2 y=2").Ignoring("x")], "~a", "a(x=1,y=2)")),
        new("A new resource ignores nothing", Up([R("a", "x=1").Ignoring("x")], "+a", "a(x=1)")),
        new("An ignored change that would replace does not", Up([R("a", "key=1")], "+a"), Up([R("a", "key=2").Ignoring("key")], "", "a(key=1)")),
        new("What no longer is ignored is changed", Up([R("a", "x=1")], "+a"), Up([R("a", "x=2").Ignoring("x")], ""), Up([R("a", "x=2")], "~a", "a(x=2)")),
        new("A nested change is ignored", Up([R("a", "t={\"k\":1,\"m\":1}")], "+a"), Up([R("a", "t={\"k\":2,\"m\":2}").Ignoring("t.k")], "~a", "a(t={k:1;m:2})")),
        new("A nested addition is ignored", Up([R("a", "t={\"m\":1}")], "+a"), Up([R("a", "t={\"k\":2,\"m\":1}").Ignoring("t.k")], "", "a(t={m:1})")),
        new("A nested removal is ignored", Up([R("a", "t={\"k\":1,\"m\":1}")], "+a"), Up([R("a", "t={\"m\":1}").Ignoring("t.k")], "", "a(t={k:1;m:1})")),
        new("A quoted name is a path", Up([R("a", "t={\"k.l\":1}")], "+a"), Up([R("a", "t={\"k.l\":2}").Ignoring("t[\"k.l\"]")], "", "a(t={k.l:1})")),
        new("An element of a list is ignored", Up([R("a", "l=[1,2,3]")], "+a"), Up([R("a", "l=[1,9,4]").Ignoring("l[1]")], "~a", "a(l=[1;2;4])")),
        new("A wildcard ignores in every element", Up([R("a", "l=[{\"k\":1,\"m\":1},{\"k\":2,\"m\":2}]")], "+a"), Up([R("a", "l=[{\"k\":8,\"m\":1},{\"k\":9,\"m\":2}]").Ignoring("l[*].k")], "", "a(l=[{k:1;m:1};{k:2;m:2}])")),
        new("A wildcard ignores every key", Up([R("a", "t={\"k\":1,\"m\":1}")], "+a"), Up([R("a", "t={\"k\":2,\"n\":2}").Ignoring("t[*]")], "", "a(t={k:1;m:1})")),
        new("A wildcard over everything ignores everything", Up([R("a", "x=1 y=1")], "+a"), Up([R("a", "x=2 z=2").Ignoring("*")], "", "a(x=1,y=1,z=-)")),
        new("A path that leads nowhere is told", Up([R("a", "t={\"k\":1}")], "+a"), Up([R("a", "x=1").Ignoring("t.k")], "~a", "a(x=1,t=-)").Warns("ignoreChanges of 't.k' does not apply")),
        new("A path that is none is refused", Up([R("a", "x=1")], "+a"), Up([R("a", "x=2").Ignoring("x.")], "", "a(x=1)").Fails("is not a property path")),
        new("A secret is ignored like any other", Up([R("a", "x=!s")], "+a"), Up([R("a", "x=!t").Ignoring("x")], "", "a(x=!s)")),
        new("A change that the program wants to replace replaces", Up([R("a", "x=1")], "+a"), Up([R("a", "x=2").ReplacedOn("x")], "++a +-a --a", "a(x=2,id#a-2)")),
        new("Another change is an update all the same", Up([R("a", "x=1 y=1")], "+a"), Up([R("a", "x=1 y=2").ReplacedOn("x")], "~a", "a(y=2)")),
        new("A nested change replaces by the path above it", Up([R("a", "t={\"k\":1}")], "+a"), Up([R("a", "t={\"k\":2}").ReplacedOn("t")], "++a +-a --a", "a")),
        new("A nested change replaces by its own path", Up([R("a", "t={\"k\":1,\"m\":1}")], "+a"), Up([R("a", "t={\"k\":2,\"m\":1}").ReplacedOn("t.k")], "++a +-a --a", "a")),
        new("A nested change beside the path is an update", Up([R("a", "t={\"k\":1,\"m\":1}")], "+a"), Up([R("a", "t={\"k\":1,\"m\":2}").ReplacedOn("t.k")], "~a", "a")),
        new("A wildcard replaces by any element", Up([R("a", "l=[{\"k\":1}]")], "+a"), Up([R("a", "l=[{\"k\":2}]").ReplacedOn("l[*].k")], "++a +-a --a", "a")),
        new("Any change replaces by the wildcard alone", Up([R("a", "x=1")], "+a"), Up([R("a", "x=2").ReplacedOn("*")], "++a +-a --a", "a")),
        new("A resource without a change is not replaced by paths", Up([R("a", "x=1")], "+a"), Up([R("a", "x=1").ReplacedOn("*")], "", "a(id#a-1)")),
        new("A path to replace on that is none is refused", Up([R("a", "x=1")], "+a"), Up([R("a", "x=2").ReplacedOn("x[")], "", "a(x=1)").Fails("replaceOnChanges")),
        new("A trigger that changes replaces", Up([R("a").Triggered("1")], "+a"), Up([R("a").Triggered("1")], ""), Up([R("a").Triggered("2")], "++a +-a --a", "a(id#a-2)")),
        new("A trigger that is new does not replace", Up([R("a")], "+a"), Up([R("a").Triggered("1")], "", "a(id#a-1)"), Up([R("a").Triggered("2")], "++a +-a --a")),
        new("A trigger that goes does not replace", Up([R("a").Triggered("1")], "+a"), Up([R("a")], "", "a(id#a-1)")),
        new("A trigger that is unknown is planned as a replacement", Up([R("a").Triggered("1")], "+a"), Up([R("a").Triggered("?")], "", "a(id#a-1)").Planned("++a +-a --a").Fails("still unknown")),
        new("What is replaced with another follows it", Up([R("a", "key=1"), R("b").ReplacedWith("a")], "+a +b"), Up([R("a", "key=2"), R("b").ReplacedWith("a")], "++a +-a ++b +-b --b --a", "a b(id#b-4)")),
        new("What is replaced with another does not follow an update", Up([R("a", "x=1"), R("b").ReplacedWith("a")], "+a +b"), Up([R("a", "x=2"), R("b").ReplacedWith("a")], "~a", "a b(id#b-2)")),
        new("What is replaced with another is deleted first with it", Up([R("a", "seat=1"), R("b").ReplacedWith("a")], "+a +b"), Up([R("a", "seat=2"), R("b").ReplacedWith("a")], "--b --a +-a ++a +-b ++b", "a b")),
        new("A chain of replaceWith follows", Up([R("a", "key=1"), R("b").ReplacedWith("a"), R("c").ReplacedWith("b")], "+a +b +c"), Up([R("a", "key=2"), R("b").ReplacedWith("a"), R("c").ReplacedWith("b")], "++a +-a ++b +-b ++c +-c --c --b --a", "a b c")),
        new("What is deleted with another is replaced with it", Up([R("a", "key=1"), R("b").DeletedWith("a")], "+a +b"), Up([R("a", "key=2"), R("b").DeletedWith("a")], "++a +-a ++b +-b --b --a", "a b").Calling("create a; create b; delete a").Leaving(1)),
        new("What is deleted with another is deleted first with it", Up([R("a", "seat=1"), R("b").DeletedWith("a")], "+a +b"), Up([R("a", "seat=2"), R("b").DeletedWith("a")], "--b --a +-a ++a +-b ++b", "a b").Calling("delete a; create a; create b").Leaving(1)),
        new("Timeouts reach the provider", Up([R("a", "x=1").Within("90s", "2m", "1h")], "+a").Calling("create a within 90 s"), Up([R("a", "x=2").Within("90s", "2m", "1h")], "~a").Calling("update a within 120 s"), Destroy("-a").Calling("delete a within 3600 s")),
        new("A timeout in ticks is read as one in seconds", Up([R("a").Within(create: "300000000000ns")], "+a").Calling("create a within 300 s")),
        new("A timeout that is none is refused", Up([R("a").Within(create: "soon")], "", "").Fails("is not a duration")),
        new("New timeouts alone are no step", Up([R("a")], "+a"), Up([R("a").Within("90s")], "", "a").Calling("")),
        new("An output is secret by the program's word", Up([R("a").WithSecretOutputs("made")], "+a", "a(made>!a-1)"), Up([R("a").WithSecretOutputs("made")], "")),
        new("An id cannot be secret", Up([R("a").WithSecretOutputs("id")], "+a", "a").Warns("cannot be kept secret")),
        new("A resource that is read before it is planned takes what it finds", Up([R("a", "fresh=1 x=1")], "+a"), Meanwhile(world => world.Ledger["a-1"] = Thing.Read("fresh=1 x=9")), Up([R("a", "fresh=1 x=1")], "~a", "a(x=1)").Calling("update a")),
        new("A resource that is read before it is planned and is gone is made again", Up([R("a", "fresh=1")], "+a"), Meanwhile(world => world.Ledger.Clear()), Up([R("a", "fresh=1")], "+a", "a(id#a-2)")),
    ];
}
