using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;
using ZooInfra.Protocol;

namespace ZooInfra.Pulumi.Tests;

/// <summary>The monitor's side of the wire.</summary>
[BindServiceMethod(typeof(MonitorService), nameof(Bind))]
internal sealed class MonitorService(MonitorScript script) : ResourceMonitor.ResourceMonitorBase
{
    private static readonly Task<Empty> Done = Task.FromResult(new Empty());

    public static void Bind(ServiceBinderBase binder, ResourceMonitor.ResourceMonitorBase? service) => ResourceMonitor.BindService(DeepMessages.Bind(binder), service);

    public override Task<SupportsFeatureResponse> SupportsFeature(SupportsFeatureRequest request, ServerCallContext context)
        => Task.FromResult(new SupportsFeatureResponse { HasSupport = !script.Lacks.Contains(request.Id) });

    public override Task<RegisterResourceResponse> RegisterResource(RegisterResourceRequest request, ServerCallContext context)
        => script.RegisterAsync(request, context);

    public override Task<Empty> RegisterResourceOutputs(RegisterResourceOutputsRequest request, ServerCallContext context) => Recorded(request);

    public override Task<ReadResourceResponse> ReadResource(ReadResourceRequest request, ServerCallContext context) => Task.FromResult(script.Read(request));

    public override Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request, ServerCallContext context) => Task.FromResult(script.Invoke(request));

    public override Task<CallResponse> Call(ResourceCallRequest request, ServerCallContext context) => Task.FromResult(script.Call(request));

    public override Task<Empty> RegisterStackTransform(Callback request, ServerCallContext context) => Recorded(request);

    public override Task<Empty> RegisterStackInvokeTransform(Callback request, ServerCallContext context) => Recorded(request);

    public override Task<Empty> RegisterResourceHook(RegisterResourceHookRequest request, ServerCallContext context) => Recorded(request);

    public override Task<Empty> RegisterErrorHook(RegisterErrorHookRequest request, ServerCallContext context) => Recorded(request);

    public override Task<RegisterPackageResponse> RegisterPackage(RegisterPackageRequest request, ServerCallContext context)
    {
        script.Requests.Enqueue(request);
        return Task.FromResult(new RegisterPackageResponse { Ref = $"{request.Name}-ref" });
    }

    public override async Task<Empty> SignalAndWaitForShutdown(Empty request, ServerCallContext context)
    {
        script.Requests.Enqueue(request);
        await (script.OnShutdown?.Invoke(script) ?? Task.CompletedTask);
        return new();
    }

    private Task<Empty> Recorded(Google.Protobuf.IMessage request)
    {
        script.Requests.Enqueue(request);
        return Done;
    }
}
