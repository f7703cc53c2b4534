using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ZooInfra.Protocol;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Identity;

/// <summary>Reads inputs that several resources of the family have. Absent, unknown and wrong ones read as null.</summary>
internal static class IdentityInputs
{
    public const string Parent = "parent";
    public const string Name = "name";
    public const string Description = "description";

    // The upper bound that X.520 and Active Directory give to ou and cn.
    private const int LongestName = 64;
    private const int LongestDescription = 1024;

    /// <summary>Reads the name of an entry.</summary>
    public static DistinguishedName? ReadDn(InputReader reader, string input)
    {
        if (reader.RequiredText(input, "ou=people,dc=acme,dc=example") is not { } text)
        {
            return null;
        }

        if (!DistinguishedName.TryParse(text, out var dn, out var problem))
        {
            reader.Fail(input, $"'{input}' {problem}.");
        }

        return dn;
    }

    /// <summary>Reads the name that a resource has within its parent.</summary>
    public static string? ReadName(InputReader reader)
    {
        if (reader.RequiredText(Name, "People") is not { } name)
        {
            return null;
        }

        var problem = name.Length is 0 or > LongestName ? $"must have 1 to {LongestName} characters"
            : name.Any(IsInvisible) || !IsUnicode(name) ? "must not hold control characters, invisible ones, spaces other than the plain one, or halves of characters"
            : name.Trim() != name || name.Contains("  ", StringComparison.Ordinal) ? "must not have spaces at its ends or two in a row; directories take them for one"
            : null;
        if (problem is not null)
        {
            reader.Fail(Name, $"'{Name}' {problem}.");
            return null;
        }

        return name;
    }

    /// <summary>Reads the description; empty when it is absent, null when it is wrong or unknown.</summary>
    public static string? ReadDescription(InputReader reader)
    {
        if (!reader.Inputs.ContainsKey(Description))
        {
            return "";
        }

        if (reader.RequiredText(Description, "Who works here") is not { } text)
        {
            return null;
        }

        if (text.Length is 0 or > LongestDescription || text.Contains('\0', StringComparison.Ordinal) || !IsUnicode(text))
        {
            reader.Fail(Description, $"'{Description}' must have 1 to {LongestDescription} characters, none of them NUL or half a character; leave it out for none.");
            return null;
        }

        return text;
    }

    /// <summary>Reads a list of names of entries; empty when it is absent, null when any is unknown or wrong.</summary>
    public static ImmutableArray<DistinguishedName>? ReadDns(InputReader reader, string input)
    {
        if (!reader.Inputs.TryGetValue(input, out var value) || value.Plain() is PropertyValue.ArrayValue { Items.IsEmpty: true })
        {
            return [];
        }

        if (reader.TextList(input, "uid=jane,ou=people,dc=acme,dc=example") is not { } texts)
        {
            return null;
        }

        var names = ImmutableArray.CreateBuilder<DistinguishedName>();
        for (var i = 0; i < texts.Length; i++)
        {
            if (texts[i] is not { } text)
            {
                continue;
            }

            if (!DistinguishedName.TryParse(text, out var name, out var problem))
            {
                reader.Fail($"{input}[{i}]", $"{problem}.");
            }
            else if (names.Contains(name))
            {
                reader.Fail($"{input}[{i}]", $"names {name} a second time.");
            }
            else
            {
                names.Add(name);
            }
        }

        return names.Count == texts.Length ? names.ToImmutable() : null;
    }

    /// <summary>Reads a whole number, with a default.</summary>
    public static int? ReadWhole(InputReader reader, string input, int fallback, int minimum, int maximum, string unit)
    {
        reader.Default(input, PropertyValue.Of(fallback));
        switch (reader.Inputs[input].Plain())
        {
            case PropertyValue.UnknownValue:
                return null;
            case PropertyValue.NumberValue { Value: var number } when number == Math.Floor(number) && number >= minimum && number <= maximum:
                return (int)number;
            default:
                reader.Fail(input, $"'{input}' must be a whole number of {unit} from {minimum} to {maximum}.");
                return null;
        }
    }

    /// <summary>Reads a truth value, with a default.</summary>
    public static bool? ReadTruth(InputReader reader, string input, bool fallback)
    {
        reader.Default(input, PropertyValue.Of(fallback));
        switch (reader.Inputs[input].Plain())
        {
            case PropertyValue.UnknownValue:
                return null;
            case PropertyValue.BoolValue { Value: var truth }:
                return truth;
            default:
                reader.Fail(input, $"'{input}' must be true or false.");
                return null;
        }
    }

    // Directories drop or map these when they compare names, so two names that look alike would be one entry or the other way round (RFC 4518).
    private static bool IsInvisible(char character)
        => char.IsControl(character) || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format || (char.IsWhiteSpace(character) && character != ' ');

    private static bool IsUnicode(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != OperationStatus.Done)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }
}
