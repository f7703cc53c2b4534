using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Backends.Nftables;

/// <summary>Names of network namespaces, as <c>ip netns</c> takes them.</summary>
internal static class NetworkNamespace
{
    /// <summary>What a name must be.</summary>
    public const string Meaning = "the name of a network namespace (ip netns): 1 to 100 letters, digits, hyphens, underscores and dots, with a letter or digit first";

    /// <summary>Whether it can be a name; one that begins with a hyphen would be an option.</summary>
    public static bool IsName(string name)
        => name.Length is > 0 and <= 100 && char.IsAsciiLetterOrDigit(name[0]) && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');

    /// <summary>The name, when it can be one.</summary>
    /// <exception cref="ProviderException">It cannot.</exception>
    public static string Require(string name)
        => IsName(name) ? name : throw new ProviderException($"The state names no network namespace that can be: it must be {Meaning}. Correct the output 'namespace' in the state.");
}
