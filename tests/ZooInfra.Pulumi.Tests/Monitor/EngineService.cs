using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace ZooInfra.Pulumi.Tests;

/// <summary>The engine's log on the same server.</summary>
internal sealed class EngineService(MonitorScript script) : Engine.EngineBase
{
    public override Task<Empty> Log(LogRequest request, ServerCallContext context)
    {
        script.Requests.Enqueue(request);
        return Task.FromResult(new Empty());
    }

    public override Task<RequirePulumiVersionResponse> RequirePulumiVersion(RequirePulumiVersionRequest request, ServerCallContext context)
    {
        script.Requests.Enqueue(request);
        return request.PulumiVersionRange.StartsWith(">=999", StringComparison.Ordinal)
            ? throw new RpcException(new Status(StatusCode.FailedPrecondition, $"Pulumi CLI version 3.260.0 does not satisfy the version range \"{request.PulumiVersionRange}\""))
            : Task.FromResult(new RequirePulumiVersionResponse());
    }
}
