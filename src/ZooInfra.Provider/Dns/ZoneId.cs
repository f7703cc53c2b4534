using System.Diagnostics.CodeAnalysis;

namespace ZooInfra.Provider.Dns;

/// <summary>Which zone: its name and, where several views of one name exist (split horizon), its view. Written <c>acme.example</c> or <c>internal:acme.example</c>.</summary>
/// <param name="View">The view; null for the only one.</param>
/// <param name="Name">The name; lower case, without the final dot.</param>
internal sealed record ZoneId(string? View, string Name)
{
    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ZoneId? id)
    {
        id = null;
        var (view, nameText) = text.IndexOf(':') is >= 0 and var at ? (text[..at], text[(at + 1)..]) : (null, text);
        if (view is not null && !IsView(view) || !DnsName.TryParse(nameText, underscores: true, out var name, out _))
        {
            return false;
        }

        id = new(view, name);
        return true;
    }

    /// <summary>Whether a view can have this name: 1 to 63 lower-case letters, digits and hyphens, a letter first; it becomes a folder.</summary>
    public static bool IsView(string text)
        => text.Length is > 0 and <= 63 && char.IsAsciiLetterLower(text[0]) && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');

    /// <inheritdoc/>
    public override string ToString() => View is null ? Name : $"{View}:{Name}";
}
