using System.Diagnostics;

namespace ZooInfra.Cli.Tests.Serving;

/// <summary>A host in a process of its own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private HostProcess(Process process, Task<string> errors, string url, string token) => (_process, _errors, Http) = (process, errors, new ServedHost(url, token));

    /// <summary>Asks it.</summary>
    public ServedHost Http { get; }

    /// <summary>Starts one and waits until it serves.</summary>
    public static async Task<HostProcess> StartAsync(ProcessStartInfo start, string token)
    {
        var process = Process.Start(start)!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync();
            var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException($"The host ended: {await errors}");
            return new(process, errors, line[line.IndexOf("http://", StringComparison.Ordinal)..].Replace("/client", "", StringComparison.Ordinal), token);
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>Starts one and kills it after a while, whatever it does then.</summary>
    public static async Task StartAndKillAsync(ProcessStartInfo start, TimeSpan after)
    {
        using var process = Process.Start(start)!;
        await Task.WhenAny(process.WaitForExitAsync(), Timer(after));
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Has it die when it comes to a point.</summary>
    public async Task ArmAsync(string point)
    {
        await _process.StandardInput.WriteLineAsync($"die {point}");
        await _process.StandardInput.FlushAsync();
        while (await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line && line != "armed")
        {
            // What the host says meanwhile is for its operator.
        }
    }

    /// <summary>Waits until it has died by itself.</summary>
    public Task ExitAsync() => _process.WaitForExitAsync().WaitAsync(Patience);

    /// <summary>Kills it, as kill -9 does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>Kills it after a while.</summary>
    public async Task KillAsync(TimeSpan after)
    {
        await Timer(after);
        await KillAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Http.DisposeAsync();
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        await _errors;
        _process.Dispose();
    }

    /// <summary>A moment in the life of another process can be chosen by time only.</summary>
    private static async Task Timer(TimeSpan after)
    {
        using var timer = new PeriodicTimer(after);
        await timer.WaitForNextTickAsync();
    }
}
