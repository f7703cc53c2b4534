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
    private static readonly Empty Nothing = new();

    /// <summary>Binds the methods so that deeply nested properties are read.</summary>
    public static void Bind(ServiceBinderBase binder, ResourceMonitor.ResourceMonitorBase? service) => ResourceMonitor.BindService(DeepMessages.Bind(binder), service);

    public override Task<SupportsFeatureResponse> SupportsFeature(SupportsFeatureRequest request, ServerCallContext context)
        => Task.FromResult(new SupportsFeatureResponse { HasSupport = MonitorFeatures.Has(request.Id) });

    public override Task<RegisterResourceResponse> RegisterResource(RegisterResourceRequest request, ServerCallContext context)
        => Answer(() => handler.RegisterResourceAsync(request, context.CancellationToken));

    public override Task<ReadResourceResponse> ReadResource(ReadResourceRequest request, ServerCallContext context)
        => Answer(() => handler.ReadResourceAsync(request, context.CancellationToken));

    public override Task<Empty> RegisterResourceOutputs(RegisterResourceOutputsRequest request, ServerCallContext context)
        => AnswerNothing(() => handler.RegisterOutputsAsync(request, context.CancellationToken));

    public override Task<Empty> SignalAndWaitForShutdown(Empty request, ServerCallContext context)
        => AnswerNothing(handler.ShutdownAsync);

    public override Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request, ServerCallContext context)
        => Answer(() => handler.InvokeAsync(request, context.CancellationToken));

    public override Task<CallResponse> Call(ResourceCallRequest request, ServerCallContext context)
        => Answer(() => handler.CallAsync(request, context.CancellationToken));

    public override Task<Empty> RegisterStackTransform(Callback request, ServerCallContext context)
        => AnswerNothing(() => handler.RegisterStackTransform(request));

    public override Task<Empty> RegisterStackInvokeTransform(Callback request, ServerCallContext context)
        => AnswerNothing(() => handler.RegisterInvokeTransform(request));

    public override Task<Empty> RegisterResourceHook(RegisterResourceHookRequest request, ServerCallContext context)
        => AnswerNothing(() => handler.RegisterHook(request));

    public override Task<Empty> RegisterErrorHook(RegisterErrorHookRequest request, ServerCallContext context)
        => AnswerNothing(() => handler.RegisterHook(request));

    public override Task<DeploymentInfo> GetDeploymentInfo(Empty request, ServerCallContext context) => Task.FromResult(handler.Info());

    public override Task<RegisterPackageResponse> RegisterPackage(RegisterPackageRequest request, ServerCallContext context)
        => Answer<RegisterPackageResponse>(() => throw handler.Refuse($"the parameterized package '{request.Name}'"));

    private static Task<Empty> AnswerNothing(Action act)
        => Answer(() =>
        {
            act();
            return Task.FromResult(Nothing);
        });

    private static Task<Empty> AnswerNothing(Func<Task> act)
        => Answer(async () =>
        {
            await act();
            return Nothing;
        });

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
        catch (RegistrationFailedException e)
        {
            throw new RpcException(new Status(StatusCode.Internal, e.Message));
        }
        catch (RunException e)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, e.Message));
        }
    }
}
