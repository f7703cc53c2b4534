using Grpc.Core;
using Grpc.Net.Client;
using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>The connections of one program to its engine. Disposing it ends all calls.</summary>
internal sealed class EngineConnection : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly GrpcChannel[] _channels;

    /// <summary>Connects to an engine in this process.</summary>
    public EngineConnection(CallInvoker engine)
        : this(engine, engine)
    {
    }

    /// <summary>Connects to an engine at an address.</summary>
    public EngineConnection(string monitorAddress, string engineAddress)
        : this(engineAddress == monitorAddress ? [Open(monitorAddress, "PULUMI_MONITOR")] : [Open(monitorAddress, "PULUMI_MONITOR"), Open(engineAddress, "PULUMI_ENGINE")])
    {
    }

    private EngineConnection(GrpcChannel[] channels)
        : this(DeepMessages.Over(channels[0]), DeepMessages.Over(channels[^1]), channels)
    {
    }

    private EngineConnection(CallInvoker monitor, CallInvoker engine, params GrpcChannel[] channels)
    {
        _channels = channels;
        Monitor = new GrpcMonitor(new(monitor), _stop.Token);
        Engine = new GrpcEngine(new(engine), _stop.Token);
    }

    public IMonitor Monitor { get; }

    public IEngine Engine { get; }

    public void Dispose()
    {
        _stop.Cancel();
        foreach (var channel in _channels)
        {
            channel.Dispose();
        }

        _stop.Dispose();
    }

    private static GrpcChannel Open(string address, string variable)
    {
        if (!Uri.TryCreate($"http://{address}", UriKind.Absolute, out var uri))
        {
            throw new InvalidOperationException($"The environment variable {variable} is '{address}'; it must be a host and a port, such as 127.0.0.1:50051.");
        }

        return GrpcChannel.ForAddress(uri, new GrpcChannelOptions
        {
            Credentials = ChannelCredentials.Insecure,
            MaxReceiveMessageSize = DeepMessages.MaxMessageBytes,
            MaxSendMessageSize = DeepMessages.MaxMessageBytes,
            DisposeHttpClient = true,
            // A client of our own: with a handler alone, gRPC puts its load balancer in between, which costs start-up and every call.
            HttpClient = new HttpClient(new SocketsHttpHandler
            {
                UseProxy = false,
                // Every unfinished registration holds a stream; a connection may carry no more than a hundred.
                EnableMultipleHttp2Connections = true,
                ConnectTimeout = TimeSpan.FromSeconds(10),
                // An engine that hangs without closing its connections is noticed after a minute.
                KeepAlivePingDelay = TimeSpan.FromSeconds(30),
                KeepAlivePingTimeout = TimeSpan.FromSeconds(30),
                PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            })
            {
                // A registration takes as long as the resource does.
                Timeout = Timeout.InfiniteTimeSpan,
            },
        });
    }
}
