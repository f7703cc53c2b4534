using ZooInfra.Engine.Events;

namespace ZooInfra.Cli.Display;

/// <summary>The steps of a stack as a tree by parent: what changes, and the parents that lead to it.</summary>
internal static class PlanTree
{
    /// <summary>One line of the tree.</summary>
    /// <param name="Step">The step.</param>
    /// <param name="Branch">The lines that lead to it.</param>
    public sealed record Row(StepInfo Step, string Branch);

    public static IReadOnlyList<Row> Rows(IEnumerable<StepInfo> steps)
    {
        // A replacement is one line; the steps it stands for are not.
        var shown = steps.Where(step => step.Kind is not (StepKind.CreateReplacement or StepKind.DeleteReplaced or StepKind.ReadReplacement or StepKind.DiscardReplaced or StepKind.ImportReplacement)).DistinctBy(step => step.Urn.Text).ToList();
        var byUrn = shown.ToDictionary(step => step.Urn.Text, StringComparer.Ordinal);
        var children = shown.ToLookup(step => step.Parent is { } parent && byUrn.ContainsKey(parent.Text) ? parent.Text : "", StringComparer.Ordinal);
        var rows = new List<Row>();
        foreach (var root in Ordered(children[""]).Where(step => Changes(step, children)))
        {
            Add(root, "", "", children, rows);
        }

        return rows;
    }

    private static void Add(StepInfo step, string branch, string below, ILookup<string, StepInfo> children, List<Row> rows)
    {
        rows.Add(new(step, branch));
        var inside = Ordered(children[step.Urn.Text]).Where(child => Changes(child, children)).ToList();
        for (var i = 0; i < inside.Count; i++)
        {
            var last = i == inside.Count - 1;
            Add(inside[i], below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "), children, rows);
        }
    }

    private static IEnumerable<StepInfo> Ordered(IEnumerable<StepInfo> steps)
        => steps.OrderByDescending(step => step.Urn.Type, StringComparer.Ordinal).ThenBy(step => step.Urn.Name, StringComparer.Ordinal);

    private static bool Changes(StepInfo step, ILookup<string, StepInfo> children)
        => step.Kind != StepKind.Same || children[step.Urn.Text].Any(child => Changes(child, children));
}
