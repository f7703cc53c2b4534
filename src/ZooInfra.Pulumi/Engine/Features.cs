using System.Collections.Concurrent;

namespace Pulumi;

/// <summary>What the engine can do, asked once a feature (protocol facts, section 2.1.1).</summary>
internal sealed class Features(IMonitor monitor)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _answers = new(StringComparer.Ordinal);

    public Task<bool> ResourceReferencesAsync => AskAsync("resourceReferences");

    public Task<bool> OutputValuesAsync => AskAsync("outputValues");

    public Task<bool> AliasSpecsAsync => AskAsync("aliasSpecs");

    /// <summary>Fails when the engine cannot do what an option asks for.</summary>
    /// <exception cref="RunException">It cannot.</exception>
    public async Task RequireAsync(string id, string what)
    {
        if (!await AskAsync(id).ConfigureAwait(false))
        {
            throw new RunException($"The Pulumi CLI does not support {what}. Please update the Pulumi CLI.");
        }
    }

    private Task<bool> AskAsync(string id) => _answers.GetOrAdd(id, key => new(() => monitor.SupportsFeatureAsync(key))).Value;
}
