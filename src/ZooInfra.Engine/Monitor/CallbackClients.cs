using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Pulumirpc;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Monitor;

/// <summary>Calls transforms and hooks in the program, which serves them on loopback (protocol facts, section 2.1.8).</summary>
internal sealed class CallbackClients : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<GrpcChannel>> _channels = new(StringComparer.Ordinal);

    /// <summary>Runs a callback.</summary>
    /// <typeparam name="TResponse">What it answers with.</typeparam>
    /// <param name="callback">Where it is.</param>
    /// <param name="request">What it is asked.</param>
    /// <param name="what">What it is, for the message.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ProviderException">It failed.</exception>
    public async Task<TResponse> InvokeAsync<TResponse>(Callback callback, IMessage request, string what, CancellationToken cancellationToken)
        where TResponse : class, IMessage
    {
        var channel = _channels.GetOrAdd(callback.Target, target => new(() => GrpcChannel.ForAddress(
            $"http://{target}",
            new GrpcChannelOptions { MaxReceiveMessageSize = DeepMessages.MaxMessageBytes, MaxSendMessageSize = DeepMessages.MaxMessageBytes })));
        try
        {
            var client = new Callbacks.CallbacksClient(DeepMessages.Over(channel.Value));
            var response = await client.InvokeAsync(new CallbackInvokeRequest { Token = callback.Token, Request = request.ToByteString() }, cancellationToken: cancellationToken);
            return DeepMessages.Parse<TResponse>(response.Response.ToByteArray());
        }
        catch (RpcException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (RpcException e)
        {
            throw new ProviderException($"{what} failed: {e.Status.Detail}", e);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new ProviderException($"{what} answered with something that cannot be read: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        foreach (var channel in _channels.Values)
        {
            channel.Value.Dispose();
        }
    }
}
