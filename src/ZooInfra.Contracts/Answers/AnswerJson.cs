using System.Globalization;
using System.Text;

namespace ZooInfra.Contracts;

/// <summary>Writes JSON (RFC 8259). System.Text.Json is not part of what a compiler gives a generator.</summary>
internal static class AnswerJson
{
    public static string Write(AnswerValue value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, AnswerValue value)
    {
        if (value.Items is { } items)
        {
            Separated(text.Append('['), items, Write);
            text.Append(']');
        }
        else if (value.Members is { } members)
        {
            Separated(text.Append('{'), members, static (text, member) =>
            {
                Quote(text, member.Name);
                Write(text.Append(':'), member.Value);
            });
            text.Append('}');
        }
        else if (value.Scalar is { } scalar)
        {
            Quote(text, scalar);
        }
        else
        {
            text.Append(value.Literal ?? "null");
        }
    }

    private static void Separated<T>(StringBuilder text, IReadOnlyList<T> items, Action<StringBuilder, T> write)
    {
        for (var i = 0; i < items.Count; i++)
        {
            write(i == 0 ? text : text.Append(','), items[i]);
        }
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                text.Append(c).Append(value[++i]);
                continue;
            }

            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                // Half a pair is no character; UTF-8 has no bytes for it.
                _ when char.IsSurrogate(c) => text.Append('\uFFFD'),
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
