using CsCheck;
using ZooInfra.Engine.State;

namespace ZooInfra.Engine.Tests;

public sealed class RandomGraphTests
{
    /// <summary>A program of up to six resources: which exist, their value, key and seat, and on which earlier ones each depends (a bit set).</summary>
    private static readonly Gen<(bool Exists, int Value, int Key, int Seat, int Depends)[]> Programs
        = Gen.Select(Gen.Bool, Gen.Int[0, 1], Gen.Int[0, 1], Gen.Int[0, 1], Gen.Int[0, 63]).Array[6];

    [Fact]
    public async Task Any_sequence_of_programs_ends_with_exactly_what_the_last_one_asks_for()
        => await Gen.Select(Programs.Array[1, 4], Gen.Bool, Gen.Bool).SampleAsync(
            async (versions, destroy, inOrder) =>
            {
                using var bench = new Bench { InOrder = inOrder };
                foreach (var version in versions)
                {
                    var program = Resources(version);
                    await bench.PreviewAsync(program);
                    var planned = bench.Steps.Order(StringComparer.Ordinal).ToList();

                    var result = await bench.UpAsync(program);

                    Assert.Equal(Outcome.Succeeded, result.Outcome);
                    if (inOrder)
                    {
                        // Otherwise a resource that no longer depends on one that must go first may be registered before or after that:
                        // what is registered already is not taken along (protocol facts, section 5.5).
                        Assert.Equal(planned, bench.Steps.Order(StringComparer.Ordinal));
                    }

                    var state = bench.State;
                    Assert.Null(SnapshotIntegrity.Violation(state));
                    Assert.Empty(state.PendingOperations);
                    var managed = state.Resources.Where(r => r.Type == "fake:index:Thing").ToList();
                    Assert.Equal(program.Select(r => (r.Name, r.Inputs)).OrderBy(r => r.Name), managed.Select(r => (r.Urn.Name, r.Inputs)).OrderBy(r => r.Name));
                    Assert.Equal(managed.Select(r => (r.Id, r.Inputs)).OrderBy(r => r.Id), bench.Provider.Ledger.Select(r => (r.Key, r.Value)).OrderBy(r => r.Key));
                }

                if (destroy)
                {
                    await bench.DestroyAsync();
                    Assert.Empty(bench.Provider.Ledger);
                    Assert.Empty(bench.State.Resources);
                }
            },
            iter: 100);

    private static Wanted[] Resources((bool Exists, int Value, int Key, int Seat, int Depends)[] version)
    {
        var existing = Enumerable.Range(0, version.Length).Where(i => version[i].Exists).ToList();
        return [.. existing.Select(i => new Wanted(
            $"r{i}",
            Bench.Props(("value", $"{version[i].Value}"), ("key", $"{version[i].Key}"), ("seat", $"{version[i].Seat}")),
            [.. existing.Where(j => j < i && (version[i].Depends & (1 << j)) != 0).Select(j => $"r{j}")]))];
    }
}
