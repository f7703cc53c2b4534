using ZooInfra.Engine.Monitor;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Planning;

/// <summary>How the engine is reached in this run: by calls within this process, and at an address where it begins to listen when somebody asks for it.</summary>
internal sealed class EngineEndpoint(IMonitorHandler handler) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private Task<LoopbackServer>? _server;

    /// <summary>Calls from this process, to the monitor and the engine service alike.</summary>
    public LocalCalls Calls { get; } = new(binder =>
    {
        Pulumirpc.ResourceMonitor.BindService(binder, new MonitorService(handler));
        Pulumirpc.Engine.BindService(binder, new EngineService(handler));
    });

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
        Calls.Dispose();
        if (_server is { IsCompletedSuccessfully: true } server)
        {
            await (await server).DisposeAsync();
        }
    }
}
