using System.Text;
using ZooInfra.Provider.Identity;

namespace ZooInfra.Provider.Backends.Files;

/// <summary>
/// Writes entries as LDIF content records (RFC 2849), the ones above before the ones below, so that a server can load them from top to bottom.
/// A value that is not plain ASCII text is in base64, so no value can end its line or start another record.
/// </summary>
internal static class LdifWriter
{
    private const int Width = 76;

    /// <summary>The whole file.</summary>
    public static string Write(IEnumerable<DirectoryEntry> entries)
    {
        // No line with the version: slapadd takes it for an entry.
        var text = new StringBuilder();
        foreach (var entry in entries.OrderBy(entry => entry.Dn.Path, PathComparer.Instance))
        {
            text.Append(text.Length > 0 ? "\n" : "");
            Line(text, "dn", entry.Dn.Text);
            foreach (var value in entry["objectClass"])
            {
                Line(text, "objectClass", value);
            }

            foreach (var (attribute, values) in entry.Attributes.Where(pair => !pair.Key.Equals("objectClass", StringComparison.OrdinalIgnoreCase)))
            {
                foreach (var value in values.Order(StringComparer.Ordinal))
                {
                    Line(text, attribute, value);
                }
            }
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, string attribute, string value)
    {
        var line = IsSafe(value) ? $"{attribute}: {value}" : $"{attribute}:: {Convert.ToBase64String(Encoding.UTF8.GetBytes(value))}";
        for (var start = 0; start < line.Length;)
        {
            // A continued line starts with a space, which counts.
            var length = Math.Min(start == 0 ? Width : Width - 1, line.Length - start);
            text.Append(start == 0 ? "" : " ").Append(line, start, length).Append('\n');
            start += length;
        }
    }

    // SAFE-STRING of RFC 2849, and no space at the end, which an editor would cut.
    private static bool IsSafe(string value)
        => value.Length == 0 || (value.All(character => character is >= ' ' and <= '~') && value[0] is not (' ' or ':' or '<') && value[^1] != ' ');

    private sealed class PathComparer : IComparer<IEnumerable<string>>
    {
        public static readonly PathComparer Instance = new();

        public int Compare(IEnumerable<string>? x, IEnumerable<string>? y)
        {
            using var left = x!.GetEnumerator();
            using var right = y!.GetEnumerator();
            while (true)
            {
                var (more, others) = (left.MoveNext(), right.MoveNext());
                if (!more || !others)
                {
                    return more.CompareTo(others);
                }

                if (string.CompareOrdinal(left.Current, right.Current) is var order and not 0)
                {
                    return order;
                }
            }
        }
    }
}
