using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Pulumirpc;
using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>Serves the callbacks of one program on loopback (protocol facts, section 2.1.8).</summary>
internal sealed class CallbackServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Func<ByteString, CancellationToken, Task<IMessage>>> _callbacks = new(StringComparer.Ordinal);
    private readonly Deployment _deployment;
    private LoopbackServer? _server;

    private CallbackServer(Deployment deployment) => _deployment = deployment;

    public static async Task<CallbackServer> StartAsync(Deployment deployment)
    {
        var server = new CallbackServer(deployment);
        server._server = await LoopbackServer.StartAsync(services => services.AddSingleton(server), endpoints => endpoints.MapGrpcService<Service>(), CancellationToken.None).ConfigureAwait(false);
        return server;
    }

    /// <summary>Makes a callback that the engine can be told of.</summary>
    public Callback Offer(Func<ByteString, CancellationToken, Task<IMessage>> run)
    {
        var token = Guid.NewGuid().ToString();
        _callbacks[token] = run;
        return new() { Target = _server!.Address, Token = token };
    }

    /// <summary>The engine is done when a program is; nothing is left to wait for.</summary>
    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

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
