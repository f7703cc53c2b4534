using System.Security.Cryptography;
using System.Text;

namespace ZooInfra.Provider.Firewall;

/// <summary>A ruleset as it is in the world.</summary>
/// <param name="Parts">A digest for each rule, by its name, and one for all else, so that it can be said what was changed.</param>
/// <param name="About">What it says about itself; empty when it says nothing.</param>
internal sealed record FoundRuleset(IReadOnlyDictionary<string, string> Parts, IReadOnlyList<string> About)
{
    /// <summary>The part that is no rule: chains, sets and the order of rules. No rule can have this name.</summary>
    public const string Frame = "(frame)";

    /// <summary>Digests of the texts of each part; a text without a part belongs to the frame, and so does the order in which parts come up.</summary>
    public static IReadOnlyDictionary<string, string> Digest(IEnumerable<(string? Part, string Text)> texts)
    {
        var parts = new SortedDictionary<string, StringBuilder>(StringComparer.Ordinal) { [Frame] = new() };
        foreach (var (part, text) in texts)
        {
            if (part is not null)
            {
                parts[Frame].Append('>').Append(part).Append('\n');
                if (!parts.ContainsKey(part))
                {
                    parts.Add(part, new());
                }
            }

            parts[part ?? Frame].Append(text).Append('\n');
        }

        return parts.ToDictionary(part => part.Key, part => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(part.Value.ToString())).AsSpan(0, 8)));
    }
}
