using System.Collections.Frozen;

namespace ZooInfra.Api.Access;

/// <summary>The names of scopes as they are sent, stored and written on the command line.</summary>
internal static class ScopeNames
{
    private static readonly (Scope Scope, string Name)[] Pairs =
    [
        (Scope.ReadContract, "contract:read"),
        (Scope.ReadAll, "contract:read-all"),
        (Scope.ManageVpn, "vpn:manage"),
        (Scope.Onboard, "client:onboard"),
    ];

    /// <summary>All names, in the order of the scopes.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Pairs.Select(pair => pair.Name)];

    /// <summary>The name of a scope.</summary>
    public static string Name(this Scope scope) => Pairs[(int)scope].Name;

    /// <summary>The scope with exactly this name; null when there is none.</summary>
    public static Scope? Find(string name)
    {
        foreach (var pair in Pairs)
        {
            if (pair.Name == name)
            {
                return pair.Scope;
            }
        }

        return null;
    }

    /// <summary>The scope with this name.</summary>
    /// <exception cref="ContractHostException">There is none; the message names the nearest, or all.</exception>
    public static Scope Parse(string name) => Find(name)
        ?? throw new ContractHostException($"No scope is called {Problem.Quote(name)}.{(Nearest.Of(name, All) is { } near ? $" Did you mean '{near}'?" : $" Scopes: {string.Join(", ", All)}.")}");

    /// <summary>The scopes among words that are separated by spaces; what is no scope is left out, as tokens carry scopes of other services too.</summary>
    public static FrozenSet<Scope> Among(IEnumerable<string> words) => words.SelectMany(Words).Select(Find).OfType<Scope>().ToFrozenSet();

    /// <summary>The names of scopes, separated by spaces, in their order.</summary>
    public static string Join(IEnumerable<Scope> scopes) => string.Join(' ', scopes.Order().Select(Name));

    /// <summary>The words of a text that are separated by spaces.</summary>
    public static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
