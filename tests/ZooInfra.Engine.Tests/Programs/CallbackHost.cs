using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Pulumirpc;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Tests.Programs;

/// <summary>The side of a program that the engine calls back.</summary>
internal sealed class CallbackHost : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Func<ByteString, IMessage>> _callbacks = new(StringComparer.Ordinal);
    private LoopbackServer? _server;

    public static async Task<CallbackHost> StartAsync()
    {
        var host = new CallbackHost();
        host._server = await LoopbackServer.StartAsync(services => services.AddSingleton(host), endpoints => endpoints.MapGrpcService<Service>(), default);
        return host;
    }

    public Callback Offer<TRequest>(Func<TRequest, IMessage> answer)
        where TRequest : class, IMessage
    {
        var token = Guid.NewGuid().ToString();
        _callbacks[token] = request => answer(DeepMessages.Parse<TRequest>(request.ToByteArray()));
        return new() { Target = _server!.Address, Token = token };
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private sealed class Service(CallbackHost host) : Callbacks.CallbacksBase
    {
        public override Task<CallbackInvokeResponse> Invoke(CallbackInvokeRequest request, ServerCallContext context)
        {
            try
            {
                return Task.FromResult(new CallbackInvokeResponse { Response = host._callbacks[request.Token](request.Request).ToByteString() });
            }
            catch (InvalidOperationException e)
            {
                throw new RpcException(new Status(StatusCode.Unknown, e.Message));
            }
        }
    }
}
