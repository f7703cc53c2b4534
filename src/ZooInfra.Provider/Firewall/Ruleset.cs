using NodaTime;
using ZooInfra.Contracts.Firewall;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Firewall;

/// <summary>A policy of a stack on a day, with what it says about itself: all that a backend writes.</summary>
internal sealed class Ruleset
{
    /// <summary>The ruleset of a stack as of a date in UTC.</summary>
    /// <param name="stack">The stack; safe as a name.</param>
    /// <param name="inputs">The checked inputs that <paramref name="policy"/> was made of.</param>
    /// <param name="policy">The policy, with all of its rules.</param>
    /// <param name="today">The date.</param>
    public Ruleset(string stack, PropertyMap inputs, FirewallPolicy policy, LocalDate today)
    {
        Stack = stack;
        Policy = policy.On(today);
        ActiveRules = [.. Policy.Rules.Select(rule => rule.Name)];
        About = RulesetAbout.Lines(inputs, new HashSet<string>(ActiveRules, StringComparer.Ordinal).Contains);
    }

    /// <summary>The stack.</summary>
    public string Stack { get; }

    /// <summary>The policy, without rules that are past their end.</summary>
    public FirewallPolicy Policy { get; }

    /// <summary>The name of the firewall.</summary>
    public string Name => Policy.Name;

    /// <summary>The rules in it, in order.</summary>
    public IReadOnlyList<string> ActiveRules { get; }

    /// <summary>What it says about itself.</summary>
    public IReadOnlyList<string> About { get; }

    /// <summary>The nftables table of a firewall. A slash is in neither of the two names, so no two firewalls share a table.</summary>
    /// <exception cref="ProviderException">A name cannot be part of a table's.</exception>
    public static string Table(string stack, string name) => $"zoo_{Safe(stack)}/{Safe(name)}";

    /// <summary>The name, when it can be that of a file and part of a table's. Names come from checked inputs and ids; this is the last door, so it does not rely on that.</summary>
    /// <exception cref="ProviderException">It cannot.</exception>
    public static string Safe(string name)
        => name.Length is > 0 and <= 100 && !name.StartsWith('.') && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.')
            ? name
            : throw new ProviderException("The name of a stack or firewall cannot be used for a file and a table: it must be 1 to 100 letters, digits, hyphens, underscores and dots, with no dot in front.");
}
