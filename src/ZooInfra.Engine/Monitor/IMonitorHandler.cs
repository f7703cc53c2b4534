using Pulumirpc;
using ZooInfra.Engine.Events;

namespace ZooInfra.Engine.Monitor;

/// <summary>What the services of the engine do with what a program says; the seam between transport and planning.</summary>
internal interface IMonitorHandler
{
    Task<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request, CancellationToken cancellationToken);

    Task RegisterOutputsAsync(RegisterResourceOutputsRequest request);

    /// <summary>The program has said all it has to say; returns when all steps are done.</summary>
    Task ShutdownAsync();

    void Log(Severity severity, string? urn, string message);

    /// <summary>Reports that the program asked for something the engine does not have; the exception ends the call.</summary>
    Exception Refuse(string feature);
}
