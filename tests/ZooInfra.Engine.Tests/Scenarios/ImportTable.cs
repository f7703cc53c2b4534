using static ZooInfra.Engine.Tests.Scenarios.Scenario;

namespace ZooInfra.Engine.Tests.Scenarios;

/// <summary>Resources that are taken under management (section 5.8).</summary>
internal static class ImportTable
{
    private static readonly Act Found = Meanwhile(world => world.Ledger["there"] = Thing.Read("x=1 key=1"));

    public static IEnumerable<Scenario> Rows =>
    [
        new("A resource is imported", Found, Up([R("a", "x=1 key=1").Imported("there")], "=a", "a(id#there,import#there,x=1,made>there)").Calling("")),
        new("An imported resource is imported once", Found, Up([R("a", "x=1 key=1").Imported("there")], "=a"), Up([R("a", "x=1 key=1").Imported("there")], "", "a(id#there)")),
        new("An imported resource needs its option no more", Found, Up([R("a", "x=1 key=1").Imported("there")], "=a"), Up([R("a", "x=1 key=1")], "", "a(id#there)")),
        new("A resource that the program wants otherwise is changed at once", Found, Up([R("a", "x=2 key=1").Imported("there")], "=a ~a", "a(id#there,x=2)").Calling("update a")),
        new("A resource that would have to be replaced is not imported for good", Found, Up([R("a", "x=1 key=2").Imported("there")], "=a", "a(key=1)").Planned("=a ~a").Fails("may not be replaced")),
        new("A resource that does not exist cannot be imported", Up([R("a").Imported("nowhere")], "", "").Fails("resource 'nowhere' does not exist")),
        new("A type that cannot be imported says so", Found, Up([R("a").Of("fake:index:Opaque").Imported("there")], "", "").Fails("does not support importing").Leaving(1)),
        new("An import ignores what the program ignores", Found, Up([R("a", "x=7 key=1").Imported("there").Ignoring("x")], "=a", "a(x=1)")),
        new("Another resource is imported in the place of one that was made", Found, Up([R("a")], "+a").Leaving(1), Up([R("a", "x=1 key=1").Imported("there")], "=>a +-a --a", "a(id#there)").Calling("delete a")),
        new("A resource that was made is imported by its own id without a step", Up([R("a")], "+a"), Up([R("a").Imported("a-1")], "", "a(id#a-1)")),
        new("Another id is another import", Found, Up([R("a", "x=1 key=1").Imported("there")], "=a"), Meanwhile(world => world.Ledger["here"] = Thing.Read("x=1 key=1")), Up([R("a", "x=1 key=1").Imported("here")], "=>a +-a --a", "a(id#here)")),
        new("A resource that was read is imported", Found, Up([Get("a", "there")], ">a").Leaving(1), Up([R("a", "x=1 key=1").Imported("there")], "=a", "a(id#there)").Calling("")),
        new("An imported resource that still says so is not replaced", Found, Up([R("a", "x=1 key=1").Imported("there")], "=a"), Up([R("a", "x=1 key=2").Imported("there")], "", "a(key=1)").Planned("++a +-a --a").Fails("may not be replaced")),
        new("An imported resource that no longer says so is replaced", Found, Up([R("a", "x=1 key=1").Imported("there")], "=a"), Up([R("a", "x=1 key=2")], "++a +-a --a", "a(key=2)")),
        new("An import whose update fails is an import all the same", Found, Up([R("a", "x=2 key=1").Imported("there")], "=a !a", "a(x=1,id#there)").When("update a", "no").Fails("no"), Up([R("a", "x=2 key=1").Imported("there")], "~a", "a(x=2)")),
        new("An import whose inputs are refused is an import all the same", Found, Up([R("a", "bad=1").Imported("there")], "=a", "a(id#there)").Fails("must not be given")),
        new("An import can be protected at once", Found, Up([R("a", "x=1 key=1").Imported("there").Protected()], "=a"), Destroy("!a", "a").Fails("protected")),
        new("An imported resource is removed", Found, Up([R("a", "x=1 key=1").Imported("there")], "=a"), Destroy("-a").Calling("delete a")),
        new("A secret of the program is secret in an import", Found, Up([R("a", "x=!1 key=1").Imported("there")], "=a ~a", "a(x=!1)")),
    ];
}
