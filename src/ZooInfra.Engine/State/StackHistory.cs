using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ZooInfra.Engine.State;

/// <summary>The runs of a stack, each with the checkpoint it left, as Pulumi's DIY backend keeps them (protocol facts, sections 6.1 and 6.10).</summary>
public static class StackHistory
{
    private const string EntryEnd = ".history.json";

    /// <summary>The runs of a stack, the newest first.</summary>
    /// <exception cref="StateException">A file cannot be read; the message names it.</exception>
    public static IReadOnlyList<HistoryEntry> Read(StateStore store, string project, string stack)
    {
        ArgumentNullException.ThrowIfNull(store);
        var folder = store.Files(project, stack).History;
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, $"{stack}-*{EntryEnd}*")
                .Where(path => CheckpointFile.AllForms(EntryEnd).Any(end => path.EndsWith(end, StringComparison.Ordinal)))
                .OrderByDescending(path => TimeIn(path, stack)).Select(ReadEntry)]
            : [];
    }

    /// <summary>Adds a run, and copies the checkpoint it left to the history, and to the backups when that is a new one.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    internal static void Add(StateStore store, StackFiles files, HistoryEntry entry, bool isNew)
    {
        var number = StackFiles.Nanoseconds(store.Time.GetUtcNow());
        var name = string.Create(CultureInfo.InvariantCulture, $"{files.Stack}-{number}");
        Directory.CreateDirectory(files.History);
        store.Disk.Replace(Path.Combine(files.History, name + EntryEnd), Write(entry));
        var checkpoint = CheckpointFile.Newest(files.Checkpoint);
        if (!File.Exists(checkpoint))
        {
            return;
        }

        // A run that changed nothing leaves a checkpoint as Pulumi wrote it, which may be compressed; its copies keep that form.
        var form = checkpoint[files.Checkpoint.Length..];
        store.Disk.Copy(checkpoint, Path.Combine(files.History, $"{name}.checkpoint.json{form}"));
        if (isNew)
        {
            Directory.CreateDirectory(files.Backups);
            store.Disk.Copy(checkpoint, Path.Combine(files.Backups, string.Create(CultureInfo.InvariantCulture, $"{files.Stack}.{number}.json{form}")));
        }
    }

    private static byte[] Write(HistoryEntry entry)
        => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["kind"] = entry.Kind,
            ["startTime"] = entry.Started.ToUnixTimeSeconds(),
            ["message"] = "",
            ["environment"] = new JsonObject { ["exec.kind"] = "zoo" },
            ["config"] = new JsonObject(entry.Config.Select(value => KeyValuePair.Create(value.Key, value.Value.IsSecret ? new JsonObject { ["secure"] = value.Value.Text } : (JsonNode?)value.Value.Text))),
            ["version"] = 0,
            ["result"] = entry.Result,
            ["endTime"] = entry.Ended.ToUnixTimeSeconds(),
            ["resourceChanges"] = new JsonObject(entry.Changes.Select(change => KeyValuePair.Create(change.Key, (JsonNode?)change.Value))),
        });

    private static HistoryEntry ReadEntry(string path)
    {
        try
        {
            return CheckpointJson.Parse(CheckpointFile.Read(path).Content, root => new HistoryEntry(
                root.GetProperty("kind").GetString() ?? "",
                Time(root, "startTime"),
                Time(root, "endTime"),
                root.TryGetProperty("result", out var result) ? result.GetString() ?? "" : "",
                Members(root, "resourceChanges").ToDictionary(change => change.Name, change => change.Value.GetInt32(), StringComparer.Ordinal),
                Members(root, "config").ToDictionary(value => value.Name, value => Value(value.Value), StringComparer.Ordinal)));
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new StateException($"History file {path} cannot be used: {e.Message}. Delete it with its checkpoint when nobody needs it.", e);
        }
    }

    private static DateTimeOffset Time(JsonElement root, string name)
        => DateTimeOffset.FromUnixTimeSeconds(root.TryGetProperty(name, out var seconds) ? seconds.GetInt64() : 0);

    private static IEnumerable<JsonProperty> Members(JsonElement root, string name)
        => root.TryGetProperty(name, out var members) && members.ValueKind == JsonValueKind.Object ? members.EnumerateObject() : [];

    private static HistoryEntry.ConfigValue Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new(value.GetString()!, IsSecret: false),
        JsonValueKind.Object when value.TryGetProperty("secure", out var ciphertext) => new(ciphertext.GetString() ?? "", IsSecret: true),
        _ => new(value.GetRawText(), IsSecret: value.GetRawText().Contains("\"secure\"", StringComparison.Ordinal)),
    };

    private static long TimeIn(string path, string stack)
    {
        var name = Path.GetFileName(path)[(stack.Length + 1)..];
        return long.TryParse(name.AsSpan(0, name.IndexOf(EntryEnd, StringComparison.Ordinal)), NumberStyles.None, CultureInfo.InvariantCulture, out var time) ? time : 0;
    }
}
