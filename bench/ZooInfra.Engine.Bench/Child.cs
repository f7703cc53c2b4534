using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using ZooInfra.Engine.Secrets;
using ZooInfra.Engine.State;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Bench;

/// <summary>
/// One run: <c>SHAPE VERB SIZE FOLDER</c>. Prints the peak of its memory in MB and the MB it caused to be written; <c>zoo</c> prints what <c>zoo</c> prints.
/// </summary>
internal static class Child
{
    public const int FleetResources = 20;

    private const int StacksAtOnce = 8;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var shape, var verb, var text, var folder])
        {
            return 2;
        }

        var size = int.Parse(text, CultureInfo.InvariantCulture);
        if (shape == "zoo")
        {
            return await StashStack.ZooAsync(verb, size);
        }

        var engine = new EmbeddedEngine(
            new StateStore(folder, TimeProvider.System),
            new Dictionary<string, Func<IResourceProvider>> { ["ledger"] = () => new LedgerProvider() },
            EmbeddedEngine.DefaultParallel);
        if (shape == "fleet")
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, size),
                new ParallelOptions { MaxDegreeOfParallelism = StacksAtOnce },
                async (i, _) => await RunAsync(engine, verb, Program($"client-{i}", new LedgerProgram(FleetResources, chained: false), wire: false)));
        }
        else
        {
            await RunAsync(engine, verb, Program("dev", new LedgerProgram(size, shape == "chain"), shape == "wire"));
        }

        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{self.PeakWorkingSet64 / 1048576} {BytesWritten() / 1048576.0:0.0}"));
        return 0;
    }

    private static StackProgram Program(string stack, LedgerProgram program, bool wire)
        => new("bench", stack, ImmutableDictionary<string, string>.Empty, ImmutableHashSet<string>.Empty, new StackSecrets(stack, null, () => null), (settings, stop) => program.RunAsync(settings, wire, stop));

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

    private static long BytesWritten()
    {
        const string Name = "write_bytes:";
        const string Path = "/proc/self/io";
        return File.Exists(Path)
            ? File.ReadLines(Path).Where(line => line.StartsWith(Name, StringComparison.Ordinal)).Select(line => long.Parse(line.AsSpan(Name.Length), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture)).Single()
            : 0;
    }
}
