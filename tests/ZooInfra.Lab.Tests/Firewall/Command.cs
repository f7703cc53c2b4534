using System.Diagnostics;

namespace ZooInfra.Lab.Tests.Firewall;

/// <summary>Runs commands of the system.</summary>
internal static class Command
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The first that is not installed.</summary>
    public static string? Missing(params string[] names)
        => names.FirstOrDefault(name => !$"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/sbin".Split(':').Any(folder => File.Exists(Path.Combine(folder, name))));

    /// <summary>Runs a command that must succeed; answers what it wrote.</summary>
    public static async Task<string> RunAsync(string line, string? input = null)
    {
        var (code, output, errors) = await TryAsync(line, input);
        Assert.True(code == 0, $"{line}: {output}{errors}");
        return output;
    }

    /// <summary>Runs a command, given as words with single spaces between.</summary>
    public static async Task<(int Code, string Output, string Errors)> TryAsync(string line, string? input = null)
    {
        var words = line.Split(' ');
        var start = new ProcessStartInfo(words[0], words[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] += ":/usr/sbin:/sbin";
        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var errors = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.StandardInput.WriteAsync(input.AsMemory(), deadline.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
