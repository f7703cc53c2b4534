using System.Diagnostics;
using Pulumi;

namespace ZooInfra.Pulumi.Bench;

/// <summary>Registrations a second of one program, and what a registered resource keeps in memory.</summary>
internal static class Registrations
{
    private const int Count = 10_000;
    private const int Runs = 7;

    public static async Task<int> RunAsync()
    {
        Report.Environment();
        await MeasureAsync("in process, no wire", InProcess.RunAsync);
        await using var engine = await EchoEngine.StartAsync();
        foreach (var (name, value) in engine.Environment)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        await MeasureAsync("over gRPC on loopback, engine in this process", Deployment.RunAsync);
        return 0;
    }

    private static async Task MeasureAsync(string what, Func<Action, Task<int>> run)
    {
        var rates = new List<double>();
        var processor = new List<double>();
        var bytes = new List<double>();
        for (var i = 0; i <= Runs; i++)
        {
            var (rate, microseconds, kept) = await OnceAsync(run);
            if (i > 0)
            {
                rates.Add(rate);
                processor.Add(microseconds);
                bytes.Add(kept);
            }
        }

        Report.Row($"{what}: registrations", rates, "/s");
        Report.Row($"{what}: processor time", processor, "us each");
        Report.Row($"{what}: memory of a registered resource", bytes, "bytes");
    }

    private static async Task<(double Rate, double Microseconds, double Bytes)> OnceAsync(Func<Action, Task<int>> run)
    {
        var resources = new Record[Count];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var exitCode = await run(() =>
        {
            for (var number = 0; number < Count; number++)
            {
                resources[number] = new Record($"record{number}", new() { Name = $"host{number}", Ttl = 300 });
            }
        });
        watch.Stop();
        processor = Environment.CpuUsage.TotalTime - processor;
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"The program ended with exit code {exitCode}.");
        }

        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(resources);
        Array.Clear(resources);
        return (Count / watch.Elapsed.TotalSeconds, processor.TotalMicroseconds / Count, (after - before) / (double)Count);
    }
}
