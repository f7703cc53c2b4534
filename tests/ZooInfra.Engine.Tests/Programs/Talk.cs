using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Pulumirpc;
using ZooInfra.Engine.Events;
using ZooInfra.Engine.Plugins;
using ZooInfra.Engine.Secrets;
using ZooInfra.Engine.State;
using ZooInfra.Engine.Tests.Scenarios;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Tests.Programs;

/// <summary>An engine over a state folder of its own, and programs that say to it what they like.</summary>
internal sealed class Talk : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zoo-talk-").FullName;

    public string Folder => _folder;

    public World World { get; } = new();

    public ConcurrentQueue<EngineEvent> Events { get; } = [];

    public string? Passphrase { get; set; } = "passphrase";

    public PluginSource? Plugins { get; set; }

    public Dictionary<string, string> Config { get; } = new(StringComparer.Ordinal);

    public string Steps => ScenarioRunner.Steps(Events);

    public string Errors => string.Join("\n", Events.OfType<EngineEvent.StepFailed>().Select(e => e.Message)
        .Concat(Events.OfType<EngineEvent.Diagnostic>().Where(e => e.Severity == Severity.Error).Select(e => e.Message)));

    public string Warnings => string.Join("\n", Events.OfType<EngineEvent.Diagnostic>().Where(e => e.Severity == Severity.Warning).Select(e => e.Message));

    public static RegisterResourceRequest Thing(string name, string root, string props = "") => new()
    {
        Type = "fake:index:Thing",
        Name = name,
        Custom = true,
        Parent = root,
        Object = PropertyMarshaller.ToStruct(Scenarios.Thing.Read(props), MarshalOptions.KeepAll),
        AcceptSecrets = true,
        SupportsPartialValues = true,
    };

    public Snapshot State(string stack = "dev") => Store().Load("proj", stack, Secrets(stack));

    public ResourceState Found(string name) => State().Resources.Single(resource => resource.Urn.Name == name);

    public Task<OperationResult> UpAsync(Func<ResourceMonitor.ResourceMonitorClient, string, Task> program, string stack = "dev")
        => LockedAsync(stack, program, locked => locked.UpdateAsync(Events.Enqueue, default));

    public Task<OperationResult> DestroyAsync(string stack = "dev") => LockedAsync(stack, (_, _) => Task.CompletedTask, locked => locked.DestroyAsync(Events.Enqueue, default));

    public async Task<OperationResult> PreviewAsync(Func<ResourceMonitor.ResourceMonitorClient, string, Task> program)
    {
        Events.Clear();
        return await Engine().PreviewAsync(Program("dev", program), Events.Enqueue, default);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<OperationResult> LockedAsync(string stack, Func<ResourceMonitor.ResourceMonitorClient, string, Task> program, Func<LockedStack, Task<OperationResult>> run)
    {
        Events.Clear();
        using var locked = Engine().Lock(Program(stack, program));
        return await run(locked);
    }

    private StateStore Store() => new(Path.Combine(_folder, "state"), TimeProvider.System);

    private EmbeddedEngine Engine() => new(Store(), new Dictionary<string, Func<IResourceProvider>> { ["fake"] = () => World }, parallel: 4, Plugins);

    private StackSecrets Secrets(string stack) => new(stack, salt: null, () => Passphrase);

    private StackProgram Program(string stack, Func<ResourceMonitor.ResourceMonitorClient, string, Task> program)
        => new("proj", stack, Config, ImmutableHashSet<string>.Empty, Secrets(stack), (settings, _) => RunAsync(settings, program));

    private static async Task<int> RunAsync(ProgramSettings settings, Func<ResourceMonitor.ResourceMonitorClient, string, Task> program)
    {
        using var channel = GrpcChannel.ForAddress($"http://{await settings.AddressAsync(default)}");
        var monitor = new ResourceMonitor.ResourceMonitorClient(DeepMessages.Over(channel));
        try
        {
            var root = await monitor.RegisterResourceAsync(new RegisterResourceRequest { Type = ResourceUrn.StackType, Name = $"{settings.Project}-{settings.Stack}", Object = new Struct() });
            await program(monitor, root.Urn);
            await monitor.SignalAndWaitForShutdownAsync(new Empty());
            return 0;
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable)
        {
            return 32;
        }
    }
}
