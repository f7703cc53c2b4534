using static ZooInfra.Engine.Tests.Scenarios.Scenario;

namespace ZooInfra.Engine.Tests.Scenarios;

/// <summary>Runs on some resources only, and replacements that the user asks for (section 5.11).</summary>
internal static class TargetTable
{
    public static IEnumerable<Scenario> Rows =>
    [
        new("Only the target is changed", Up([R("a", "x=1"), R("b", "x=1")], "+a +b"), Up([R("a", "x=2"), R("b", "x=2")], "~b", "a(x=1) b(x=2)").Targeting("**::b"), Up([R("a", "x=2"), R("b", "x=2")], "~a", "a(x=2) b")),
        new("Only the target is created", Up([R("a"), R("b")], "+b", "b").Targeting("**::b"), Up([R("a"), R("b")], "+a", "a b")),
        new("Several targets are changed", Up([R("a", "x=1"), R("b", "x=1"), R("c", "x=1")], "+a +b +c"), Up([R("a", "x=2"), R("b", "x=2"), R("c", "x=2")], "~a ~c", "a(x=2) b(x=1) c(x=2)").Targeting("**::a", "**::c")),
        new("A target by its whole URN is changed", Up([R("a", "x=1"), R("b", "x=1")], "+a +b"), Up([R("a", "x=2"), R("b", "x=2")], "~a", "a(x=2) b(x=1)").Targeting(Urn("a"))),
        new("One star stops at a colon", Up([R("a", "x=1")], "+a"), Up([R("a", "x=2")], "", "a(x=1)").Targeting("urn:pulumi:*::a").Fails("No resource matches --target urn:pulumi:*::a.")),
        new("A star stands for a part of a name", Up([R("a1", "x=1"), R("a2", "x=1"), R("b1", "x=1")], "+a1 +a2 +b1"), Up([R("a1", "x=2"), R("a2", "x=2"), R("b1", "x=2")], "~a1 ~a2", "a1 a2 b1(x=1)").Targeting(Urn("a*"))),
        new("Refused inputs of what is no target do not matter", Up([R("a"), R("b")], "+a +b"), Up([R("a", "bad=1"), R("b", "x=1")], "~b", "a(bad=-) b").Targeting("**::b")),
        new("A target that nobody knows is refused with near names", Up([R("alpha"), R("beta")], "+alpha +beta"), Up([R("alpha", "x=1"), R("beta")], "", "alpha beta").Targeting(Urn("alhpa")).Fails($"Did you mean {Urn("alpha")}")),
        new("A target by its bare name is refused with its URN", Up([R("alpha")], "+alpha"), Up([R("alpha", "x=1")], "", "alpha").Targeting("alpha").Fails($"Did you mean {Urn("alpha")}")),
        new("Only the target is deleted", Up([R("a"), R("b"), R("c")], "+a +b +c"), Up([R("a")], "-b", "a c").Targeting("**::b")),
        new("A target whose dependent is no target is not deleted", Up([R("a"), R("b", "", "a")], "+a +b"), Up([], "", "a b").Targeting("**::a").Fails("depends on it and is not a target")),
        new("A target is deleted with its dependents", Up([R("a"), R("b", "", "a"), R("c")], "+a +b +c"), Up([], "-b -a", "c").Targeting("**::a").WithDependents()),
        new("A target that a resource out of the run still needs is not deleted", Up([R("a"), R("b", "", "a")], "+a +b"), Up([R("b")], "", "a b(deps#a)").Targeting("**::a").Fails("depends on it and is not a target")),
        new("A target with its dependents is changed with them", Up([R("a", "x=1"), R("b", "x=1", "a"), R("c", "x=1")], "+a +b +c"), Up([R("a", "x=2"), R("b", "x=2", "a"), R("c", "x=2")], "~a ~b", "a(x=2) b(x=2) c(x=1)").Targeting("**::a").WithDependents()),
        new("Dependents of dependents are dependents", Up([R("a", "x=1"), R("b", "x=1", "a"), R("c", "x=1", "b")], "+a +b +c"), Up([R("a", "x=2"), R("b", "x=2", "a"), R("c", "x=2", "b")], "~a ~b ~c", "a b c(x=2)").Targeting("**::a").WithDependents()),
        new("Dependents are left without the option", Up([R("a", "x=1"), R("b", "x=1", "a")], "+a +b"), Up([R("a", "x=2"), R("b", "x=2", "a")], "~a", "a(x=2) b(x=1)").Targeting("**::a")),
        new("A target that needs what does not exist is refused", Up([R("a"), R("b", "", "a")], "", "").Targeting("**::b").Fails("which does not exist yet and is not a target")),
        new("A target under a component that does not exist is refused", Up([Component("g"), R("a").Under("g")], "", "").Targeting("**::a").Fails("which does not exist yet and is not a target")),
        new("A target that needs what exists is created", Up([R("a")], "+a"), Up([R("a", "x=1"), R("b", "", "a")], "+b", "a(x=-) b(deps#a)").Targeting("**::b")),
        new("What is no target and new, and needs what is no target and new, is left", Up([R("a"), R("b", "", "a"), R("c")], "+c", "c").Targeting("**::c")),
        new("What is no target keeps what it refers to in order", Up([R("a"), R("b", "", "a"), R("c")], "+a +b +c"), Up([R("b"), R("a"), R("c", "x=1")], "~c", "a b(deps#a) c").Targeting("**::c")),
        new("A target is replaced", Up([R("a", "key=1"), R("b", "key=1")], "+a +b"), Up([R("a", "key=2"), R("b", "key=2")], "++a +-a --a", "a(key=2) b(key=1)").Targeting("**::a")),
        new("A target is deleted first with dependents that are targets", Up([R("a", "seat=1"), R("c", "key=1").From("key", "a")], "+a +c"), Up([R("a", "seat=2"), R("c", "key=1").From("key", "a")], "--c --a +-a ++a +-c ++c", "a c").Targeting("**::a").WithDependents()),
        new("A target is not deleted first when a dependent is no target", Up([R("a", "seat=1"), R("c", "key=1").From("key", "a")], "+a +c"), Up([R("a", "seat=2"), R("c", "key=1").From("key", "a")], "", "a(seat=1) c").Targeting("**::a").Fails("is not a target")),
        new("Providers always are targets", Up([ProviderOf("p", "color=red"), R("a").By("p"), R("b")], "+p +a +b"), Up([ProviderOf("p", "color=blue"), R("a").By("p"), R("b", "x=1")], "~p ~b", "a b(x=1)").Targeting("**::b")),
        new("A removal removes the target", Up([R("a"), R("b"), R("c", "", "b")], "+a +b +c"), Destroy("-c", "a b").Targeting("**::c")),
        new("A removal of a target refuses to leave its dependents", Up([R("a"), R("b", "", "a")], "+a +b"), Destroy("", "a b").Targeting("**::a").Fails("Add --target urn:pulumi:dev::proj::fake:index:Thing::b, or --target-dependents")),
        new("A removal of a target removes its dependents", Up([R("a"), R("b", "", "a"), R("c")], "+a +b +c"), Destroy("-b -a", "c").Targeting("**::a").WithDependents()),
        new("A removal of a component with its dependents removes its children", Up([Component("g"), R("a").Under("g"), R("b")], "+g +a +b"), Destroy("-a -g", "b").Targeting("**::g").WithDependents()),
        new("A removal of all targets removes all", Up([R("a"), R("b", "", "a")], "+a +b"), Destroy("-b -a", "").Targeting("**")),
        new("A removal of a target that nobody knows is refused", Up([R("a")], "+a"), Destroy("", "a").Targeting(Urn("b")).Fails("No resource matches --target")),
        new("A resource is replaced because the user says so", Up([R("a", "x=1"), R("b")], "+a +b"), Up([R("a", "x=1"), R("b")], "++a +-a --a", "a(id#a-3) b").Replacing(Urn("a"))),
        new("A resource that is replaced by the user's word ignores nothing", Up([R("a", "x=1")], "+a"), Up([R("a", "x=2").Ignoring("x")], "++a +-a --a", "a(x=2)").Replacing(Urn("a"))),
        new("A resource that the user wants replaced and nobody knows is refused", Up([R("a")], "+a"), Up([R("a")], "", "a(id#a-1)").Replacing(Urn("aa")).Fails("No resource matches --replace")),
        new("A protected resource is not replaced by the user's word", Up([R("a").Protected()], "+a"), Up([R("a").Protected()], "", "a(id#a-1)").Replacing(Urn("a")).Fails("marked for protection")),
        new("A resource that is replaced by the user's word takes along what is replaced with it", Up([R("a"), R("b").ReplacedWith("a")], "+a +b"), Up([R("a"), R("b").ReplacedWith("a")], "++a +-a ++b +-b --b --a", "a b").Replacing(Urn("a"))),
        new("A target that was renamed is meant by its old name, too", Up([R("a", "x=1"), R("c", "x=1")], "+a +c"), Up([R("b", "x=2").WasNamed("a"), R("c", "x=2")], "~b", "b(x=2) c(x=1)").Targeting(Urn("a"))),
        new("What is renamed and no target is renamed all the same", Up([R("a", "x=1"), R("c", "x=1")], "+a +c"), Up([R("b", "x=2").WasNamed("a"), R("c", "x=2")], "~c", "b(x=1,id#a-1) c(x=2)").Targeting(Urn("c"))),
    ];

    private static string Urn(string name) => $"urn:pulumi:dev::proj::fake:index:Thing::{name}";
}
