using System.Collections.Concurrent;
using System.Net;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pulumirpc;
using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>Serves the callbacks of one program on loopback (protocol facts, section 2.1.8).</summary>
internal sealed class CallbackServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Func<ByteString, CancellationToken, Task<IMessage>>> _callbacks = new(StringComparer.Ordinal);
    private readonly Deployment _deployment;
    private WebApplication? _app;
    private string _address = "";

    private CallbackServer(Deployment deployment) => _deployment = deployment;

    public static async Task<CallbackServer> StartAsync(Deployment deployment)
    {
        var server = new CallbackServer(deployment);
        // No arguments and no configuration of the program's own: this server is not the user's.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            // Kestrel's own bound of 30 MB is below the protocol's; gRPC's holds.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(server);
        builder.Services.AddGrpc(grpc => (grpc.MaxReceiveMessageSize, grpc.MaxSendMessageSize) = (DeepMessages.MaxMessageBytes, DeepMessages.MaxMessageBytes));
        server._app = builder.Build();
        server._app.MapGrpcService<Service>();
        await server._app.StartAsync().ConfigureAwait(false);
        var addresses = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        server._address = new Uri(addresses.Addresses.Single()).Authority;
        return server;
    }

    /// <summary>Makes a callback that the engine can be told of.</summary>
    public Callback Offer(Func<ByteString, CancellationToken, Task<IMessage>> run)
    {
        var token = Guid.NewGuid().ToString();
        _callbacks[token] = run;
        return new() { Target = _address, Token = token };
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is { } app)
        {
            // The engine is done when a program is; nothing is left to wait for.
            await app.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
            await app.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<CallbackInvokeResponse> InvokeAsync(CallbackInvokeRequest request, CancellationToken stop)
    {
        if (!_callbacks.TryGetValue(request.Token, out var callback))
        {
            throw new RpcException(new(StatusCode.NotFound, $"This program has no callback '{request.Token}'."));
        }

        Deployment.Current = _deployment;
        try
        {
            return new() { Response = (await callback(request.Request, stop).ConfigureAwait(false)).ToByteString() };
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw new RpcException(new(StatusCode.Unknown, e.Message));
        }
    }

    private sealed class Service(CallbackServer server) : Pulumirpc.Callbacks.CallbacksBase
    {
        public override Task<CallbackInvokeResponse> Invoke(CallbackInvokeRequest request, ServerCallContext context)
            => server.InvokeAsync(request, context.CancellationToken);
    }
}
