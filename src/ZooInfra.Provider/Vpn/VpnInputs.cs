using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ZooInfra.Contracts.Networks;
using ZooInfra.Protocol;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Vpn;

/// <summary>What inputs of VPN resources are made of: names, lines, numbers, networks. An unknown value reads as null and is no failure.</summary>
internal static class VpnInputs
{
    private const int LongestLine = 200;

    /// <summary>Reads a text; null when it is absent, too.</summary>
    public static string? Text(this InputReader reader, string name, string example)
        => reader.Inputs.ContainsKey(name) ? reader.RequiredText(name, example) : null;

    /// <summary>Reads a text of one line, which may stand in a comment of a configuration.</summary>
    public static string? Line(this InputReader reader, string name, string example)
    {
        if (reader.RequiredText(name, example) is not { } text)
        {
            return null;
        }

        if (text.Trim() == text && text.Length is > 0 and <= LongestLine && !text.EnumerateRunes().Any(IsBreaking))
        {
            return text;
        }

        reader.Fail(name, $"'{name}' must be one line of 1 to {LongestLine} characters, without spaces at its ends, line breaks and control characters.");
        return null;
    }

    /// <summary>Reads the name of an interface: also that of its file and, for <c>wg-quick</c>, of its service.</summary>
    public static string? InterfaceName(this InputReader reader, string name)
    {
        if (reader.RequiredText(name, "staff") is not { } text)
        {
            return null;
        }

        if (IsInterfaceName(text))
        {
            return text;
        }

        reader.Fail(name, $"'{name}' must be 1 to 15 lower-case letters, digits, hyphens and underscores, and begin with a letter: it becomes the name of a network interface.");
        return null;
    }

    /// <summary>Whether a text can be the name of an interface.</summary>
    public static bool IsInterfaceName(string text)
        => text.Length is > 0 and <= 15 && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');

    /// <summary>Reads a name of letters, digits, dots, hyphens and underscores.</summary>
    public static string? PeerName(this InputReader reader, string name)
    {
        if (reader.RequiredText(name, "alice-laptop") is not { } text)
        {
            return null;
        }

        if (text.Length is > 0 and <= 63 && char.IsAsciiLetterOrDigit(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_' or '.'))
        {
            return text;
        }

        reader.Fail(name, $"'{name}' must be 1 to 63 lower-case letters, digits, dots, hyphens and underscores, and begin with a letter or digit.");
        return null;
    }

    /// <summary>Reads a whole number; null when it is absent, too.</summary>
    public static int? Number(this InputReader reader, string name, int minimum, int maximum)
    {
        if (!reader.Inputs.TryGetValue(name, out var value) || value.Plain() is PropertyValue.UnknownValue)
        {
            return null;
        }

        if (value.Plain() is PropertyValue.NumberValue { Value: var number } && number == Math.Floor(number) && number >= minimum && number <= maximum)
        {
            return (int)number;
        }

        reader.Fail(name, string.Create(CultureInfo.InvariantCulture, $"'{name}' must be a whole number from {minimum} to {maximum}."));
        return null;
    }

    /// <summary>Reads a public key; null when it is absent, too.</summary>
    public static string? PublicKey(this InputReader reader, string name)
    {
        if (reader.Text(name, "a public key") is not { } text)
        {
            return null;
        }

        if (WireGuardKey.IsKey(text))
        {
            return text;
        }

        // It is not repeated: whoever mixes the two up wrote a private key here.
        reader.Fail(name, $"'{name}' must be a WireGuard public key: 32 octets in base64, 44 characters, as 'wg pubkey' prints.");
        return null;
    }

    /// <summary>Reads when something ends; null when it is absent, too.</summary>
    public static string? End(this InputReader reader, string name)
    {
        if (reader.Text(name, "2027-03-31") is not { } text)
        {
            return null;
        }

        if (EndDate.Parse(text) is not null)
        {
            return text;
        }

        reader.Fail(name, $"'{name}' must be {EndDate.Forms}.");
        return null;
    }

    /// <summary>Reads a list that may be absent or empty, item by item; null when a part of it is wrong or unknown.</summary>
    /// <param name="reader">The inputs.</param>
    /// <param name="name">The input.</param>
    /// <param name="example">An item.</param>
    /// <param name="parse">Reads an item; the problem when it cannot.</param>
    public static ImmutableArray<T>? List<T>(this InputReader reader, string name, string example, Func<string, (T? Item, string? Problem)> parse)
    {
        if (!reader.Inputs.TryGetValue(name, out var value) || value.Plain() is PropertyValue.ArrayValue { Items.IsEmpty: true })
        {
            return [];
        }

        if (reader.TextList(name, example) is not { } texts)
        {
            return null;
        }

        var items = ImmutableArray.CreateBuilder<T>(texts.Length);
        for (var i = 0; i < texts.Length; i++)
        {
            if (texts[i] is not { } text)
            {
                continue;
            }

            var (item, problem) = parse(text);
            if (problem is not null)
            {
                reader.Fail($"{name}[{i}]", problem);
            }
            else if (items.Contains(item!))
            {
                reader.Fail($"{name}[{i}]", $"'{text}' is in the list twice.");
            }
            else
            {
                items.Add(item!);
            }
        }

        return items.Count == texts.Length ? items.ToImmutable() : null;
    }

    /// <summary>Reads networks.</summary>
    public static ImmutableArray<IpPrefix>? Prefixes(this InputReader reader, string name)
        => reader.List(name, "10.20.0.0/16", text => IpPrefix.TryParse(text, out var prefix, out var problem) ? (prefix, (string?)null) : (default, $"'{text}' is {problem}."));

    /// <summary>Reads the networks of a tunnel.</summary>
    public static AddressPlan? Plan(this InputReader reader, string name)
    {
        if (!reader.Inputs.ContainsKey(name))
        {
            reader.Fail(name, $"'{name}' is missing; it is a list of networks such as \"10.8.0.0/24\".");
            return null;
        }

        if (reader.Prefixes(name) is not { } prefixes)
        {
            return null;
        }

        if (prefixes.IsEmpty)
        {
            reader.Fail(name, $"'{name}' is empty; it needs at least one network such as \"10.8.0.0/24\".");
            return null;
        }

        for (var i = 0; i < prefixes.Length; i++)
        {
            var longest = prefixes[i].IsIPv6 ? AddressPlan.LongestIPv6 : AddressPlan.LongestIPv4;
            if (prefixes[i].Length > longest || prefixes[i].Length < 8)
            {
                reader.Fail($"{name}[{i}]", $"{prefixes[i]} must have 8 to {longest} bits: the hub and every peer have two addresses each.");
            }

            if (prefixes[..i].Any(other => other.Overlaps(prefixes[i])))
            {
                reader.Fail($"{name}[{i}]", $"{prefixes[i]} overlaps with another network of the list.");
            }
        }

        return new(prefixes);
    }

    /// <summary>Reads networks that a peer reaches through the tunnel; everything (/0) needs a reason.</summary>
    public static ImmutableArray<IpPrefix>? Routes(this InputReader reader, string name, string reasonName)
    {
        var reason = reader.Inputs.ContainsKey(reasonName) ? reader.Line(reasonName, "the guest network is not trusted") : null;
        var routes = reader.Prefixes(name);
        if (routes is { } known && reason is null && !reader.IsUnknown(reasonName))
        {
            for (var i = 0; i < known.Length; i++)
            {
                if (known[i].IsDefaultRoute)
                {
                    reader.Fail($"{name}[{i}]", $"{known[i]} sends all traffic through the tunnel. List the networks that are needed, or say in '{reasonName}' why everything is.");
                }
            }
        }

        return routes;
    }

    /// <summary>Whether a character could end a line, hide text or change its direction.</summary>
    private static bool IsBreaking(Rune rune)
        => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;
}
