using System.Diagnostics;
using System.Globalization;
using Grpc.Net.Client;
using Pulumirpc;

namespace ZooInfra.Provider.Tests.Plugin;

/// <summary>The plugin as the engine starts it; killed by its own process handle at the end.</summary>
internal sealed class PluginProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly GrpcChannel _channel;
    private readonly Task<string> _errors;

    private PluginProcess(Process process, int port, string firstLine)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
        FirstLine = firstLine;
        _channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
        Client = new(_channel);
    }

    public ResourceProvider.ResourceProviderClient Client { get; }

    public string FirstLine { get; }

    public static async Task<PluginProcess> StartAsync(string workingDirectory)
    {
        var assembly = typeof(ZooProvider).Assembly.Location;

        // Where the tests run in the background of a shell, SIGINT is ignored and children inherit that; the engine's own children do not.
        var process = Process.Start(new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", assembly, "--logtostderr", "-v=9", "--logflow", "--tracing", "file:/dev/null", "127.0.0.1:1"])
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            var line = await process.StandardOutput.ReadLineAsync(deadline.Token) ?? throw new InvalidOperationException($"No port: {await process.StandardError.ReadToEndAsync(deadline.Token)}");
            return new(process, int.Parse(line, NumberStyles.None, CultureInfo.InvariantCulture), line);
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>Asks the process to end as the engine does, and answers its exit code and what it wrote after the port.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> InterruptAsync()
    {
        using (var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var output = await _process.StandardOutput.ReadToEndAsync(deadline.Token);
        await _process.WaitForExitAsync(deadline.Token);
        return (_process.ExitCode, output, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
