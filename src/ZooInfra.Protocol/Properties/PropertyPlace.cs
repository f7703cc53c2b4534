using System.Globalization;
using System.Text;

namespace ZooInfra.Protocol;

/// <summary>Where in a value the reader is. It costs nothing until it is written into a message.</summary>
internal readonly record struct PropertyPlace
{
    private const int LongestText = 200;

    private readonly Step? _last;

    private PropertyPlace(Step last, int depth) => (_last, Depth) = (last, depth);

    /// <summary>How many objects, lists and special objects are around.</summary>
    public int Depth { get; }

    public PropertyPlace Member(string name) => new(new(_last, name, -1), Depth + 1);

    public PropertyPlace Item(int index) => new(new(_last, null, index), Depth + 1);

    /// <summary>Inside of a special object, which has no name of its own.</summary>
    public PropertyPlace Inner() => new(new(_last, null, -1), Depth + 1);

    /// <summary>The property path; of a long one, the beginning.</summary>
    public override string ToString()
    {
        var steps = new Stack<Step>();
        for (var step = _last; step is not null; step = step.Before)
        {
            steps.Push(step);
        }

        var text = new StringBuilder();
        foreach (var step in steps)
        {
            if (text.Length > LongestText)
            {
                return text.Append("...").ToString();
            }

            if (step.Name is { } name)
            {
                text.Append(text.Length > 0 ? "." : "").Append(name);
            }
            else if (step.Index >= 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{step.Index}]");
            }
        }

        return text.ToString();
    }

    private sealed record Step(Step? Before, string? Name, int Index);
}
