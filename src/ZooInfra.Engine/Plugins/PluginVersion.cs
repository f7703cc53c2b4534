using System.Globalization;

namespace ZooInfra.Engine.Plugins;

/// <summary>A semantic version, as far as plugins are chosen by it.</summary>
/// <param name="Numbers">Major, minor and patch.</param>
/// <param name="Suffix">What follows a dash or a plus; empty for a release.</param>
internal sealed record PluginVersion((int Major, int Minor, int Patch) Numbers, string Suffix)
{
    /// <summary>Reads a version, with or without a leading <c>v</c>; null when it is none.</summary>
    public static PluginVersion? Parse(string text)
    {
        var plain = text.StartsWith('v') ? text[1..] : text;
        var end = plain.AsSpan().IndexOfAny('-', '+');
        var numbers = (end < 0 ? plain : plain[..end]).Split('.').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        return numbers is [var major and >= 0, var minor and >= 0, var patch and >= 0] ? new((major, minor, patch), end < 0 ? "" : plain[end..]) : null;
    }

    /// <summary>Whether this can be used where <paramref name="wanted"/> was asked for: a release of the same major version that is not older; of anything else, the same.</summary>
    public bool Serves(PluginVersion wanted)
        => this == wanted || (Suffix.Length == 0 && wanted.Suffix.Length == 0 && Numbers.Major == wanted.Numbers.Major && Numbers.CompareTo(wanted.Numbers) > 0);
}
