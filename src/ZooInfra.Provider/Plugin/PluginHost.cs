using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Plugin;

/// <summary>Serves a provider as a Pulumi plugin process (protocol facts, section 1.5).</summary>
public static class PluginHost
{
    /// <summary>
    /// Listens on a free loopback port, writes the port as the first line of <paramref name="portOutput"/>, and serves until SIGINT or SIGTERM.
    /// </summary>
    /// <param name="provider">What is served.</param>
    /// <param name="schema">Its schema: a PackageSpec in JSON.</param>
    /// <param name="portOutput">Standard output.</param>
    public static async Task RunAsync(IResourceProvider provider, string schema, TextWriter portOutput)
    {
        using var instance = new PluginInstance(provider, schema);

        await using var server = await LoopbackServer.StartAsync(services => services.AddSingleton(instance), endpoints => endpoints.MapGrpcService<ProviderService>(), CancellationToken.None);
        await portOutput.WriteAsync(server.Port.ToString(CultureInfo.InvariantCulture) + "\n");
        await portOutput.FlushAsync();
        await server.WaitForShutdownAsync();
    }
}
