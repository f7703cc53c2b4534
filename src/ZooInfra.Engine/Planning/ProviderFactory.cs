using System.Collections.Concurrent;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Planning;

/// <summary>Makes the providers of one run: the engine's own, those it hosts, and plugins; ends them with the run.</summary>
internal sealed class ProviderFactory(RunContext context, BuiltinProvider builtin, Func<CancellationToken, Task<string>> engineAddress) : IAsyncDisposable
{
    /// <summary>The input of a provider resource that is the engine's own (protocol facts, section 4.4).</summary>
    public const string Internal = "__internal";

    private readonly ConcurrentBag<IAsyncDisposable> _made = [];

    /// <summary>The inputs of a provider with what says which plugin it is.</summary>
    public static PropertyMap WithPlugin(PropertyMap inputs, string version, string url)
    {
        inputs = version.Length == 0 ? inputs : inputs.With("version", PropertyValue.Of(version));
        return url.Length == 0 ? inputs : inputs.With(Internal, PropertyValue.Of(PropertyMap.Empty.With("pluginDownloadURL", PropertyValue.Of(url))));
    }

    /// <exception cref="RunException">Nobody has the package.</exception>
    public async Task<IResourceProvider> MakeAsync(ResourceUrn urn, PropertyMap inputs, CancellationToken cancellationToken)
    {
        var package = ProviderRegistry.PackageOf(urn);
        if (package == BuiltinProvider.Name)
        {
            return builtin;
        }

        if (context.Providers.TryGetValue(package, out var make))
        {
            return Kept(make());
        }

        var version = inputs.GetValueOrDefault("version") is PropertyValue.StringValue text ? text.Value : "";
        if (context.Plugins?.Find(package, version) is not { } plugin)
        {
            throw new RunException(context.Plugins?.Missing(package, version)
                ?? $"The stack needs the provider '{package}', which the embedded engine does not host (it hosts: {string.Join(", ", context.Providers.Keys)}). Run this stack with the Pulumi CLI: pulumi up -s {context.Stack}");
        }

        try
        {
            return Kept(await plugin.StartAsync(context, urn, await engineAddress(cancellationToken), cancellationToken));
        }
        catch (ProviderException e)
        {
            throw new RunException(e.Message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_made.Select(provider => provider.DisposeAsync().AsTask()));
    }

    private IResourceProvider Kept(IResourceProvider provider)
    {
        if (provider is IAsyncDisposable disposable)
        {
            _made.Add(disposable);
        }

        return provider;
    }
}
