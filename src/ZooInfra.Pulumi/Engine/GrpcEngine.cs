using Pulumirpc;

namespace Pulumi;

/// <summary>The engine's diagnostics over gRPC.</summary>
internal sealed class GrpcEngine(Pulumirpc.Engine.EngineClient client, CancellationToken stop) : IEngine
{
    public Task LogAsync(LogRequest request) => client.LogAsync(request, cancellationToken: stop).ResponseAsync;

    public Task<RequirePulumiVersionResponse> RequirePulumiVersionAsync(string range)
        => client.RequirePulumiVersionAsync(new() { PulumiVersionRange = range }, cancellationToken: stop).ResponseAsync;
}
