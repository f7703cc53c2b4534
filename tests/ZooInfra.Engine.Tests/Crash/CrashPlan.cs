using ZooInfra.Protocol;

namespace ZooInfra.Engine.Tests.Crash;

/// <summary>What is there, what is done to it while the process dies, and what the program says at the end.</summary>
/// <param name="Name">For messages and the command line of the child.</param>
/// <param name="Before">The program that was there.</param>
/// <param name="During">The program of the run that dies; null for a run that needs none.</param>
internal sealed record CrashPlan(string Name, Wanted[] Before, Wanted[]? During)
{
    public const string Passphrase = "pass";

    /// <summary>What is run; an update unless the plan says otherwise.</summary>
    public CrashRunKind Kind { get; init; } = CrashRunKind.Update;

    /// <summary>What the program says when it is run again, after whatever was wrong with it was put right.</summary>
    public Wanted[]? After { get; init; }

    /// <summary>What somebody did to the world behind our back.</summary>
    public Action<World>? Drift { get; init; }

    public Wanted[] Final => After ?? During ?? [];

    public static IReadOnlyList<CrashPlan> All { get; } =
    [
        new("create three", [], [Thing("a"), Thing("b"), Thing("c")]),
        new("create a chain", [], [Thing("a"), Thing("b", "1", "a"), Thing("c", "1", "b"), Thing("d", "1", "c")]),
        new("create twelve at once", [], Things(12)),
        new("add to what is there", Things(3), Things(6)),
        new("update all", Things(5), Things(5, "2")),
        new("update a chain", [Thing("a"), Thing("b", "1", "a"), Thing("c", "1", "b")], [Thing("a", "2"), Thing("b", "2", "a"), Thing("c", "2", "b")]),
        new("remove what is not asked for", Things(5), [Thing("t0")]),
        new("destroy", Things(5), null) { Kind = CrashRunKind.Destroy },
        new("destroy a chain", [Thing("a"), Thing("b", "1", "a"), Thing("c", "1", "b")], null) { Kind = CrashRunKind.Destroy },
        new("replace", [Keyed("a", "1", "key"), Keyed("b", "1", "key")], [Keyed("a", "2", "key"), Keyed("b", "2", "key")]),
        new("replace the root of a chain", [Keyed("a", "1", "key"), Thing("b", "1", "a"), Thing("c", "1", "b")], [Keyed("a", "2", "key"), Thing("b", "2", "a"), Thing("c", "2", "b")]),
        new("remove before replacing", [Keyed("a", "1", "seat"), Keyed("b", "1", "seat")], [Keyed("a", "2", "seat"), Keyed("b", "2", "seat")]),
        new("remove before replacing with dependents", [Keyed("a", "1", "seat"), Thing("b", "1", "a"), Thing("c", "1", "b")], [Keyed("a", "2", "seat"), Thing("b", "1", "a"), Thing("c", "1", "b")]),
        new("everything at once", [Thing("gone"), Thing("same"), Thing("changed"), Keyed("moved", "1", "key")], [Thing("same"), Thing("changed", "2"), Keyed("moved", "2", "key"), Thing("new", "1", "changed")]),
        new("components", [], [Component("room"), Thing("a", "1", "room"), Thing("b", "1", "a"), Component("hall"), Thing("c", "1", "hall")]),
        new("rename", [Thing("old"), Thing("b", "1", "old")], [Thing("new"), Thing("b", "1", "new")]),
        new("secrets", [Secret("a", "1")], [Secret("a", "2"), Secret("b", "1")]),
        new("a create fails", [Thing("a")], [Thing("a", "2"), Failing("b"), Thing("c", "1", "b")]) { After = [Thing("a", "2"), Thing("b"), Thing("c", "1", "b")] },
        new("an update fails", Things(3), [Thing("t0", "2"), Failing("t1"), Thing("t2", "2")]) { After = Things(3, "3") },
        new("a removal fails", [Staying("a"), Thing("b"), Thing("c")], []) { After = [Thing("a", "2")] },
        new("only options change", Things(4), [.. Things(4).Select(thing => thing with { Protect = true })]),
        new("large values", [Thing("a", new string('x', 100_000))], [Thing("a", new string('y', 120_000)), Thing("b", new string('z', 90_000))]),
        new("refresh of a changed world", Things(4), null)
        {
            Kind = CrashRunKind.Refresh,
            After = Things(4, "2"),
            Drift = world =>
            {
                var things = world.Things.Values.OrderBy(thing => thing.Urn, StringComparer.Ordinal).ToList();
                world.Remove(things[0].Id);
                world.Change(things[1].Id, "drifted");
            },
        },
        new("refresh after the roots of chains are gone", [Thing("a"), Thing("b", "1", "a"), Thing("c", "1", "b"), Component("room"), Thing("d", "1", "room", "c")], null)
        {
            Kind = CrashRunKind.Refresh,
            After = [Thing("a"), Thing("b", "1", "a"), Thing("c", "1", "b"), Component("room"), Thing("d", "1", "room", "c")],
            Drift = world =>
            {
                foreach (var thing in world.Things.Values.Where(thing => thing.Urn.EndsWith("::a", StringComparison.Ordinal) || thing.Urn.EndsWith("::c", StringComparison.Ordinal)).ToList())
                {
                    world.Remove(thing.Id);
                }
            },
        },
    ];

    private static Wanted[] Things(int count, string value = "1") => [.. Enumerable.Range(0, count).Select(i => Thing($"t{i}", value))];

    private static Wanted Thing(string name, string value = "1", params string[] dependsOn) => new(name, Bench.Props(("value", value)), dependsOn);

    private static Wanted Keyed(string name, string value, string key) => new(name, Bench.Props(("value", value), (key, value)));

    private static Wanted Secret(string name, string value) => new(name, PropertyMap.Empty.With("value", PropertyValue.Secret(PropertyValue.Of(value))));

    private static Wanted Failing(string name) => new(name, Bench.Props(("value", "2"), ("fail", "yes")));

    private static Wanted Staying(string name) => new(name, Bench.Props(("value", "1"), ("stays", "yes")));

    private static Wanted Component(string name) => new(name, PropertyMap.Empty) { Type = "fake:index:Room", Custom = false };
}

internal enum CrashRunKind
{
    Update,
    Destroy,
    Refresh,
}
