using System.Globalization;
using System.Text;

namespace ZooInfra.Provider.Identity;

/// <summary>An attribute and its value in a <see cref="RelativeName"/>.</summary>
/// <param name="Type">The attribute.</param>
/// <param name="Value">The value, plain.</param>
internal sealed record NamePair(string Type, string Value)
{
    /// <summary>The pair as it is written (RFC 4514, section 2.4).</summary>
    public string Text => $"{Type}={Escape(Value)}";

    /// <summary>The same for all spellings: directories match these without regard to case and to the number of spaces (RFC 4518).</summary>
    public string Key => $"{Type.ToLowerInvariant()}={Escape(string.Join(' ', Value.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)))}";

    private static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var character = value[i];
            if (char.IsControl(character))
            {
                // RFC 4514 asks for NUL only; a line end in a name is safe nowhere.
                foreach (var octet in Encoding.UTF8.GetBytes([character]))
                {
                    text.Append('\\').Append(octet.ToString("x2", CultureInfo.InvariantCulture));
                }

                continue;
            }

            var special = character is '"' or '+' or ',' or ';' or '<' or '>' or '\\' or '='
                || (i == 0 && character is (' ' or '#'))
                || (character == ' ' && i == value.Length - 1);
            text.Append(special ? "\\" : "").Append(character);
        }

        return text.ToString();
    }
}
