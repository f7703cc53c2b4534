using System.Collections.Immutable;
using Pulumirpc;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using Kind = Pulumirpc.PropertyDiff.Types.Kind;

namespace ZooInfra.Engine.Plugins;

/// <summary>Reads what a plugin says of a difference (protocol facts, section 2.3, DiffResponse).</summary>
internal static class PluginDiffs
{
    public static DiffResult Read(DiffResponse response, DiffCall call) => response.Changes switch
    {
        DiffResponse.Types.DiffChanges.DiffNone => DiffResult.None,
        DiffResponse.Types.DiffChanges.DiffSome => Some(response),
        _ => new(Structural(call)),
    };

    private static DiffResult Some(DiffResponse response)
    {
        var changes = DiffResult.None.Changes;
        if (response.HasDetailedDiff)
        {
            changes = changes.SetItems(response.DetailedDiff.Select(entry => KeyValuePair.Create(entry.Key, Change(entry.Value))));
        }

        foreach (var name in response.Diffs.Where(name => !changes.Keys.Any(path => path == name || path.StartsWith(name + ".", StringComparison.Ordinal) || path.StartsWith(name + "[", StringComparison.Ordinal))))
        {
            changes = changes.SetItem(name, new(ChangeKind.Update, Replaces: false));
        }

        foreach (var path in response.Replaces)
        {
            changes = changes.SetItem(path, changes.GetValueOrDefault(path) is { } change ? change with { Replaces = true } : new(ChangeKind.Update, Replaces: true));
        }

        return new DiffResult(changes, response.DeleteBeforeReplace) { HasUnnamedChange = changes.IsEmpty };
    }

    private static PropertyChange Change(PropertyDiff diff) => diff.Kind switch
    {
        Kind.Add => new(ChangeKind.Add, false, diff.InputDiff),
        Kind.AddReplace => new(ChangeKind.Add, true, diff.InputDiff),
        Kind.Delete => new(ChangeKind.Delete, false, diff.InputDiff),
        Kind.DeleteReplace => new(ChangeKind.Delete, true, diff.InputDiff),
        Kind.UpdateReplace => new(ChangeKind.Update, true, diff.InputDiff),
        _ => new(ChangeKind.Update, false, diff.InputDiff),
    };

    /// <summary>A provider that does not know leaves it to the engine, which compares inputs and never replaces on its own.</summary>
    private static ImmutableSortedDictionary<string, PropertyChange> Structural(DiffCall call)
        => call.OldInputs.Keys.Union(call.NewInputs.Keys, StringComparer.Ordinal)
            .Where(key => !Equals(Plain(call.OldInputs.GetValueOrDefault(key)), Plain(call.NewInputs.GetValueOrDefault(key))))
            .ToImmutableSortedDictionary(
                key => key,
                key => new PropertyChange(!call.OldInputs.ContainsKey(key) ? ChangeKind.Add : !call.NewInputs.ContainsKey(key) ? ChangeKind.Delete : ChangeKind.Update, Replaces: false),
                StringComparer.Ordinal);

    private static PropertyValue? Plain(PropertyValue? value) => value is PropertyValue.SecretValue secret ? secret.Inner : value;
}
