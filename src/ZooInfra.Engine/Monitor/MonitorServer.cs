using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Monitor;

/// <summary>Serves the engine to one program.</summary>
internal static class MonitorServer
{
    public static Task<LoopbackServer> StartAsync(IMonitorHandler handler, CancellationToken cancellationToken)
        => LoopbackServer.StartAsync(
            services => services.AddSingleton(handler),
            endpoints =>
            {
                endpoints.MapGrpcService<MonitorService>();
                endpoints.MapGrpcService<EngineService>();
            },
            cancellationToken);
}
