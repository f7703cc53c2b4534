using Pulumirpc;
using ZooInfra.Engine.Events;

namespace ZooInfra.Engine.Monitor;

/// <summary>What the services of the engine do with what a program says; the seam between transport and planning.</summary>
internal interface IMonitorHandler
{
    Task<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request, CancellationToken cancellationToken);

    Task<ReadResourceResponse> ReadResourceAsync(ReadResourceRequest request, CancellationToken cancellationToken);

    Task RegisterOutputsAsync(RegisterResourceOutputsRequest request, CancellationToken cancellationToken);

    Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request, CancellationToken cancellationToken);

    Task<CallResponse> CallAsync(ResourceCallRequest request, CancellationToken cancellationToken);

    void RegisterStackTransform(Callback callback);

    void RegisterInvokeTransform(Callback callback);

    void RegisterHook(RegisterResourceHookRequest request);

    void RegisterHook(RegisterErrorHookRequest request);

    /// <summary>What the run is.</summary>
    DeploymentInfo Info();

    /// <summary>The program has said all it has to say; returns when all steps are done.</summary>
    Task ShutdownAsync();

    void Log(Severity severity, string? urn, string message);

    /// <summary>Reports that the program asked for something the engine does not have; the exception ends the call.</summary>
    Exception Refuse(string feature);
}
