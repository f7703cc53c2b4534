using Pulumirpc;

namespace Pulumi;

/// <summary>The engine's resource monitor: over gRPC in a program, mocked in a test.</summary>
internal interface IMonitor
{
    Task<bool> SupportsFeatureAsync(string id);

    Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request);

    Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request);

    Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request);

    Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request);

    Task<CallResponse> CallAsync(ResourceCallRequest request);

    Task<RegisterPackageResponse> RegisterPackageAsync(Pulumirpc.RegisterPackageRequest request);

    Task RegisterStackTransformAsync(Callback callback);

    Task RegisterStackInvokeTransformAsync(Callback callback);

    Task RegisterResourceHookAsync(RegisterResourceHookRequest request);

    Task RegisterErrorHookAsync(RegisterErrorHookRequest request);

    /// <summary>Says that no more registrations come and waits until the engine has done them.</summary>
    Task SignalAndWaitForShutdownAsync();
}
