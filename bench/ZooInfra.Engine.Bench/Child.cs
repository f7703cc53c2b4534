using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using Pulumirpc;
using ZooInfra.Engine.Secrets;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Bench;

/// <summary>One run: <c>SHAPE VERB SIZE FOLDER</c>. Prints the peak of its memory in MB and the MB it caused to be written.</summary>
internal static class Child
{
    public const int FleetResources = 20;

    private const int StacksAtOnce = 8;

    /// <summary>As many as programs of the built-in Pulumi model send before they wait for answers.</summary>
    private const int RegistrationsAtOnce = 1_000;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var shape, var verb, var text, var folder])
        {
            return 2;
        }

        var size = int.Parse(text, CultureInfo.InvariantCulture);
        var engine = new EmbeddedEngine(
            new StateStore(folder, TimeProvider.System),
            new Dictionary<string, Func<IResourceProvider>> { ["ledger"] = () => new LedgerProvider() },
            EmbeddedEngine.DefaultParallel);
        if (shape == "fleet")
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, size),
                new ParallelOptions { MaxDegreeOfParallelism = StacksAtOnce },
                async (i, _) => await RunAsync(engine, verb, Program($"client-{i}", settings => RegisterAsync(settings, FleetResources, chained: false))));
        }
        else
        {
            await RunAsync(engine, verb, Program("dev", settings => RegisterAsync(settings, size, shape == "chain")));
        }

        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{self.PeakWorkingSet64 / 1048576} {BytesWritten() / 1048576.0:0.0}"));
        return 0;
    }

    private static StackProgram Program(string stack, Func<ProgramSettings, Task<int>> run)
        => new("bench", stack, ImmutableDictionary<string, string>.Empty, ImmutableHashSet<string>.Empty, new StackSecrets(stack, null, () => null), (settings, _) => run(settings));

    private static async Task RunAsync(EmbeddedEngine engine, string verb, StackProgram program)
    {
        OperationResult result;
        if (verb == "preview")
        {
            result = await engine.PreviewAsync(program, _ => { }, default);
        }
        else
        {
            using var stack = engine.Lock(program);
            result = await (verb == "destroy" ? stack.DestroyAsync(_ => { }, default) : stack.UpdateAsync(_ => { }, default));
        }

        if (result.Outcome != Outcome.Succeeded)
        {
            throw new InvalidOperationException("The run failed.");
        }
    }

    private static async Task<int> RegisterAsync(ProgramSettings settings, int size, bool chained)
    {
        using var channel = GrpcChannel.ForAddress($"http://{settings.Address}");
        var monitor = new ResourceMonitor.ResourceMonitorClient(DeepMessages.Over(channel));
        var root = await monitor.RegisterResourceAsync(new RegisterResourceRequest { Type = ResourceUrn.StackType, Name = $"bench-{settings.Stack}", Object = new Struct() });
        if (chained)
        {
            var last = root.Urn;
            for (var i = 0; i < size; i++)
            {
                last = (await monitor.RegisterResourceAsync(Request(i, root.Urn, last))).Urn;
            }
        }
        else
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, size),
                new ParallelOptions { MaxDegreeOfParallelism = RegistrationsAtOnce },
                async (i, cancellationToken) => await monitor.RegisterResourceAsync(Request(i, root.Urn, null), cancellationToken: cancellationToken));
        }

        await monitor.SignalAndWaitForShutdownAsync(new Empty());
        return 0;
    }

    private static RegisterResourceRequest Request(int i, string parent, string? dependsOn)
    {
        var request = new RegisterResourceRequest
        {
            Type = "ledger:index:Entry",
            Name = $"entry-{i}",
            Custom = true,
            Parent = parent,
            Object = new Struct { Fields = { ["value"] = Value.ForString($"value {i}"), ["number"] = Value.ForNumber(i) } },
            AcceptSecrets = true,
        };
        if (dependsOn is not null)
        {
            request.Dependencies.Add(dependsOn);
        }

        return request;
    }

    private static long BytesWritten()
    {
        const string Name = "write_bytes:";
        const string Path = "/proc/self/io";
        return File.Exists(Path)
            ? File.ReadLines(Path).Where(line => line.StartsWith(Name, StringComparison.Ordinal)).Select(line => long.Parse(line.AsSpan(Name.Length), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture)).Single()
            : 0;
    }
}
