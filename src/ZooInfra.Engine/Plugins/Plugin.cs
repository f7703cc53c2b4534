using System.Text.Json;
using ZooInfra.Engine.Planning;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Plugins;

/// <summary>A provider plugin that was found.</summary>
/// <param name="Package">The package it provides.</param>
/// <param name="ProjectRoot">The folder it is started in.</param>
/// <param name="Path">Its executable; null when it runs already.</param>
/// <param name="Port">The port where it runs already; null when it is to be started.</param>
internal sealed record Plugin(string Package, string ProjectRoot, string? Path, int? Port)
{
    /// <summary>Starts the plugin for one provider resource and shakes hands with it (protocol facts, section 1.5).</summary>
    /// <exception cref="ProviderException">It cannot be started, or does not speak the protocol.</exception>
    public async Task<PluginProvider> StartAsync(RunContext context, ResourceUrn urn, string engineAddress, CancellationToken cancellationToken)
    {
        var process = Path is null ? null : await PluginProcess.StartAsync(Package, Path, ProjectRoot, engineAddress, Environment(context), context.Time, cancellationToken);
        var provider = new PluginProvider(Package, urn, process, process?.Port ?? Port!.Value, context.Time);
        try
        {
            await provider.HandshakeAsync(engineAddress, ProjectRoot, Path is null ? null : System.IO.Path.GetDirectoryName(Path), cancellationToken);
            return provider;
        }
        catch
        {
            await provider.DisposeAsync();
            throw;
        }
    }

    private Dictionary<string, string> Environment(RunContext context) => new(StringComparer.Ordinal)
    {
        ["PULUMI_PROJECT"] = context.Project,
        ["PULUMI_CONFIG"] = JsonSerializer.Serialize(context.Config.Where(entry => entry.Key.StartsWith(Package + ":", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal)),
    };
}
