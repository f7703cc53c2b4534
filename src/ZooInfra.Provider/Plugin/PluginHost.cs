using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
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

        // The working directory is the program's; its appsettings.json is none of ours.
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "pulumi-resource", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
            kestrel.Limits.MaxRequestBodySize = DeepMessages.MaxMessageBytes;
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddGrpc(grpc => (grpc.MaxReceiveMessageSize, grpc.MaxSendMessageSize) = (DeepMessages.MaxMessageBytes, DeepMessages.MaxMessageBytes));
        builder.Services.AddSingleton(instance);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapGrpcService<ProviderService>();
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        await portOutput.WriteAsync(new Uri(address).Port.ToString(CultureInfo.InvariantCulture) + "\n");
        await portOutput.FlushAsync();
        await app.WaitForShutdownAsync();
    }
}
