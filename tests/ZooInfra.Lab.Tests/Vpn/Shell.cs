using System.ComponentModel;
using System.Diagnostics;

namespace ZooInfra.Lab.Tests.Vpn;

/// <summary>Runs a tool to its end, with a deadline.</summary>
internal static class Shell
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    public static async Task<(int ExitCode, string Output, string Errors)> TryAsync(string tool, IEnumerable<string> arguments, string input = "")
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var limit = new CancellationTokenSource(Deadline);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{tool} {string.Join(' ', arguments)} did not end within {Deadline}.");
        }
    }

    public static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        var (exitCode, output, errors) = await TryAsync(tool, arguments);
        return exitCode == 0 ? output : throw new InvalidOperationException($"{tool} {string.Join(' ', arguments)}: exit code {exitCode}: {errors}");
    }

    /// <summary>Whether a tool is on the path.</summary>
    public static bool Has(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Append("/usr/sbin").Append("/sbin").Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, tool)));

    /// <summary>Whether a network namespace can be made here.</summary>
    public static bool MakesNamespaces()
    {
        if (!Environment.IsPrivilegedProcess || !Has("ip"))
        {
            return false;
        }

        try
        {
            using var process = Process.Start(new ProcessStartInfo("unshare", ["--net", "true"]) { RedirectStandardError = true });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
