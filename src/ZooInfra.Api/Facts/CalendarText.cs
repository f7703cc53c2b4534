using System.Text;

namespace ZooInfra.Api.Facts;

/// <summary>Writes lines of iCalendar (RFC 5545, section 3.1): ended by CRLF, folded after 75 octets, texts escaped.</summary>
internal sealed class CalendarText
{
    private const int LongestLine = 75;

    private readonly StringBuilder _text = new();

    /// <summary>A content line whose value needs no escaping.</summary>
    public CalendarText Line(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                _text.Append("\r\n ");
                octets = 1;
            }

            _text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
        return this;
    }

    /// <summary>A content line with a text (section 3.3.11).</summary>
    public CalendarText Text(string name, string value)
    {
        var escaped = new StringBuilder();
        foreach (var c in value)
        {
            _ = c switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(c),
                '\n' => escaped.Append("\\n"),
                _ when char.IsControl(c) => escaped.Append(' '),
                _ => escaped.Append(c),
            };
        }

        return Line($"{name}:{escaped}");
    }

    public override string ToString() => _text.ToString();
}
