using System.Collections.Immutable;

namespace ZooInfra.Engine.State;

/// <summary>What makes a checkpoint one of version 4 (protocol facts, section 6.4).</summary>
internal static class CheckpointFeatures
{
    /// <summary>The features this engine understands.</summary>
    public static ImmutableArray<string?> Known { get; } = ["hooks", "refreshBeforeUpdate", "replaceWith", "taint"];

    /// <summary>The features that some resource uses.</summary>
    public static ImmutableArray<string> Of(Snapshot snapshot)
    {
        var used = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var resource in snapshot.Resources)
        {
            Use(used, "hooks", !resource.Options.Hooks.IsEmpty);
            Use(used, "refreshBeforeUpdate", resource.RefreshBeforeUpdate);
            Use(used, "replaceWith", !resource.Options.ReplaceWith.IsEmpty);
            Use(used, "taint", resource.Taint);
        }

        return [.. used];
    }

    private static void Use(SortedSet<string> used, string feature, bool isUsed)
    {
        if (isUsed)
        {
            used.Add(feature);
        }
    }
}
