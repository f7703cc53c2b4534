using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Plugin;

/// <summary>What the service serves, shared by all of its calls.</summary>
/// <param name="provider">The provider.</param>
/// <param name="schema">Its schema.</param>
internal sealed class PluginInstance(IResourceProvider provider, string schema) : IDisposable
{
    private readonly CancellationTokenSource _cancelled = new();

    /// <summary>The provider.</summary>
    public IResourceProvider Provider => provider;

    /// <summary>Its schema.</summary>
    public string Schema => schema;

    /// <summary>Fires when the engine said Cancel.</summary>
    public CancellationToken Cancelled => _cancelled.Token;

    /// <summary>Ends all calls that still run.</summary>
    public void Cancel() => _cancelled.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _cancelled.Dispose();
}
