using Pulumi;
using Pulumirpc;

namespace ZooInfra.Pulumi.Bench;

/// <summary>A monitor that is called directly: what the programming model itself costs.</summary>
internal sealed class InProcess : IMonitor, IEngine
{
    public static async Task<int> RunAsync(Action program)
    {
        var settings = new ProgramSettings("", "", "organization", "proj", "dev", null, false, null, null, ResourceReferences: true, OutputTextIsError: false);
        var monitor = new InProcess();
        return await Deployment.RunProgramAsync(settings, monitor, monitor, Deployment.Program(
            () =>
            {
                program();
                return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
            },
            null));
    }

    public Task<bool> SupportsFeatureAsync(string id) => Task.FromResult(true);

    public Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request) => Task.FromResult(EchoEngine.Answer(request));

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) => Task.CompletedTask;

    public Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request) => throw new NotSupportedException();

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request) => throw new NotSupportedException();

    public Task<CallResponse> CallAsync(ResourceCallRequest request) => throw new NotSupportedException();

    public Task<RegisterPackageResponse> RegisterPackageAsync(Pulumirpc.RegisterPackageRequest request) => throw new NotSupportedException();

    public Task RegisterStackTransformAsync(Callback callback) => throw new NotSupportedException();

    public Task RegisterStackInvokeTransformAsync(Callback callback) => throw new NotSupportedException();

    public Task RegisterResourceHookAsync(RegisterResourceHookRequest request) => throw new NotSupportedException();

    public Task RegisterErrorHookAsync(RegisterErrorHookRequest request) => throw new NotSupportedException();

    public Task SignalAndWaitForShutdownAsync() => Task.CompletedTask;

    public Task LogAsync(LogRequest request)
    {
        Console.Error.WriteLine(request.Message);
        return Task.CompletedTask;
    }

    public Task<RequirePulumiVersionResponse> RequirePulumiVersionAsync(string range) => throw new NotSupportedException();
}
