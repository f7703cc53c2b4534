using Pulumirpc;

namespace Pulumi;

/// <summary>The engine's diagnostics: over gRPC in a program, collected in a test.</summary>
internal interface IEngine
{
    Task LogAsync(LogRequest request);

    Task<RequirePulumiVersionResponse> RequirePulumiVersionAsync(string range);
}
