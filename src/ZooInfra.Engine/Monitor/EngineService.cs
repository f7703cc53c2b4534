using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;
using ZooInfra.Engine.Events;

namespace ZooInfra.Engine.Monitor;

/// <summary>The Engine service (protocol facts, section 2.2).</summary>
internal sealed class EngineService(IMonitorHandler handler) : Pulumirpc.Engine.EngineBase
{
    public override Task<Empty> Log(LogRequest request, ServerCallContext context)
    {
        var severity = request.Severity switch
        {
            LogSeverity.Debug => Severity.Debug,
            LogSeverity.Info => Severity.Info,
            LogSeverity.Warning => Severity.Warning,
            _ => Severity.Error,
        };
        handler.Log(severity, request.Urn.Length == 0 ? null : request.Urn, request.Message);
        return Task.FromResult(new Empty());
    }
}
