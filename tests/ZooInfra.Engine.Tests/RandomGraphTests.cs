using CsCheck;
using ZooInfra.Engine.State;

namespace ZooInfra.Engine.Tests;

public sealed class RandomGraphTests
{
    private const int Most = 6;

    /// <summary>
    /// A program of up to six resources: which exist, their value, key and seat, on which earlier ones each depends (a bit set), with which it is deleted
    /// and replaced, and what else is said of it.
    /// </summary>
    private static readonly Gen<Node[]> Programs
        = Gen.Select(Gen.Select(Gen.Bool, Gen.Int[0, 1], Gen.Int[0, 1], Gen.Int[0, 1], Gen.Int[0, 63]), Gen.Select(Gen.Int[0, 11], Gen.Int[0, 11], Gen.Int[0, 3], Gen.Int[0, 2]))
            .Select((what, options) => new Node(what.Item1, what.Item2, what.Item3, what.Item4, what.Item5, options.Item1, options.Item2, options.Item3, options.Item4)).Array[Most];

    private static readonly Gen<Run[]> Runs = Gen.Select(Programs, Gen.Int[0, 3], Gen.Int[0, Most - 1], Gen.Int[0, Most]).Select((program, kind, target, failing) => new Run(program, kind, target, failing)).Array[1, 4];

    [Fact]
    public async Task Any_sequence_of_programs_ends_with_exactly_what_the_last_one_asks_for()
        => await Gen.Select(Programs.Array[1, 4], Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool).SampleAsync(
            async (versions, destroy, inOrder, compacts, locally) =>
            {
                using var bench = NewBench(inOrder, compacts, locally);
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

                    AssertSound(bench);
                    AssertIs(program, bench);
                }

                if (destroy)
                {
                    await bench.DestroyAsync();
                    Assert.Empty(bench.Provider.Ledger);
                    Assert.Empty(bench.State.Resources);
                }
            },
            iter: 100);

    [Fact]
    public async Task Failures_targets_and_runs_that_go_on_leave_a_sound_state_that_the_next_run_completes()
        => await Gen.Select(Runs, Gen.Bool, Gen.Bool).SampleAsync(
            async (runs, compacts, locally) =>
            {
                using var bench = NewBench(inOrder: true, compacts, locally);
                foreach (var run in runs)
                {
                    var options = new RunOptions
                    {
                        ContinueOnError = run.Kind == 1,
                        Targets = run.Kind is 2 or 3 ? ["**::" + NameOf(run.Target, renamed: false), "**::" + NameOf(run.Target, renamed: true), "**::default"] : [],
                        TargetDependents = run.Kind == 3,
                    };
                    var failing = run.Kind == 2 ? Most : run.Failing;
                    bench.Provider.BeforeCall = call => call.EndsWith(" " + NameOf(failing, renamed: false), StringComparison.Ordinal)
                        ? throw new ZooInfra.Protocol.Providers.ProviderException("not today")
                        : Task.CompletedTask;
                    await bench.RunAsync(stack => stack.UpdateAsync(bench.Events.Enqueue, default), bench.Program(Resources(run.Program)) with { Options = options });
                    AssertSound(bench);
                }

                bench.Provider.BeforeCall = null;
                var last = Resources(runs[^1].Program);
                var result = await bench.UpAsync(last);

                Assert.True(result.Outcome == Outcome.Succeeded, string.Join("\n", bench.Errors));
                AssertSound(bench);
                AssertIs(last, bench);
            },
            iter: 100);

    /// <summary>Whatever line a journal ends with, it is a state; and so it is when a checkpoint is written after every line.</summary>
    private static Bench NewBench(bool inOrder, bool compacts, bool locally)
    {
        var bench = new Bench { InOrder = inOrder, Locally = locally, Pace = compacts ? new(1, 0) : CompactionPace.Usual };
        bench.Disk = new LineByLineDisk(() => bench.State);
        return bench;
    }

    /// <summary>The rules of snapshots hold, nothing is open, and the state and the world have the same resources.</summary>
    private static void AssertSound(Bench bench)
    {
        var state = bench.State;
        Assert.Null(SnapshotIntegrity.Violation(state));
        Assert.Empty(state.PendingOperations);
        var managed = state.Resources.Where(r => r is { Type: "fake:index:Thing", PendingReplacement: false }).ToList();
        Assert.Equal(managed.Select(r => (r.Id, r.Inputs)).OrderBy(r => r.Id), bench.Provider.Ledger.Select(r => (r.Key, r.Value)).OrderBy(r => r.Key));
    }

    /// <summary>The state has what the program asks for and nothing else.</summary>
    private static void AssertIs(Wanted[] program, Bench bench)
        => Assert.Equal(
            program.Select(r => (r.Name, r.Inputs)).OrderBy(r => r.Name),
            bench.State.Resources.Where(r => r.Type == "fake:index:Thing").Select(r => (r.Urn.Name, r.Inputs)).OrderBy(r => r.Name));

    private static Wanted[] Resources(Node[] version)
    {
        var existing = Enumerable.Range(0, version.Length).Where(i => version[i].Exists).ToList();
        return [.. existing.Select(i =>
        {
            var node = version[i];
            IEnumerable<int> earlier = existing.Where(j => j < i);
            var replaceWith = earlier.Contains(node.ReplaceWith) ? Bench.Urn(NameOf(node.ReplaceWith, version[node.ReplaceWith].IsRenamed)) : null;
            return new Wanted(
                NameOf(i, node.IsRenamed),
                Bench.Props(("value", $"{node.Value}"), ("key", $"{node.Key}"), ("seat", $"{node.Seat}")),
                [.. earlier.Where(j => (node.Depends & (1 << j)) != 0 || j == node.ReplaceWith).Select(j => NameOf(j, version[j].IsRenamed))])
            {
                Change = request =>
                {
                    // What it is called now it was not always, and the other way round.
                    request.Aliases.Add(new Pulumirpc.Alias { Spec = new() { Name = NameOf(i, !node.IsRenamed) } });
                    if (replaceWith is not null)
                    {
                        request.ReplaceWith.Add(replaceWith);
                    }

                    if (node.Trigger > 0)
                    {
                        request.ReplacementTrigger = Google.Protobuf.WellKnownTypes.Value.ForNumber(node.Trigger);
                    }

                    if (node.Promoted == 1)
                    {
                        request.ReplaceOnChanges.Add("value");
                    }

                    if (node.Promoted == 2)
                    {
                        (request.DeleteBeforeReplace, request.DeleteBeforeReplaceDefined) = (node.Value == 0, true);
                    }
                },
            };
        })];
    }

    private static string NameOf(int index, bool renamed) => renamed ? $"r{index}x" : $"r{index}";

    private sealed record Node(bool Exists, int Value, int Key, int Seat, int Depends, int ReplaceWith, int Naming, int Trigger, int Promoted)
    {
        public bool IsRenamed => Naming > 8;
    }

    /// <param name="Program">The program.</param>
    /// <param name="Kind">0 plain, 1 goes on after errors, 2 with a target, 3 with a target and its dependents.</param>
    /// <param name="Target">The resource that is the target.</param>
    /// <param name="Failing">The resource whose calls fail; beyond the last none does.</param>
    private sealed record Run(Node[] Program, int Kind, int Target, int Failing);
}
