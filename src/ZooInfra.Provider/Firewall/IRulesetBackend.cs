using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Firewall;

/// <summary>Where rulesets go: files, or the kernel.</summary>
internal interface IRulesetBackend
{
    /// <summary>The outputs that say where a ruleset is.</summary>
    PropertyMap Place(string stack, string name);

    /// <summary>What <see cref="ReadAsync"/> will find of a ruleset that is written; null when only the system knows.</summary>
    FoundRuleset? Expect(Ruleset ruleset);

    /// <summary>Reads a ruleset; null when there is none.</summary>
    /// <exception cref="ProviderException">It cannot be read.</exception>
    ValueTask<FoundRuleset?> ReadAsync(string stack, string name, CancellationToken cancellationToken);

    /// <summary>Makes a ruleset, or makes it anew, in one step, and answers what is there then.</summary>
    /// <param name="ruleset">The ruleset.</param>
    /// <param name="replace">Whether one with other content may be replaced.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ProviderException">It cannot be made; nothing was changed.</exception>
    ValueTask<FoundRuleset> WriteAsync(Ruleset ruleset, bool replace, CancellationToken cancellationToken);

    /// <summary>Removes a ruleset; one that is gone already is a success.</summary>
    /// <exception cref="ProviderException">It cannot be removed.</exception>
    ValueTask DeleteAsync(string stack, string name, CancellationToken cancellationToken);
}
