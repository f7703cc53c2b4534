using System.Collections.Immutable;
using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using Pulumirpc;
using ZooInfra.Engine;
using ZooInfra.Engine.Bench;
using ZooInfra.Engine.Secrets;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

// What a run costs: a program of N independent resources over gRPC, a provider that does nothing, the state on disk.
// Usage: dotnet run -c Release --project bench/ZooInfra.Engine.Bench [N ...]
int[] sizes = args.Length > 0 ? [.. args.Select(int.Parse)] : [200, 2_000, 10_000];
Console.WriteLine($"{"resources",10} {"up s",8} {"us each",8} {"no-op preview s",16} {"no-op up s",11} {"destroy s",10} {"peak MB",8}");
foreach (var size in sizes)
{
    var folder = Directory.CreateTempSubdirectory("zoo-bench-").FullName;
    try
    {
        var engine = new EmbeddedEngine(
            new StateStore(folder, TimeProvider.System),
            new Dictionary<string, Func<IResourceProvider>> { ["ledger"] = () => new LedgerProvider() },
            EmbeddedEngine.DefaultParallel);
        var program = new StackProgram("bench", "dev", ImmutableDictionary<string, string>.Empty, ImmutableHashSet<string>.Empty, new StackSecrets("dev", null, () => null), (settings, _) => RegisterAsync(settings, size));
        var up = await TimeAsync(() => RunAsync(engine, program, stack => stack.UpdateAsync(_ => { }, default)));
        var preview = await TimeAsync(() => engine.PreviewAsync(program, _ => { }, default));
        var again = await TimeAsync(() => RunAsync(engine, program, stack => stack.UpdateAsync(_ => { }, default)));
        var destroy = await TimeAsync(() => RunAsync(engine, program, stack => stack.DestroyAsync(_ => { }, default)));
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(FormattableString.Invariant($"{size,10} {up,8:0.00} {up * 1e6 / size,8:0} {preview,16:0.00} {again,11:0.00} {destroy,10:0.00} {self.PeakWorkingSet64 / 1048576,8}"));
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}

static async Task<OperationResult> RunAsync(EmbeddedEngine engine, StackProgram program, Func<LockedStack, Task<OperationResult>> run)
{
    using var stack = engine.Lock(program);
    return await run(stack);
}

static async Task<double> TimeAsync(Func<Task<OperationResult>> run)
{
    var began = Stopwatch.GetTimestamp();
    var result = await run();
    return result.Outcome == Outcome.Succeeded ? Stopwatch.GetElapsedTime(began).TotalSeconds : throw new InvalidOperationException("The run failed.");
}

static async Task<int> RegisterAsync(ProgramSettings settings, int size)
{
    using var channel = GrpcChannel.ForAddress($"http://{settings.Address}");
    var monitor = new ResourceMonitor.ResourceMonitorClient(DeepMessages.Over(channel));
    var root = await monitor.RegisterResourceAsync(new RegisterResourceRequest { Type = ResourceUrn.StackType, Name = "bench-dev", Object = new Struct() });
    await Task.WhenAll(Enumerable.Range(0, size).Select(i => monitor.RegisterResourceAsync(new RegisterResourceRequest
    {
        Type = "ledger:index:Entry",
        Name = $"entry-{i}",
        Custom = true,
        Parent = root.Urn,
        Object = new Struct { Fields = { ["value"] = Value.ForString($"value {i}"), ["number"] = Value.ForNumber(i) } },
        AcceptSecrets = true,
    }).ResponseAsync));
    await monitor.SignalAndWaitForShutdownAsync(new Empty());
    return 0;
}
