using System.Globalization;
using System.Text;

namespace ZooInfra.Generators;

/// <summary>Writes one flat JSON object (RFC 8259). System.Text.Json is not part of what a compiler gives a generator.</summary>
internal sealed class JsonText
{
    private readonly StringBuilder _text = new("{");

    /// <summary>Adds a member; a null is left out.</summary>
    public JsonText Add(string name, string? value)
    {
        if (value is not null)
        {
            Name(name);
            Quote(value);
        }

        return this;
    }

    /// <summary>Adds a member; a null is left out.</summary>
    public JsonText Add(string name, decimal? value)
    {
        if (value is { } number)
        {
            Name(name);
            _text.Append(number.ToString("0.############################", CultureInfo.InvariantCulture));
        }

        return this;
    }

    public override string ToString() => _text + "}";

    private void Name(string name)
    {
        if (_text.Length > 1)
        {
            _text.Append(',');
        }

        Quote(name);
        _text.Append(':');
    }

    private void Quote(string value)
    {
        _text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                _text.Append(c).Append(value[++i]);
                continue;
            }

            _ = c switch
            {
                '"' => _text.Append("\\\""),
                '\\' => _text.Append("\\\\"),
                '\n' => _text.Append("\\n"),
                '\r' => _text.Append("\\r"),
                '\t' => _text.Append("\\t"),
                // Half a pair is no character; UTF-8 has no bytes for it.
                _ when char.IsSurrogate(c) => _text.Append('\uFFFD'),
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' => _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => _text.Append(c),
            };
        }

        _text.Append('"');
    }
}
