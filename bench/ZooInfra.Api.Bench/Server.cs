using System.Diagnostics;
using System.Globalization;

namespace ZooInfra.Api.Bench;

/// <summary>A server in a process of its own, as the comparison sees it.</summary>
internal sealed class Server : IDisposable
{
    private readonly Process _process;

    private Server(Process process, string url, string token) => (_process, Url, Token) = (process, url, token);

    public string Url { get; }

    public string Token { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The server's side: says where it is, then its memory whenever it is asked.</summary>
    public static async Task TalkAsync(string url, string token)
    {
        Console.WriteLine($"{url} {token}");
        while (await Console.In.ReadLineAsync() is not null)
        {
            var allocated = GC.GetTotalAllocatedBytes();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalMemory(true)} {Environment.WorkingSet} {allocated}"));
        }
    }

    public static async Task<Server> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. Self, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        var said = (await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("A server ended before it listened.")).Split(' ');
        return new(process, said[0], said[1]);
    }

    /// <summary>Bytes on the managed heap and in the working set after a collection, and all that were ever allocated.</summary>
    public async Task<(long Heap, long WorkingSet, long Allocated)> MemoryAsync()
    {
        await _process.StandardInput.WriteLineAsync("memory");
        var said = (await _process.StandardOutput.ReadLineAsync())!.Split(' ');
        return (long.Parse(said[0], CultureInfo.InvariantCulture), long.Parse(said[1], CultureInfo.InvariantCulture), long.Parse(said[2], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    /// <summary>What starts this program again: nothing when it has an executable, its assembly when <c>dotnet</c> runs it.</summary>
    private static string[] Self => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Server).Assembly.Location] : [];
}
