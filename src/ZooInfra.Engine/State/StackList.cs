using System.Globalization;
using System.Text.Json;

namespace ZooInfra.Engine.State;

/// <summary>Finds the stacks of a project in a state directory.</summary>
public static class StackList
{
    /// <summary>The stacks of a project, by name; locks nothing and needs no passphrase.</summary>
    /// <exception cref="StateException">The directory cannot be read.</exception>
    public static IReadOnlyList<StackSummary> Read(StateStore store, string project)
    {
        ArgumentNullException.ThrowIfNull(store);
        var folder = StackFiles.Folder(store.Root, "stacks", project);
        try
        {
            return Directory.Exists(folder)
                ? [.. Directory.EnumerateFiles(folder).Select(StackOf).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(stack => Summary(store.Files(project, stack)))]
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StateException($"The state directory cannot be read: {e.Message}", e);
        }
    }

    private static string? StackOf(string path)
    {
        var name = Path.GetFileName(path);
        return CheckpointFile.AllForms(".json").FirstOrDefault(end => name.EndsWith(end, StringComparison.Ordinal)) is { } end ? name[..^end.Length] : null;
    }

    private static StackSummary Summary(StackFiles files)
    {
        var empty = new StackSummary(files.Stack, null, 0, StackLock.HolderOf(files.Locks), File.Exists(files.Journal), null);
        var path = CheckpointFile.Newest(files.Checkpoint);
        try
        {
            return CheckpointFile.Read(path).Content is { } content ? CheckpointJson.Parse(content, root => Summary(empty, root)) : empty;
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            return empty with { Problem = $"{path}: {e.Message}" };
        }
    }

    private static StackSummary Summary(StackSummary empty, JsonElement root)
    {
        if (!root.GetProperty("checkpoint").TryGetProperty("latest", out var latest) || latest.ValueKind != JsonValueKind.Object)
        {
            return empty;
        }

        return empty with
        {
            LastUpdate = DateTimeOffset.Parse(latest.GetProperty("manifest").GetProperty("time").GetString() ?? "", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            Resources = latest.TryGetProperty("resources", out var resources) && resources.ValueKind == JsonValueKind.Array ? resources.GetArrayLength() : 0,
        };
    }
}
