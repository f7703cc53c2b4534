using System.Globalization;
using System.Text.Json.Nodes;
using ZooInfra.Engine.State;

namespace ZooInfra.Cli.Display;

/// <summary>The runs of a stack: <c>zoo stack history</c>.</summary>
internal static class HistoryTable
{
    public static string ToText(IReadOnlyList<HistoryEntry> entries)
        => entries.Count == 0
            ? "No run has changed this stack yet."
            : Columns.Of([["STARTED", "TOOK", "KIND", "RESULT", "CHANGES"], .. entries.Select(entry => new[]
            {
                entry.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{(entry.Ended - entry.Started).TotalSeconds:0}s"),
                entry.Kind,
                entry.Result,
                string.Join(", ", entry.Changes.OrderBy(change => change.Key, StringComparer.Ordinal).Select(change => $"{change.Key} {change.Value}")),
            })]);

    /// <summary>The fields of <c>pulumi stack history --json</c>; secret values of the configuration are left out.</summary>
    public static string ToJson(IReadOnlyList<HistoryEntry> entries)
        => new JsonArray([.. entries.Select(entry => (JsonNode?)new JsonObject
        {
            ["kind"] = entry.Kind,
            ["startTime"] = Time(entry.Started),
            ["message"] = "",
            ["config"] = new JsonObject(entry.Config.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => KeyValuePair.Create(value.Key, (JsonNode?)(value.Value.IsSecret
                ? new JsonObject { ["secret"] = true }
                : new JsonObject { ["value"] = value.Value.Text, ["secret"] = false })))),
            ["result"] = entry.Result,
            ["endTime"] = Time(entry.Ended),
            ["resourceChanges"] = new JsonObject(entry.Changes.OrderBy(change => change.Key, StringComparer.Ordinal).Select(change => KeyValuePair.Create(change.Key, (JsonNode?)change.Value))),
        })]).ToJsonString(JsonOptions.Indented);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
