using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace Pulumi;

/// <summary>The resource monitor over gRPC.</summary>
internal sealed class GrpcMonitor(ResourceMonitor.ResourceMonitorClient client, CancellationToken stop) : IMonitor
{
    public async Task<bool> SupportsFeatureAsync(string id)
    {
        try
        {
            return (await client.SupportsFeatureAsync(new() { Id = id }, cancellationToken: stop).ConfigureAwait(false)).HasSupport;
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Unimplemented)
        {
            return false;
        }
    }

    public Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request)
        => client.RegisterResourceAsync(request, cancellationToken: stop).ResponseAsync;

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request)
        => client.RegisterResourceOutputsAsync(request, cancellationToken: stop).ResponseAsync;

    public Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request)
        => client.ReadResourceAsync(request, cancellationToken: stop).ResponseAsync;

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request)
        => client.InvokeAsync(request, cancellationToken: stop).ResponseAsync;

    public Task<CallResponse> CallAsync(ResourceCallRequest request)
        => client.CallAsync(request, cancellationToken: stop).ResponseAsync;

    public Task<RegisterPackageResponse> RegisterPackageAsync(Pulumirpc.RegisterPackageRequest request)
        => client.RegisterPackageAsync(request, cancellationToken: stop).ResponseAsync;

    public Task RegisterStackTransformAsync(Callback callback)
        => client.RegisterStackTransformAsync(callback, cancellationToken: stop).ResponseAsync;

    public Task RegisterStackInvokeTransformAsync(Callback callback)
        => client.RegisterStackInvokeTransformAsync(callback, cancellationToken: stop).ResponseAsync;

    public Task RegisterResourceHookAsync(RegisterResourceHookRequest request)
        => client.RegisterResourceHookAsync(request, cancellationToken: stop).ResponseAsync;

    public Task RegisterErrorHookAsync(RegisterErrorHookRequest request)
        => client.RegisterErrorHookAsync(request, cancellationToken: stop).ResponseAsync;

    public async Task SignalAndWaitForShutdownAsync()
    {
        try
        {
            await client.SignalAndWaitForShutdownAsync(new Empty(), cancellationToken: stop).ConfigureAwait(false);
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Unimplemented)
        {
            // An engine from before this call takes the end of the program as the signal.
        }
    }
}
