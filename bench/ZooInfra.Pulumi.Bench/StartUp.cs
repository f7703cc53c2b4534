using System.Diagnostics;

namespace ZooInfra.Pulumi.Bench;

/// <summary>From the start of the process to the first registration, with an empty program beside it.</summary>
internal static class StartUp
{
    private const int Runs = 15;

    public static async Task<int> RunAsync(string folder)
    {
        var empty = new List<double>();
        var client = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            empty.Add(await EmptyAsync(Path.Combine(folder, "ZooInfra.Empty.Bench.dll")));
            client.Add(await ClientAsync(Path.Combine(folder, "ZooInfra.Pulumi.Bench.dll")));
        }

        Report.Environment();
        Report.Row("empty program, start to exit", empty, "ms");
        Report.Row("client, start to first registration", client, "ms");
        Console.WriteLine(FormattableString.Invariant($"client over empty program: {Report.Median(client) - Report.Median(empty):F0} ms by the medians, {client.Min() - empty.Min():F0} ms by the best"));
        return 0;
    }

    private static async Task<double> EmptyAsync(string program)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program]))!;
        await process.WaitForExitAsync();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task<double> ClientAsync(string program)
    {
        await using var engine = await EchoEngine.StartAsync();
        var first = new TaskCompletionSource<TimeSpan>();
        var start = new ProcessStartInfo("dotnet", [program, "program"]);
        foreach (var (name, value) in engine.Environment)
        {
            start.Environment[name] = value;
        }

        var watch = new Stopwatch();
        engine.OnRegister = _ => first.TrySetResult(watch.Elapsed);
        watch.Start();
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (await first.Task).TotalMilliseconds
            : throw new InvalidOperationException($"The client ended with exit code {process.ExitCode}.");
    }
}
