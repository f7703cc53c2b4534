using System.Collections.Concurrent;
using System.Collections.Immutable;
using ZooInfra.Engine.Events;
using ZooInfra.Engine.Secrets;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Tests.Scenarios;

/// <summary>Plays a scenario and compares, after every act: plan and steps, state, the rules of snapshots, and the world.</summary>
/// <param name="compacts">Whether the journal is written together into the checkpoint after every line.</param>
internal sealed class ScenarioRunner(bool compacts) : IDisposable
{
    public const string Project = "proj";
    public const string Stack = "dev";

    private readonly string _folder = Directory.CreateTempSubdirectory("zoo-scenario-").FullName;
    private readonly World _world = new();
    private readonly ConcurrentQueue<EngineEvent> _events = [];

    public async Task PlayAsync(Scenario scenario)
    {
        for (var i = 0; i < scenario.Acts.Length; i++)
        {
            var where = $"{scenario.Name}, act {i + 1}";
            var act = scenario.Acts[i];
            act.Happens(_world);
            if (act.Kind != ActKind.World)
            {
                await PlayAsync(act, where);
            }
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The steps of a run: what the engine did itself, and what stayed the same, is left out.</summary>
    internal static string Steps(IEnumerable<EngineEvent> events) => string.Join(' ', events.Select(e => e switch
    {
        EngineEvent.StepFinished { Step: { IsInternal: false, Kind: not StepKind.Same } step } when step.Urn.Type != ResourceUrn.StackType => Mark(step.Kind) + step.Urn.Name,
        EngineEvent.StepFailed { Step: var step } => "!" + step.Urn.Name,
        _ => null,
    }).OfType<string>());

    private static string Mark(StepKind kind) => kind switch
    {
        StepKind.Create => "+",
        StepKind.Update => "~",
        StepKind.Replace => "+-",
        StepKind.CreateReplacement => "++",
        StepKind.DeleteReplaced => "--",
        StepKind.Delete => "-",
        StepKind.Read => ">",
        StepKind.ReadReplacement => ">>",
        StepKind.Discard => "<",
        StepKind.DiscardReplaced => "<<",
        StepKind.Import => "=",
        StepKind.ImportReplacement => "=>",
        StepKind.RemovePendingReplace => "-?",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private async Task PlayAsync(Act act, string where)
    {
        var secrets = new StackSecrets(Stack, salt: null, () => "passphrase");
        var root = Path.Combine(_folder, "state");
        var store = new StateStore(root, TimeProvider.System)
        {
            Disk = new LineByLineDisk(() => new StateStore(root, TimeProvider.System).Load(Project, Stack, secrets)),
            Pace = compacts ? new(1, 0) : CompactionPace.Usual,
        };
        var engine = new EmbeddedEngine(store, new Dictionary<string, Func<IResourceProvider>> { ["fake"] = () => _world }, parallel: 1);
        using var cancel = new CancellationTokenSource();
        var program = new StackProgram(Project, Stack, act.Config, ImmutableHashSet<string>.Empty, secrets, (settings, _) => new ScenarioProgram(act.Program, act.ExitCode).RunAsync(settings)) { Options = act.Options };

        _events.Clear();
        await (act.Kind switch
        {
            ActKind.Up => engine.PreviewAsync(program, _events.Enqueue, default),
            ActKind.Destroy => engine.PreviewDestroyAsync(program, _events.Enqueue, default),
            _ => engine.DriftAsync(program, _events.Enqueue, default),
        });
        var planned = Steps(_events);
        Prepare(act, cancel);
        _events.Clear();
        var callsBefore = _world.Calls.Count;
        OperationResult result;
        using (var stack = engine.Lock(program))
        {
            result = await (act.Kind switch
            {
                ActKind.Up => stack.UpdateAsync(_events.Enqueue, cancel.Token),
                ActKind.Destroy => stack.DestroyAsync(_events.Enqueue, cancel.Token),
                _ => stack.RefreshAsync(_events.Enqueue, cancel.Token),
            });
        }

        CheckReports(act, result, where);
        Equal(act.Steps, Steps(_events), where);
        if (act.Plan is not null || act is { Outcome: Outcome.Succeeded, Faults.IsEmpty: true })
        {
            Equal(act.Plan ?? act.Steps, planned, $"{where}, preview");
        }

        if (act.Calls is { } calls)
        {
            Equal(calls, string.Join("; ", _world.Calls.Skip(callsBefore).Where(call => !call.StartsWith("configure", StringComparison.Ordinal))), where);
        }

        CheckState(act, store.Load(Project, Stack, secrets), where);
    }

    private void Prepare(Act act, CancellationTokenSource cancel)
    {
        _world.Faults.Clear();
        foreach (var (call, fault) in act.Faults)
        {
            _world.Faults[call] = fault;
        }

        _world.Before.Clear();
        if (act.CancelIn is { } stop)
        {
            _world.Before[stop] = cancel.Cancel;
        }
    }

    private void CheckReports(Act act, OperationResult result, string where)
    {
        var errors = _events.OfType<EngineEvent.StepFailed>().Select(e => e.Message)
            .Concat(_events.OfType<EngineEvent.Diagnostic>().Where(e => e.Severity == Severity.Error).Select(e => e.Message)).ToList();
        var all = string.Join("\n", errors);
        Assert.True(act.Outcome == result.Outcome, $"{where}: {result.Outcome} where {act.Outcome} was expected. {all}");
        Assert.True(act.Error is null ? errors.Count == 0 : errors.Any(error => error.Contains(act.Error, StringComparison.Ordinal)), $"{where}: errors are '{all}' where '{act.Error}' was expected.");
        if (act.Warning is { } warning)
        {
            var warnings = string.Join("\n", _events.OfType<EngineEvent.Diagnostic>().Where(e => e.Severity is Severity.Warning or Severity.Info).Select(e => e.Message));
            Assert.True(warnings.Contains(warning, StringComparison.Ordinal), $"{where}: warnings are '{warnings}' where '{warning}' was expected.");
        }
    }

    private void CheckState(Act act, Snapshot state, string where)
    {
        Assert.True(SnapshotIntegrity.Violation(state) is null, $"{where}: {SnapshotIntegrity.Violation(state)}");
        Assert.True(state.PendingOperations.Length == act.Pending, $"{where}: {state.PendingOperations.Length} operations are pending.");
        var things = state.Resources.Where(resource => !resource.IsProvider && resource.Type != ResourceUrn.StackType).ToList();
        if (act.State is { } expected)
        {
            Equal(
                string.Join(' ', expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('(')[0]).Order(StringComparer.Ordinal)),
                string.Join(' ', things.Select(Flagged).Order(StringComparer.Ordinal)),
                $"{where}, state");
            foreach (var entry in expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(entry => entry.Contains('(', StringComparison.Ordinal)))
            {
                CheckEntry(entry, things, where);
            }
        }

        var managed = things.Where(resource => resource is { Custom: true, External: false, PendingReplacement: false } && resource.Type.StartsWith("fake:", StringComparison.Ordinal)).Select(resource => resource.Id).ToHashSet();
        var lost = managed.Except(_world.Ledger.Keys).ToList();
        var strays = _world.Ledger.Keys.Except(managed).ToList();
        Assert.True(act.Kind == ActKind.World || lost.Count == 0 || act.Outcome != Outcome.Succeeded, $"{where}: the state has {string.Join(", ", lost)}, the world has not.");
        Assert.True(strays.Count == act.Strays || act.Outcome == Outcome.Cancelled, $"{where}: the world has {string.Join(", ", strays)}, the state has not.");
    }

    private static void CheckEntry(string entry, List<ResourceState> things, string where)
    {
        var name = entry.Split('(')[0];
        var thing = things.First(resource => Flagged(resource) == name);
        foreach (var part in entry[(name.Length + 1)..].TrimEnd(')').Split(','))
        {
            var at = part.AsSpan().IndexOfAny('=', '>', '#');
            var (key, value) = (part[..at], part[(at + 1)..]);
            var actual = part[at] switch
            {
                '=' => Show(thing.Inputs.GetValueOrDefault(key)),
                '>' => Show(thing.Outputs.GetValueOrDefault(key)),
                _ => key switch
                {
                    "id" => thing.Id,
                    "parent" => thing.Parent?.Name ?? "",
                    "deps" => string.Join('+', thing.Dependencies.Select(urn => ResourceUrn.Parse(urn)!.Value.Name)),
                    "provider" => ResourceUrn.Parse(ProviderReference.Parse(thing.Provider)!.Value.Urn)!.Value.Name,
                    "import" => thing.ImportId,
                    _ => throw new ArgumentException($"'{key}' is nothing a state is asked for."),
                },
            };
            Equal(value, actual, $"{where}, {part[..(at + 1)]} of {name}");
        }
    }

    private static string Flagged(ResourceState resource)
        => resource.Urn.Name
            + (resource.Delete ? ":delete" : "")
            + (resource.PendingReplacement ? ":pending" : "")
            + (resource.External ? ":external" : "")
            + (resource.InitErrors.IsEmpty ? "" : ":init");

    private static string Show(PropertyValue? value) => value switch
    {
        null => "-",
        PropertyValue.StringValue text => text.Value,
        PropertyValue.NumberValue number => number.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        PropertyValue.SecretValue secret => "!" + Show(secret.Inner),
        PropertyValue.ObjectValue map => "{" + string.Join(';', map.Properties.Select(property => $"{property.Key}:{Show(property.Value)}")) + "}",
        PropertyValue.ArrayValue array => "[" + string.Join(';', array.Items.Select(Show)) + "]",
        _ => value.GetType().Name,
    };

    private static void Equal(string expected, string actual, string where) => Assert.True(expected == actual, $"{where}:\nexpected: {expected}\nactual:   {actual}");
}
