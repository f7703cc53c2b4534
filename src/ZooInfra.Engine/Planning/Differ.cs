using System.Collections.Immutable;
using ZooInfra.Engine.Events;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Planning;

/// <summary>Says what a goal changes of the resource there is, and whether it needs a new one (protocol facts, section 5.3).</summary>
internal sealed class Differ(RunContext context, ProviderRegistry providers, Registrations registrations, Targets targets)
{
    private const string InitError = "#initerror";

    /// <exception cref="RunException">A path of the goal is none.</exception>
    public async Task<DiffResult> DiffAsync(Goal goal, ResourceState old, PropertyMap inputs, IResourceProvider provider, ProviderReference reference, CancellationToken cancellationToken)
    {
        var reason = Forced(goal, old) ?? (await providers.ReplacesAsync(old.Provider, reference, provider, cancellationToken) ? "provider" : null);
        if (reason is not null)
        {
            return new DiffResult(DiffResult.None.Changes.Add(reason, new(ChangeKind.Update, Replaces: true)));
        }

        var diff = await provider.DiffAsync(new DiffCall(goal.Urn, old.Id, old.Inputs, old.Outputs, inputs) { IgnoreChanges = goal.IgnoreChanges }, cancellationToken);
        if (diff.HasUnnamedChange && provider is UnconfiguredProvider)
        {
            context.Report(Severity.Warning, goal.Urn.Text, "Its provider's configuration is known only when the update runs; an update is assumed.");
        }

        return Promote(diff, goal, old.InitErrors);
    }

    /// <summary>What the changes of a resource replace by the program's word, besides what the provider says.</summary>
    /// <exception cref="RunException">A path of the goal is none.</exception>
    public static DiffResult Promote(DiffResult diff, ImmutableArray<string> replaceOnChanges, ImmutableArray<string> initErrors)
    {
        foreach (var text in replaceOnChanges)
        {
            if (text == InitError)
            {
                diff = initErrors.IsEmpty ? diff : diff with { Changes = diff.Changes.SetItem(InitError, new(ChangeKind.Update, Replaces: true)) };
                continue;
            }

            var path = Parse(text);
            foreach (var (changed, change) in diff.Changes.Where(change => !change.Value.Replaces && ParseChange(change.Key) is { } place && path.Contains(place)))
            {
                diff = diff with { Changes = diff.Changes.SetItem(changed, change with { Replaces = true }) };
            }
        }

        return diff;
    }

    private static DiffResult Promote(DiffResult diff, Goal goal, ImmutableArray<string> initErrors) => Promote(diff, goal.Options.ReplaceOnChanges, initErrors);

    /// <summary>Why the resource is replaced whatever the provider says; null when nothing says so.</summary>
    private string? Forced(Goal goal, ResourceState old)
    {
        if (goal.Options.ReplacementTrigger is { } trigger && old.Options.ReplacementTrigger is { } oldTrigger && (Unknowns.In(trigger) || !trigger.Equals(oldTrigger)))
        {
            return "replacementTrigger";
        }

        if (old.Taint || targets.Replaces(goal.Urn))
        {
            return "id";
        }

        return goal.Options.ReplaceWith.Any(registrations.IsReplaced) ? "replaceWith"
            : goal.Options.DeletedWith.Length > 0 && registrations.IsReplaced(goal.Options.DeletedWith) ? "deletedWith"
            : null;
    }

    private static PropertyPath Parse(string text)
    {
        try
        {
            return PropertyPath.Parse(text);
        }
        catch (FormatException e)
        {
            throw new RunException($"replaceOnChanges: {e.Message}");
        }
    }

    // What a provider names need not be a path; then it is the name of a property.
    private static PropertyPath ParseChange(string text)
    {
        try
        {
            return PropertyPath.Parse(text);
        }
        catch (FormatException)
        {
            return new(text, [new(text, -1)]);
        }
    }
}
