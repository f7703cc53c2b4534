using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Pulumirpc;
using ZooInfra.Engine.Events;
using ZooInfra.Engine.Secrets;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Tests;

/// <summary>One resource that a test program asks for.</summary>
internal sealed record Wanted(string Name, PropertyMap Inputs, params string[] DependsOn)
{
    public string Type { get; init; } = "fake:index:Thing";

    public bool Custom { get; init; } = true;

    public bool Protect { get; init; }

    public Action<RegisterResourceRequest>? Change { get; init; }
}

/// <summary>An engine over a state folder of its own, and programs given as lists of resources that speak the real protocol.</summary>
internal sealed class Bench : IDisposable
{
    public const string Project = "proj";
    public const string Stack = "dev";


    public static int Parallel => 8;

    public string Folder { get; } = Directory.CreateTempSubdirectory("zoo-engine-").FullName;

    public StateStore Store => new(StateFolder, TimeProvider.System) { Disk = Disk ?? new(), Pace = Pace };

    public string StateFolder => Path.Combine(Folder, "state");

    /// <summary>What the state is written with; the real one when null.</summary>
    public StateDisk? Disk { get; set; }

    public CompactionPace Pace { get; init; } = CompactionPace.Usual;

    public FakeProvider Provider { get; } = new();

    public EmbeddedEngine Engine => new(Store, new Dictionary<string, Func<IResourceProvider>> { ["fake"] = () => Provider }, Parallel);

    public ConcurrentQueue<EngineEvent> Events { get; } = [];

    public string Checkpoint => Store.Files(Project, Stack).Checkpoint;

    public string Journal => Store.Files(Project, Stack).Journal;

    public string? Passphrase { get; set; }

    /// <summary>Whether programs register one resource after another; otherwise each as soon as what it depends on is there.</summary>
    public bool InOrder { get; init; }

    /// <summary>Whether programs call the engine within the process; otherwise over gRPC.</summary>
    public bool Locally { get; init; }

    public Snapshot State => Store.Load(Project, Stack, Secrets());

    public IEnumerable<string> Steps => Events.OfType<EngineEvent.StepFinished>().Where(e => !e.Step.IsInternal && e.Step.Kind != StepKind.Same).Select(e => $"{e.Step.Kind} {e.Step.Urn.Name}");

    public IEnumerable<string> Errors => Events.OfType<EngineEvent.StepFailed>().Select(e => e.Message)
        .Concat(Events.OfType<EngineEvent.Diagnostic>().Where(e => e.Severity == Severity.Error).Select(e => e.Message));

    public static PropertyMap Props(params (string Key, string Value)[] values)
        => PropertyMap.From(values.Select(value => KeyValuePair.Create(value.Key, PropertyValue.Of(value.Value))));

    public static string Urn(string name, string type = "fake:index:Thing") => $"urn:pulumi:{Stack}::{Project}::{type}::{name}";

    public async Task<OperationResult> UpAsync(params Wanted[] resources) => await RunAsync(stack => stack.UpdateAsync(Events.Enqueue, default), Program(resources));

    public async Task<OperationResult> RunAsync(Func<LockedStack, Task<OperationResult>> run, StackProgram program)
    {
        Events.Clear();
        using var locked = Engine.Lock(program);
        return await run(locked);
    }

    public async Task<OperationResult> PreviewAsync(params Wanted[] resources)
    {
        Events.Clear();
        return await Engine.PreviewAsync(Program(resources), Events.Enqueue, default);
    }

    public Task<OperationResult> DestroyAsync() => RunAsync(stack => stack.DestroyAsync(Events.Enqueue, default), Program());

    public StackProgram Program(params Wanted[] resources) => Program(0, resources);

    /// <summary>A program that registers everything and then ends with an exit code, as one that threw at its end.</summary>
    public StackProgram Program(int exitCode, params Wanted[] resources) => new(Project, Stack, ImmutableDictionary<string, string>.Empty, ImmutableHashSet<string>.Empty, Secrets(), (settings, _) => RegisterAsync(settings, resources, exitCode, InOrder, Locally));

    public StackSecrets Secrets() => new(Stack, salt: null, () => Passphrase);

    /// <summary>Every file with its content, to show that nothing was changed.</summary>
    public Dictionary<string, string> Files()
        => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).ToDictionary(path => path, path => Convert.ToBase64String(File.ReadAllBytes(path)), StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    internal static async Task<int> RegisterAsync(ProgramSettings settings, Wanted[] resources, int exitCode, bool inOrder, bool locally = false)
    {
        using var channel = locally ? null : GrpcChannel.ForAddress($"http://{await settings.AddressAsync(default)}");
        var monitor = new ResourceMonitor.ResourceMonitorClient(channel is null ? settings.Calls : DeepMessages.Over(channel));
        try
        {
            var root = await monitor.RegisterResourceAsync(new RegisterResourceRequest { Type = ResourceUrn.StackType, Name = $"{settings.Project}-{settings.Stack}", Object = new Struct() });
            var urns = resources.ToDictionary(r => r.Name, _ => new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously));
            async Task RegisterOneAsync(Wanted wanted)
            {
                try
                {
                    var dependencies = await Task.WhenAll(wanted.DependsOn.Select(name => urns[name].Task));
                    var request = new RegisterResourceRequest
                    {
                        Type = wanted.Type,
                        Name = wanted.Name,
                        Custom = wanted.Custom,
                        Parent = root.Urn,
                        Object = PropertyMarshaller.ToStruct(wanted.Inputs, MarshalOptions.KeepAll),
                        AcceptSecrets = true,
                        AcceptResources = true,
                        Dependencies = { dependencies },
                    };
                    if (wanted.Protect)
                    {
                        request.Protect = true;
                    }

                    wanted.Change?.Invoke(request);
                    urns[wanted.Name].SetResult((await monitor.RegisterResourceAsync(request)).Urn);
                }
                catch (Exception e)
                {
                    urns[wanted.Name].TrySetException(e);
                    throw;
                }
            }

            if (inOrder)
            {
                foreach (var wanted in resources)
                {
                    await RegisterOneAsync(wanted);
                }
            }
            else
            {
                await Task.WhenAll(resources.Select(RegisterOneAsync));
            }

            await monitor.RegisterResourceOutputsAsync(new RegisterResourceOutputsRequest { Urn = root.Urn, Outputs = new Struct { Fields = { ["count"] = Value.ForNumber(resources.Length) } } });
            if (exitCode == 0)
            {
                await monitor.SignalAndWaitForShutdownAsync(new Empty());
            }

            return exitCode;
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
        {
            return 32;
        }
    }
}
