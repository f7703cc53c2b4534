using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Plugins;

/// <summary>The process of one plugin: started, asked for its port, and ended with the run (protocol facts, section 1.5).</summary>
internal sealed class PluginProcess : IAsyncDisposable
{
    private const int Interrupt = 2;
    private const int MostKept = 4000;

    private static readonly TimeSpan StartGrace = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan EndGrace = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly TimeProvider _time;
    private readonly StringBuilder _errors = new();
    private Task _output = Task.CompletedTask;
    private Task _errorOutput = Task.CompletedTask;

    private PluginProcess(Process process, TimeProvider time) => (_process, _time) = (process, time);

    /// <summary>Where it listens on loopback.</summary>
    public int Port { get; private set; }

    /// <summary>The last it wrote to standard error; empty when it wrote nothing.</summary>
    public string Errors
    {
        get
        {
            lock (_errors)
            {
                return _errors.ToString().Trim();
            }
        }
    }

    public bool HasExited => _process.HasExited;

    /// <exception cref="ProviderException">It cannot be started, or does not tell a port.</exception>
    public static async Task<PluginProcess> StartAsync(
        string package, string path, string folder, string engineAddress, IReadOnlyDictionary<string, string> environment, TimeProvider time, CancellationToken cancellationToken)
    {
        var plugin = new PluginProcess(Start(package, path, folder, engineAddress, environment), time);
        try
        {
            plugin._errorOutput = plugin.ReadErrorsAsync();
            var line = await plugin._process.StandardOutput.ReadLineAsync(cancellationToken).AsTask().WaitAsync(StartGrace, time, cancellationToken);
            plugin.Port = PortIn(line) ?? throw plugin.Failure(package, path, line);
            plugin._output = plugin.DrainAsync();
            return plugin;
        }
        catch (TimeoutException)
        {
            await plugin.DisposeAsync();
            throw new ProviderException($"The provider plugin '{package}' ({path}) did not tell its port within {StartGrace.TotalSeconds:0} s.");
        }
        catch
        {
            await plugin.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await EndAsync();
        }

        await Task.WhenAll(_output, _errorOutput);
        _process.Dispose();
    }

    /// <summary>The port in the first line; a .NET plugin may have put the progress marks of a terminal around it.</summary>
    internal static int? PortIn(string? line)
    {
        var text = line ?? "";
        for (var start = text.IndexOf("\u001b]9;4;", StringComparison.Ordinal); start >= 0; start = text.IndexOf("\u001b]9;4;", StringComparison.Ordinal))
        {
            var end = text.AsSpan(start).IndexOfAny('\a', '\\');
            text = end < 0 ? text[..start] : text.Remove(start, end + 1);
        }

        return ushort.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0 ? port : null;
    }

    private static Process Start(string package, string path, string folder, string engineAddress, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };

        // A Ctrl-C on the terminal is the engine's to handle: the plugin gets a session of its own, and is told by Cancel.
        if (OperatingSystem.IsLinux() && File.Exists("/usr/bin/setsid"))
        {
            start.FileName = "/usr/bin/setsid";
            start.ArgumentList.Add(path);
        }
        else
        {
            start.FileName = path;
        }

        start.ArgumentList.Add(engineAddress);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            throw new ProviderException($"The provider plugin '{package}' ({path}) cannot be started: {e.Message}", e);
        }
    }

    private ProviderException Failure(string package, string path, string? line)
        => new($"The provider plugin '{package}' ({path}) {(line is null ? "ended before it told its port" : $"told '{line}' where its port was expected")}.{(Errors.Length > 0 ? $" It wrote: {Errors}" : "")}");

    private async Task EndAsync()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = Kill(_process.Id, Interrupt);
            try
            {
                await _process.WaitForExitAsync().WaitAsync(EndGrace, _time);
                return;
            }
            catch (TimeoutException)
            {
                // It had its time.
            }
        }

        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Later output is a log that nobody asked for; it must be read all the same, or the plugin would wait.</summary>
    private async Task DrainAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is not null)
        {
        }
    }

    private async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            lock (_errors)
            {
                _errors.AppendLine(line);
                if (_errors.Length > MostKept)
                {
                    _errors.Remove(0, _errors.Length - MostKept);
                }
            }
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);
}
