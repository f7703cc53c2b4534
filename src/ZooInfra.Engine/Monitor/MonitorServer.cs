using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Monitor;

/// <summary>Serves the engine to one program over gRPC: HTTP/2 without TLS, on loopback, on a port of its own.</summary>
internal sealed class MonitorServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private MonitorServer(WebApplication app, string address) => (_app, Address) = (app, address);

    /// <summary>Where it listens: <c>127.0.0.1:PORT</c>.</summary>
    public string Address { get; }

    public static async Task<MonitorServer> StartAsync(IMonitorHandler handler, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Limits.MaxRequestBodySize = null;

            // A registration is a call that waits for its step; none may wait for a free stream.
            kestrel.Limits.Http2.MaxStreamsPerConnection = int.MaxValue;
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(handler);
        builder.Services.AddGrpc(options =>
        {
            options.MaxReceiveMessageSize = DeepMessages.MaxMessageBytes;
            options.MaxSendMessageSize = DeepMessages.MaxMessageBytes;
        });
        var app = builder.Build();
        app.MapGrpcService<MonitorService>();
        app.MapGrpcService<EngineService>();
        await app.StartAsync(cancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new MonitorServer(app, new Uri(address).Authority);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
