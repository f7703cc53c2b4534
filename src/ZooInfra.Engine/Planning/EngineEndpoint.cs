using ZooInfra.Engine.Monitor;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Planning;

/// <summary>Where the engine listens in this run; it begins to when somebody needs it.</summary>
internal sealed class EngineEndpoint(IMonitorHandler handler) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private Task<LoopbackServer>? _server;

    /// <summary>The address, for the monitor and the engine service alike: <c>127.0.0.1:PORT</c>.</summary>
    public async Task<string> AddressAsync(CancellationToken cancellationToken)
    {
        Task<LoopbackServer> server;
        lock (_gate)
        {
            server = _server ??= MonitorServer.StartAsync(handler, cancellationToken);
        }

        return (await server).Address;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is { IsCompletedSuccessfully: true } server)
        {
            await (await server).DisposeAsync();
        }
    }
}
