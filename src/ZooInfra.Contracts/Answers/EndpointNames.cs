using System.Text.RegularExpressions;

namespace ZooInfra.Contracts;

/// <summary>The names of what is served under <c>/client/ID</c>.</summary>
public static class EndpointNames
{
    private const int Longest = 60;

    private static readonly Regex SnakeCase = new("^[a-z][a-z0-9]*(_[a-z0-9]+)*\\z", RegexOptions.CultureInvariant);

    /// <summary>The first segments that the API serves by itself; no client's class can serve them.</summary>
    public static IReadOnlyList<string> BuiltIn { get; } =
    [
        "sla", "billing_model", "patch_window", "compliance", "controls", "support_tier", "penalties", "exceptions", "escalation", "contract", "vpn", "operations",
    ];

    /// <summary>Whether <paramref name="name"/> is snake_case, of at most 60 letters.</summary>
    public static bool IsSnakeCase(string name) => name.Length <= Longest && SnakeCase.IsMatch(name);
}
