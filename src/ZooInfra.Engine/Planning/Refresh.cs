using System.Collections.Immutable;
using ZooInfra.Engine.Events;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Planning;

/// <summary>Reads every resource as it is and makes the state say so (protocol facts, section 5.10).</summary>
internal sealed class Refresh(RunContext context, BaseResources last, StepExecutor executor, ProviderRegistry providers, Targets targets)
{
    /// <summary>Reads all resources, then takes the steps in the order of the snapshot.</summary>
    /// <returns>Whether all could be read; those that could not stay as they were.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        // In the order of the snapshot, so that what depends on a target is met after it.
        foreach (var index in last.Untouched())
        {
            targets.Cover(last[index]);
        }

        var indices = last.Untouched();
        var readings = await Task.WhenAll(indices.Select(index => ReadAsync(last[index], cancellationToken)));
        var gone = new Dictionary<string, ResourceUrn?>(StringComparer.Ordinal);
        var retired = new Stack<JournalEntry>();
        foreach (var (index, reading) in indices.Zip(readings))
        {
            Take(index, reading, gone, retired);
        }

        // What is gone leaves the state when nothing in it refers to it any more: a run may be cut off between any two entries.
        foreach (var entry in retired)
        {
            executor.Record(entry);
        }

        return readings.All(reading => reading.Readable);
    }

    /// <summary>A resource as it was read: what was secret stays secret.</summary>
    public static ResourceState Adopt(ResourceState old, ReadResult read) => old with
    {
        Id = read.Id,
        Inputs = read.HasInputs && !old.External ? SecretsAgain(read.Inputs, old.Inputs) : old.Inputs,
        Outputs = SecretsAgain(read.Outputs, old.Outputs),
        InitErrors = [],
    };

    private async Task<Reading> ReadAsync(ResourceState old, CancellationToken cancellationToken)
    {
        if (!old.Custom || old.IsProvider || old.Delete || old.PendingReplacement || !targets.Cover(old))
        {
            return new(old, Readable: true);
        }

        try
        {
            var provider = await providers.ForOldAsync(old, cancellationToken);
            var timeout = old.Options.Timeouts.Read > 0 ? TimeSpan.FromSeconds(old.Options.Timeouts.Read) : (TimeSpan?)null;
            var read = await executor.CallAsync(token => provider.ReadAsync(new ReadCall(old.Urn, old.Id, old.Inputs, old.Outputs) { Timeout = timeout }, token), cancellationToken);
            return new(read is null ? null : Adopt(old, read), Readable: true);
        }
        catch (PartialFailureException e)
        {
            context.Report(Severity.Warning, old.Urn.Text, $"It is not complete: {string.Join("; ", e.Reasons)}. The next update tries again.");
            return new(old with { Outputs = SecretsAgain(e.Outputs, old.Outputs), InitErrors = e.Reasons }, Readable: true);
        }
        catch (Exception e) when (e is ProviderException or RunException)
        {
            executor.Fail(Info(StepKind.Same, old, old, null), $"It could not be read: {e.Message}");
            return new(old, Readable: false);
        }
    }

    private void Take(int index, Reading reading, Dictionary<string, ResourceUrn?> gone, Stack<JournalEntry> retired)
    {
        var old = last[index];
        last.Touch(index);
        if (reading.State is not { } state)
        {
            gone[old.Urn.Text] = old.Parent is { } parent && gone.TryGetValue(parent.Text, out var grandparent) ? grandparent : old.Parent;
            executor.Take(Info(StepKind.Delete, old, null, null), entry: null);
            retired.Push(executor.Change(upsert: null, new BaseEffect(Retire: index)));
            return;
        }

        state = WithoutReferencesTo(gone, state);
        var changes = Changes(old.Outputs, state.Outputs);
        var kind = changes.Changes.IsEmpty && old.Inputs.Equals(state.Inputs) ? StepKind.Same : StepKind.Update;
        executor.Take(Info(kind, old, state, changes), state.SameAs(old) ? new JournalEntry.Keep(index) : executor.Change(state, new BaseEffect(Retire: index)));
    }

    /// <summary>A snapshot refers only to what it has; children of what is gone go to the next parent up.</summary>
    private static ResourceState WithoutReferencesTo(Dictionary<string, ResourceUrn?> gone, ResourceState state)
    {
        if (gone.Count == 0 || !state.References().Any(gone.ContainsKey))
        {
            return state;
        }

        return state with
        {
            Parent = state.Parent is { } parent && gone.TryGetValue(parent.Text, out var next) ? next : state.Parent,
            Dependencies = [.. state.Dependencies.Where(urn => !gone.ContainsKey(urn))],
            PropertyDependencies = ResourceState.NoPropertyDependencies.AddRange(state.PropertyDependencies
                .Select(property => KeyValuePair.Create(property.Key, property.Value.Where(urn => !gone.ContainsKey(urn)).ToImmutableArray()))),
            Options = state.Options with
            {
                DeletedWith = gone.ContainsKey(state.Options.DeletedWith) ? "" : state.Options.DeletedWith,
                ReplaceWith = [.. state.Options.ReplaceWith.Where(urn => !gone.ContainsKey(urn))],
            },
        };
    }

    /// <summary>A provider reads plain values; what was secret stays secret.</summary>
    private static PropertyMap SecretsAgain(PropertyMap read, PropertyMap old)
        => read.Aggregate(read, (map, property) => old.GetValueOrDefault(property.Key) is PropertyValue.SecretValue ? map.With(property.Key, PropertyValue.Secret(property.Value)) : map);

    private static DiffResult Changes(PropertyMap old, PropertyMap wanted)
        => new(old.Keys.Union(wanted.Keys, StringComparer.Ordinal)
            .Where(key => !Equals(old.GetValueOrDefault(key), wanted.GetValueOrDefault(key)))
            .ToImmutableSortedDictionary(
                key => key,
                key => new PropertyChange(!old.ContainsKey(key) ? ChangeKind.Add : !wanted.ContainsKey(key) ? ChangeKind.Delete : ChangeKind.Update, Replaces: false, InputDiff: false),
                StringComparer.Ordinal));

    private static StepInfo Info(StepKind kind, ResourceState old, ResourceState? state, DiffResult? diff)
        => new(kind, old.Urn, old.Parent, old.Outputs, state?.Outputs, diff, old.IsDefaultProvider, old.Protect);

    /// <param name="State">The resource as it is; null when it is gone.</param>
    /// <param name="Readable">Whether the provider could tell.</param>
    private sealed record Reading(ResourceState? State, bool Readable);
}
