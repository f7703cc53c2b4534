using Grpc.Core;
using Grpc.Net.Client;
using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>The connections of one program to its engine. Disposing it ends all calls.</summary>
internal sealed class EngineConnection : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly GrpcChannel _monitorChannel;
    private readonly GrpcChannel _engineChannel;

    public EngineConnection(string monitorAddress, string engineAddress)
    {
        _monitorChannel = Open(monitorAddress, "PULUMI_MONITOR");
        _engineChannel = engineAddress == monitorAddress ? _monitorChannel : Open(engineAddress, "PULUMI_ENGINE");
        Monitor = new GrpcMonitor(new(DeepMessages.Over(_monitorChannel)), _stop.Token);
        Engine = new GrpcEngine(new(DeepMessages.Over(_engineChannel)), _stop.Token);
    }

    public IMonitor Monitor { get; }

    public IEngine Engine { get; }

    public void Dispose()
    {
        _stop.Cancel();
        _monitorChannel.Dispose();
        _engineChannel.Dispose();
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
