using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace Pulumi;

/// <summary>The resource monitor over gRPC, or over calls of the same shape within a process.</summary>
internal sealed class GrpcMonitor(ResourceMonitor.ResourceMonitorClient client, CancellationToken stop) : IMonitor
{
    /// <summary>A call under way takes some 25 kB at its two ends; more of them at once are not sooner done.</summary>
    private const int MostRegistrationsAtOnce = 1_000;

    /// <summary>One item for each registration under way; a full channel makes the next one wait its turn.</summary>
    private readonly Channel<bool> _room = Channel.CreateBounded<bool>(MostRegistrationsAtOnce);
    private volatile bool _hasCallbacks;

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

    public async Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request)
    {
        // The engine answers after it has called back into the program, and what it calls may wait for another registration: those must not queue.
        if (_hasCallbacks || request.Transforms.Count > 0 || request.Hooks is not null)
        {
            return await client.RegisterResourceAsync(request, cancellationToken: stop).ConfigureAwait(false);
        }

        await _room.Writer.WriteAsync(true, stop).ConfigureAwait(false);
        try
        {
            return await client.RegisterResourceAsync(request, cancellationToken: stop).ConfigureAwait(false);
        }
        finally
        {
            _room.Reader.TryRead(out _);
        }
    }

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
    {
        _hasCallbacks = true;
        return client.RegisterStackTransformAsync(callback, cancellationToken: stop).ResponseAsync;
    }

    public Task RegisterStackInvokeTransformAsync(Callback callback)
        => client.RegisterStackInvokeTransformAsync(callback, cancellationToken: stop).ResponseAsync;

    public Task RegisterResourceHookAsync(RegisterResourceHookRequest request)
    {
        _hasCallbacks = true;
        return client.RegisterResourceHookAsync(request, cancellationToken: stop).ResponseAsync;
    }

    public Task RegisterErrorHookAsync(RegisterErrorHookRequest request)
    {
        _hasCallbacks = true;
        return client.RegisterErrorHookAsync(request, cancellationToken: stop).ResponseAsync;
    }

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
