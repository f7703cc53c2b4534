using System.Globalization;
using System.Text.Json.Nodes;
using ZooInfra.Engine.State;

namespace ZooInfra.Cli.Display;

/// <summary>The stacks of a state directory: <c>zoo stack ls</c>.</summary>
internal static class StackTable
{
    public static string ToText(IReadOnlyList<StackSummary> stacks)
        => Columns.Of([["NAME", "LAST UPDATE", "RESOURCES", "NOTE"], .. stacks.Select(stack => new[]
        {
            stack.Name,
            stack.LastUpdate is { } time ? time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) : "never",
            stack.Resources.ToString(CultureInfo.InvariantCulture),
            Note(stack),
        })]);

    /// <summary>The fields of <c>pulumi stack ls --json</c>, and what only this engine knows.</summary>
    public static string ToJson(IReadOnlyList<StackSummary> stacks)
        => new JsonArray([.. stacks.Select(stack =>
        {
            var node = new JsonObject { ["name"] = stack.Name, ["current"] = false };
            if (stack.LastUpdate is { } time)
            {
                node["lastUpdate"] = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            }

            node["updateInProgress"] = stack.Holder is not null;
            node["resourceCount"] = stack.Resources;
            foreach (var (name, value) in new[] { ("lockedBy", stack.Holder), ("problem", stack.Problem) }.Where(part => part.Item2 is not null))
            {
                node[name] = value;
            }

            if (stack.IsUnfinished)
            {
                node["unfinished"] = true;
            }

            return (JsonNode?)node;
        })]).ToJsonString(JsonOptions.Indented);

    private static string Note(StackSummary stack) => string.Join("; ", new[]
    {
        stack.Problem,
        stack.Holder is { } holder ? $"locked by {holder}" : null,
        stack.IsUnfinished && stack.Holder is null ? "a run was cut off; the next one continues from its journal" : null,
    }.OfType<string>());
}
