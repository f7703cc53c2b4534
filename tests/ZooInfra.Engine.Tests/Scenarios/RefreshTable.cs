using static ZooInfra.Engine.Tests.Scenarios.Scenario;

namespace ZooInfra.Engine.Tests.Scenarios;

/// <summary>Bringing the state up to date with the world (section 5.10).</summary>
internal static class RefreshTable
{
    private static readonly Act Gone = Meanwhile(world => world.Ledger.TryRemove("a-1", out _));
    private static readonly Act Changed = Meanwhile(world => world.Ledger["a-1"] = Thing.Read("x=9"));

    public static IEnumerable<Scenario> Rows =>
    [
        new("A refresh that finds nothing changes nothing", Up([R("a", "x=1")], "+a"), Refresh("", "a(x=1)")),
        new("A refresh takes what was changed", Up([R("a", "x=1")], "+a"), Changed, Refresh("~a", "a(x=9,x>9)"), Up([R("a", "x=1")], "~a", "a(x=1)")),
        new("A refresh drops what is gone", Up([R("a"), R("b")], "+a +b"), Gone, Refresh("-a", "b"), Up([R("a"), R("b")], "+a", "a(id#a-3) b")),
        new("A refresh drops what depended on it", Up([R("a"), R("b", "", "a")], "+a +b"), Gone, Refresh("-a", "b(deps#)"), Up([R("a"), R("b", "", "a")], "+a", "a b(deps#a)")),
        new("A refresh hangs children of what is gone on the next above", Up([Component("g"), R("a").Under("g"), R("b").Under("a")], "+g +a +b"), Gone, Refresh("-a", "g b(parent#g)")),
        new("A refresh drops a deletedWith that is gone", Up([R("a"), R("b").DeletedWith("a")], "+a +b"), Gone, Refresh("-a", "b"), Destroy("-b").Calling("delete b")),
        new("A refresh drops a replaceWith that is gone", Up([R("a"), R("b").ReplacedWith("a")], "+a +b"), Gone, Refresh("-a", "b")),
        new("A refresh that cannot read keeps what it has", Up([R("a"), R("b", "x=1")], "+a +b"), Refresh("!a", "a b").When("read a", "no permission").Fails("It could not be read: no permission")),
        new("A refresh of what is not complete says so", Up([R("a")], "+a"), Refresh("", "a:init").When("read a", "partly: half").Warns("It is not complete: half"), Up([R("a")], "~a", "a")),
        new("A refresh finds that a resource became complete", Up([R("a")], "!a", "a:init").When("create a", "partly: half").Fails("not complete"), Refresh("", "a"), Up([R("a")], "")),
        new("A refresh keeps secrets", Up([R("a", "x=!s")], "+a"), Meanwhile(world => world.Ledger["a-1"] = Thing.Read("x=t")), Refresh("~a", "a(x=!t,x>!t)")),
        new("A refresh reads what others manage, too", Meanwhile(world => world.Ledger["there"] = Thing.Read("x=1")), Up([Get("a", "there")], ">a").Leaving(1), Meanwhile(world => world.Ledger["there"] = Thing.Read("x=2")), Refresh("~a", "a:external(x>2)").Leaving(1)),
        new("A refresh leaves components and providers", Up([ProviderOf("p"), Component("g", "x=1"), R("a").Under("g").By("p")], "+p +g +a"), Refresh("", "g a")),
        new("A refresh leaves what waits to be deleted", Up([R("a", "key=1")], "+a"), Up([R("a", "key=2")], "++a +-a !a", "a a:delete").When("delete a", "busy").Fails("busy"), Refresh("", "a a:delete")),
        new("A refresh leaves what waits to be made again", Up([R("a", "seat=1")], "+a"), Up([R("a", "seat=2")], "--a +-a !a", "a:pending").When("create a", "no").Fails("no"), Refresh("", "a:pending")),
        new("A refresh of a target reads nothing else", Up([R("a", "x=1"), R("b", "x=1")], "+a +b"), Changed, Meanwhile(world => world.Ledger["b-2"] = Thing.Read("x=9")), Refresh("~b", "a(x=1) b(x=9)").Targeting("**::b")),
        new("A refresh of a target that nobody knows is refused", Up([R("a")], "+a"), Refresh("", "a").Targeting("urn:pulumi:dev::proj::fake:index:Thing::aa").Fails("Did you mean urn:pulumi:dev::proj::fake:index:Thing::a?")),
        new("A refresh of a target with its dependents reads those, too", Up([R("a", "x=1"), R("b", "x=1", "a"), R("c", "x=1")], "+a +b +c"), Meanwhile(world => world.Ledger["b-2"] = Thing.Read("x=9")), Meanwhile(world => world.Ledger["c-3"] = Thing.Read("x=9")), Refresh("~b", "a b(x=9) c(x=1)").Targeting("**::a").WithDependents()),
    ];
}
