using System.Net;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pulumirpc;

namespace ZooInfra.Pulumi.Bench;

/// <summary>An engine that answers at once: outputs are inputs.</summary>
internal sealed class EchoEngine : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EchoEngine(WebApplication app) => _app = app;

    public Action<RegisterResourceRequest> OnRegister { get; set; } = _ => { };

    public string Address => new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority;

    public static async Task<EchoEngine> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            // As the Pulumi engine's server, which sets no bound.
            kestrel.Limits.Http2.MaxStreamsPerConnection = int.MaxValue;
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddSingleton<Holder>();
        builder.Services.AddGrpc();
        var app = builder.Build();
        app.MapGrpcService<Monitor>();
        app.MapGrpcService<Diagnostics>();
        await app.StartAsync();
        var engine = new EchoEngine(app);
        app.Services.GetRequiredService<Holder>().Engine = engine;
        return engine;
    }

    public Dictionary<string, string> Environment => new()
    {
        ["PULUMI_MONITOR"] = Address,
        ["PULUMI_ENGINE"] = Address,
        ["PULUMI_PROJECT"] = "proj",
        ["PULUMI_STACK"] = "dev",
        ["PULUMI_DRY_RUN"] = "false",
        ["PULUMI_PARALLEL"] = "16",
    };

    public static RegisterResourceResponse Answer(RegisterResourceRequest request) => new()
    {
        Urn = $"urn:pulumi:dev::proj::{request.Type}::{request.Name}",
        Id = request.Custom ? request.Name : "",
        Object = request.Custom ? request.Object : new Struct(),
    };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private sealed class Holder
    {
        public EchoEngine? Engine { get; set; }
    }

    private sealed class Monitor(Holder holder) : ResourceMonitor.ResourceMonitorBase
    {
        public override Task<SupportsFeatureResponse> SupportsFeature(SupportsFeatureRequest request, ServerCallContext context)
            => Task.FromResult(new SupportsFeatureResponse { HasSupport = true });

        public override Task<RegisterResourceResponse> RegisterResource(RegisterResourceRequest request, ServerCallContext context)
        {
            holder.Engine!.OnRegister(request);
            return Task.FromResult(Answer(request));
        }

        public override Task<Empty> RegisterResourceOutputs(RegisterResourceOutputsRequest request, ServerCallContext context) => Task.FromResult(new Empty());

        public override Task<Empty> SignalAndWaitForShutdown(Empty request, ServerCallContext context) => Task.FromResult(new Empty());
    }

    private sealed class Diagnostics : Engine.EngineBase
    {
        public override Task<Empty> Log(LogRequest request, ServerCallContext context)
        {
            Console.Error.WriteLine(request.Message);
            return Task.FromResult(new Empty());
        }
    }
}
