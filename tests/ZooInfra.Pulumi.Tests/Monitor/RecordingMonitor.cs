using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ZooInfra.Protocol;

namespace ZooInfra.Pulumi.Tests;

/// <summary>An engine's monitor and log on a real gRPC server on loopback; what it does is in its <see cref="MonitorScript"/>.</summary>
internal sealed class RecordingMonitor : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RecordingMonitor(WebApplication app, MonitorScript script) => (_app, Script) = (app, script);

    public MonitorScript Script { get; }

    public string Address => new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority;

    public static async Task<RecordingMonitor> StartAsync(MonitorScript script)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddSingleton(script);
        builder.Services.AddGrpc(grpc => (grpc.MaxReceiveMessageSize, grpc.MaxSendMessageSize) = (DeepMessages.MaxMessageBytes, DeepMessages.MaxMessageBytes));
        var app = builder.Build();
        app.Use((context, next) => RawAnswers.RunAsync(context, script, next));
        app.MapGrpcService<MonitorService>();
        app.MapGrpcService<EngineService>();
        await app.StartAsync();
        return new(app, script);
    }

    /// <summary>Drops all connections at once, as an engine does that is killed.</summary>
    public async Task KillAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await _app.DisposeAsync();
    }
}
