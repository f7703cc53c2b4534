using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;
using ZooInfra.Engine.Planning;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Monitor;

/// <summary>The ResourceMonitor service (protocol facts, section 2.1).</summary>
[BindServiceMethod(typeof(MonitorService), nameof(Bind))]
internal sealed class MonitorService(IMonitorHandler handler) : ResourceMonitor.ResourceMonitorBase
{
    private static readonly HashSet<string> Features = new(StringComparer.Ordinal) { "secrets", "resourceReferences", "outputValues", "aliasSpecs" };

    /// <summary>Binds the methods so that deeply nested properties are read.</summary>
    public static void Bind(ServiceBinderBase binder, ResourceMonitor.ResourceMonitorBase? service) => ResourceMonitor.BindService(DeepMessages.Bind(binder), service);

    public override Task<SupportsFeatureResponse> SupportsFeature(SupportsFeatureRequest request, ServerCallContext context)
        => Task.FromResult(new SupportsFeatureResponse { HasSupport = Features.Contains(request.Id) });

    public override Task<RegisterResourceResponse> RegisterResource(RegisterResourceRequest request, ServerCallContext context)
        => Answer(() => handler.RegisterResourceAsync(request, context.CancellationToken));

    public override Task<Empty> RegisterResourceOutputs(RegisterResourceOutputsRequest request, ServerCallContext context)
        => Answer(async () =>
        {
            await handler.RegisterOutputsAsync(request);
            return new Empty();
        });

    public override Task<Empty> SignalAndWaitForShutdown(Empty request, ServerCallContext context)
        => Answer(async () =>
        {
            await handler.ShutdownAsync();
            return new Empty();
        });

    public override Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request, ServerCallContext context)
        => Answer<ResourceInvokeResponse>(() => throw handler.Refuse($"the function {request.Tok}"));

    public override Task<CallResponse> Call(ResourceCallRequest request, ServerCallContext context)
        => Answer<CallResponse>(() => throw handler.Refuse($"the method {request.Tok}"));

    public override Task<ReadResourceResponse> ReadResource(ReadResourceRequest request, ServerCallContext context)
        => Answer<ReadResourceResponse>(() => throw handler.Refuse($"a read of existing resources ({request.Type} '{request.Name}')"));

    public override Task<Empty> RegisterStackTransform(Callback request, ServerCallContext context)
        => Answer<Empty>(() => throw handler.Refuse("stack transforms"));

    public override Task<Empty> RegisterStackInvokeTransform(Callback request, ServerCallContext context)
        => Answer<Empty>(() => throw handler.Refuse("invoke transforms"));

    public override Task<Empty> RegisterResourceHook(RegisterResourceHookRequest request, ServerCallContext context)
        => Answer<Empty>(() => throw handler.Refuse("resource hooks"));

    public override Task<Empty> RegisterErrorHook(RegisterErrorHookRequest request, ServerCallContext context)
        => Answer<Empty>(() => throw handler.Refuse("error hooks"));

    public override Task<RegisterPackageResponse> RegisterPackage(RegisterPackageRequest request, ServerCallContext context)
        => Answer<RegisterPackageResponse>(() => throw handler.Refuse($"the parameterized package '{request.Name}'"));

    /// <summary>Clients know Unavailable as the end of the run (protocol facts, section 5.12); everything else is theirs to report.</summary>
    private static async Task<T> Answer<T>(Func<Task<T>> answer)
    {
        try
        {
            return await answer();
        }
        catch (MonitorClosedException e)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, e.Message));
        }
        catch (RunException e)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, e.Message));
        }
    }
}
