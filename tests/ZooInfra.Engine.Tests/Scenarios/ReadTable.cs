using static ZooInfra.Engine.Tests.Scenarios.Scenario;

namespace ZooInfra.Engine.Tests.Scenarios;

/// <summary>Resources that others manage (section 5.9).</summary>
internal static class ReadTable
{
    private static readonly Act Found = Meanwhile(world => world.Ledger["there"] = Thing.Read("x=1"));

    public static IEnumerable<Scenario> Rows =>
    [
        new("A resource is read", Found, Up([Get("a", "there")], ">a", "a:external(id#there,x>1,made>there)").Calling("").Leaving(1)),
        new("A resource is read in every run", Found, Up([Get("a", "there")], ">a").Leaving(1), Up([Get("a", "there")], ">a", "a:external").Leaving(1)),
        new("A resource that does not exist cannot be read", Up([Get("a", "nowhere")], "", "").Fails("resource 'nowhere' does not exist")),
        new("A resource that is gone cannot be read", Found, Up([Get("a", "there")], ">a").Leaving(1), Meanwhile(world => world.Ledger.Clear()), Up([Get("a", "there")], "", "a:external").Fails("does not exist")),
        new("A resource that is read keeps what is given", Found, Up([Get("a", "there", "x=9")], ">a", "a:external(x=9,x>1)").Leaving(1)),
        new("A resource of another id is read without a replacement", Found, Up([Get("a", "there")], ">a").Leaving(1), Meanwhile(world => world.Ledger["here"] = Thing.Read("x=2")), Up([Get("a", "here")], ">a", "a:external(id#here,x>2)").Leaving(2)),
        new("What is no longer read is discarded without a call", Found, Up([Get("a", "there")], ">a").Leaving(1), Up([], "<a", "").Calling("").Leaving(1)),
        new("What is read is discarded when everything is removed", Found, Up([Get("a", "there"), R("b", "", "a")], ">a +b").Leaving(1), Destroy("-b <a").Calling("delete b").Leaving(1)),
        new("What was made and is read by another id is deleted", Found, Up([R("a")], "+a").Leaving(1), Up([Get("a", "there")], ">>a +-a --a", "a:external(id#there)").Calling("delete a").Leaving(1)),
        new("What was made and is read by its own id is let go", Up([R("a", "x=1")], "+a"), Up([Get("a", "a-1")], ">a", "a:external(id#a-1)").Calling("").Leaving(1), Up([], "<a", "").Calling("").Leaving(1)),
        new("What was read and is registered is made", Found, Up([Get("a", "there")], ">a").Leaving(1), Up([R("a", "x=2")], "+-a ++a", "a(x=2,id#a-1)").Calling("create a").Leaving(1)),
        new("A resource depends on one that is read", Found, Up([Get("a", "there"), R("b", "", "a")], ">a +b", "a:external b(deps#a)").Leaving(1)),
        new("A read by an unknown id is planned", Up([Get("a", "04da6b54-80e4-46f7-96ec-b56ff0331ba9")], "", "").Planned(">a").Fails("still unknown")),
        new("A read that fails says why", Found, Up([Get("a", "there")], "", "").When("read a", "no permission").Fails("no permission").Leaving(1)),
        new("A resource that is read and is not complete is told", Found, Up([Get("a", "there")], ">a", "a:external:init").When("read a", "partly: half").Warns("is not complete").Leaving(1)),
        new("A read by a name that is used twice is refused", Found, Up([R("a"), Get("b", "there") with { Name = "a" }], "+a", "a").Fails("Duplicate resource URN").Leaving(1)),
        new("A read is by the provider that is named", Found, Up([ProviderOf("p"), Get("a", "there").By("p")], "+p >a", "a:external(provider#p)").Leaving(1)),
        new("A resource is read under a component", Found, Up([Component("g"), Get("a", "there").Under("g")], "+g >a", "g a:external(parent#g)").Leaving(1)),
    ];
}
