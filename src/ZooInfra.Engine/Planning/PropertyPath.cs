using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ZooInfra.Engine.Planning;

/// <summary>A way into property values: <c>a.b[0].c</c>, <c>a["key"]</c>, <c>a[*].b</c> (protocol facts, section 6.7).</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Steps">The steps in order.</param>
internal sealed record PropertyPath(string Text, ImmutableArray<PropertyPath.Step> Steps)
{
    /// <summary>Whether a change of <paramref name="other"/> is a change of this: it is the same place or one inside of it.</summary>
    public bool Contains(PropertyPath other)
        => other.Steps.Length >= Steps.Length && Steps.Zip(other.Steps).All(pair => pair.First.Matches(pair.Second));

    /// <exception cref="FormatException">It is not a property path; the message says why.</exception>
    public static PropertyPath Parse(string text)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '[')
            {
                at = Bracket(text, at, steps);
                continue;
            }

            if (text[at] == '.')
            {
                if (at == 0 || at == text.Length - 1)
                {
                    throw Wrong(text, "a dot stands between names");
                }

                at++;
                if (text[at] == '[')
                {
                    continue;
                }
            }
            else if (at > 0)
            {
                throw Wrong(text, "after ']' comes '.' or '['");
            }

            var end = text.AsSpan(at).IndexOfAny('.', '[');
            end = end < 0 ? text.Length : at + end;
            steps.Add(text[at..end] == "*" ? Step.Any : new(text[at..end], -1));
            at = end;
        }

        return steps.Count > 0 ? new(text, steps.ToImmutable()) : throw Wrong(text, "it is empty");
    }

    private static int Bracket(string text, int open, ImmutableArray<Step>.Builder steps)
    {
        if (open + 1 < text.Length && text[open + 1] == '"')
        {
            var name = new StringBuilder();
            var at = open + 2;
            while (at < text.Length && text[at] != '"')
            {
                at += text[at] == '\\' && at + 1 < text.Length && text[at + 1] == '"' ? 1 : 0;
                name.Append(text[at++]);
            }

            if (at + 1 >= text.Length || text[at + 1] != ']')
            {
                throw Wrong(text, "a quoted name ends with '\"]'");
            }

            steps.Add(name.ToString() == "*" ? Step.Any : new(name.ToString(), -1));
            return at + 2;
        }

        var close = text.IndexOf(']', open);
        var index = close < 0 ? "" : text[(open + 1)..close];
        steps.Add(index == "*" ? Step.Any
            : int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(null, number)
            : throw Wrong(text, "in brackets stands an index, a quoted name or '*'"));
        return close + 1;
    }

    private static FormatException Wrong(string text, string why) => new($"'{text}' is not a property path: {why}.");

    /// <summary>One step: a name, an index, or any of both.</summary>
    internal readonly record struct Step(string? Name, int Index)
    {
        public static Step Any { get; } = new(null, -1);

        public bool IsAny => Name is null && Index < 0;

        public bool Matches(Step other) => IsAny || this == other;
    }
}
