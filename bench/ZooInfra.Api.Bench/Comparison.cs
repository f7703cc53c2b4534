using System.Globalization;

namespace ZooInfra.Api.Bench;

/// <summary>The contract host beside bare Kestrel, in turns, so that whatever else the machine does hits both alike.</summary>
internal static class Comparison
{
    private const int SliceSeconds = 2;

    public static async Task<int> RunAsync(int rounds, bool memory)
    {
        var folder = Directory.CreateTempSubdirectory("zoo-api-bench-");
        try
        {
            Console.WriteLine("| GET /client/acme_corp/sla, 32 connections | host, 1,000 clients | bare Kestrel | ratio |");
            Console.WriteLine("|---|---:|---:|---:|");
            await SpeedAsync(rounds, folder);
            if (!memory)
            {
                return 0;
            }

            Console.WriteLine();
            Console.WriteLine("| Clients | heap | working set | heap under load | working set under load |");
            Console.WriteLine("|---:|---:|---:|---:|---:|");
            foreach (var clients in (int[])[1, 100, 1_000, 10_000])
            {
                await MemoryAsync(clients, folder);
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task SpeedAsync(int rounds, DirectoryInfo folder)
    {
        using var host = await Server.StartAsync("host", "1000", Path.Combine(folder.FullName, "speed.db"));
        using var bare = await Server.StartAsync("bare");
        var (hosts, bares) = (new List<Load>(), new List<Load>());
        var (hostTime, bareTime) = (TimeSpan.Zero, TimeSpan.Zero);
        var (hostMemory, bareMemory) = (await host.MemoryAsync(), await bare.MemoryAsync());
        for (var round = -2; round < rounds; round++)
        {
            var (hostBefore, bareBefore) = (host.ProcessorTime, bare.ProcessorTime);
            var first = round % 2 == 0 ? await Load.OnAsync(host, host.Token, SliceSeconds) : null;
            var baseline = await Load.OnAsync(bare, host.Token, SliceSeconds);
            var measured = first ?? await Load.OnAsync(host, host.Token, SliceSeconds);
            if (measured.Errors + baseline.Errors > 0)
            {
                throw new InvalidOperationException($"{measured.Errors} requests to the host and {baseline.Errors} to bare Kestrel failed.");
            }

            if (round < 0)
            {
                (hostMemory, bareMemory) = (await host.MemoryAsync(), await bare.MemoryAsync());
            }
            else
            {
                hosts.Add(measured);
                bares.Add(baseline);
                hostTime += host.ProcessorTime - hostBefore;
                bareTime += bare.ProcessorTime - bareBefore;
            }
        }

        Row("requests a second, median", hosts.Select(load => load.PerSecond), bares.Select(load => load.PerSecond), "N0");
        Row("p99, ms, median", hosts.Select(load => load.P99), bares.Select(load => load.P99), "N2");
        var (each, eachBare) = (Each(hostTime, hosts), Each(bareTime, bares));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| processor time a request, µs | {each:N2} | {eachBare:N2} | {each / eachBare:N2} |"));
        var (bytes, bytesBare) = (Allocated(hostMemory.Allocated, (await host.MemoryAsync()).Allocated, hosts), Allocated(bareMemory.Allocated, (await bare.MemoryAsync()).Allocated, bares));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| allocated a request, bytes | {bytes:N0} | {bytesBare:N0} | |"));
    }

    private static double Allocated(long before, long after, List<Load> loads) => (after - before) / loads.Sum(load => load.PerSecond * SliceSeconds);

    private static double Each(TimeSpan time, List<Load> loads) => time.TotalMicroseconds / loads.Sum(load => load.PerSecond * SliceSeconds);

    private static void Row(string what, IEnumerable<double> host, IEnumerable<double> bare, string format)
    {
        var ratio = Median(host.Zip(bare, (a, b) => a / b));
        Console.WriteLine($"| {what} | {Text(Median(host), format)} | {Text(Median(bare), format)} | {Text(ratio, "N3")} |");
    }

    private static async Task MemoryAsync(int clients, DirectoryInfo folder)
    {
        using var host = await Server.StartAsync("host", clients.ToString(CultureInfo.InvariantCulture), Path.Combine(folder.FullName, $"memory-{clients}.db"));
        var idle = await host.MemoryAsync();
        await Load.OnAsync(host, host.Token, 3 * SliceSeconds);
        var loaded = await host.MemoryAsync();
        Console.WriteLine($"| {clients.ToString("N0", CultureInfo.InvariantCulture)} | {Megabytes(idle.Heap)} | {Megabytes(idle.WorkingSet)} | {Megabytes(loaded.Heap)} | {Megabytes(loaded.WorkingSet)} |");
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:N1} MB");
}
