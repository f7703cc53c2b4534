using System.Diagnostics;

namespace ZooInfra.Provider.Tests;

/// <summary>A fact that needs BIND's named-checkzone.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NamedCheckzoneFactAttribute : FactAttribute
{
    public NamedCheckzoneFactAttribute()
    {
        if (NamedCheckzone.Path is null)
        {
            Skip = "skipped, because named-checkzone (Debian bind9-utils) is not installed";
        }
    }
}

internal static class NamedCheckzone
{
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .Append("/usr/sbin")
        .Select(folder => System.IO.Path.Combine(folder, "named-checkzone"))
        .FirstOrDefault(File.Exists);

    /// <summary>Loads a zone file as a server would, without asking the network; answers the zone as BIND understood it.</summary>
    public static async Task<string> RequireGoodAsync(string zone, string file)
    {
        // -D writes the zone in canonical form to standard output.
        using var process = Process.Start(new ProcessStartInfo(Path!, ["-i", "local", "-D", "-o", "-", zone, file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"named-checkzone: {await output}{await errors}\n{await File.ReadAllTextAsync(file)}");
        return await output;
    }
}
