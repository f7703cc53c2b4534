namespace ZooInfra.Contracts;

/// <summary>Writes values for people and for <c>cut</c>.</summary>
internal static class AnswerText
{
    public static string Write(AnswerValue value)
        => value.Items is { } items ? string.Join("\n", items.Select(Row))
            : value.Members is { } members ? string.Join("\n", members.Select(member => member.Name + "\t" + Cell(member.Value)))
            : Cell(value);

    /// <summary>Columns of one line.</summary>
    public static string Columns(params string?[] columns) => string.Join("\t", columns.Select(column => OneLine(column ?? "-")));

    /// <summary>A control character in a text must not make another column or line, and half a surrogate pair has no bytes.</summary>
    public static string OneLine(string text)
    {
        var safe = text.ToCharArray();
        for (var i = 0; i < safe.Length; i++)
        {
            if (char.IsHighSurrogate(safe[i]) && i + 1 < safe.Length && char.IsLowSurrogate(safe[i + 1]))
            {
                i++;
            }
            else if (char.IsControl(safe[i]) || safe[i] is '\u2028' or '\u2029')
            {
                safe[i] = ' ';
            }
            else if (char.IsSurrogate(safe[i]))
            {
                safe[i] = '\uFFFD';
            }
        }

        return new string(safe);
    }

    private static string Row(AnswerValue value) => value.Members is { } members ? string.Join("\t", members.Select(member => Cell(member.Value))) : Cell(value);

    private static string Cell(AnswerValue value)
        => value.Items is { } items ? string.Join(", ", items.Select(Cell))
            : value.Members is { } members ? string.Join(" ", members.Select(member => member.Name + "=" + Cell(member.Value)))
            : OneLine(value.Scalar ?? value.Literal ?? "");
}
