using System.Diagnostics;

namespace ZooInfra.Lab.Tests.Identity;

/// <summary>OpenLDAP's programs, as Debian installs them.</summary>
internal static class SlapdTools
{
    public const string Schemas = "/etc/ldap/schema";
    public const string Modules = "/usr/lib/ldap";

    public static string? Missing { get; } = new[] { "slapd", "slapadd", "slapcat", "ldapmodify", "ldapsearch" }.FirstOrDefault(tool => Path(tool) is null);

    public static string? Path(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator).Append("/usr/sbin")
        .Select(folder => System.IO.Path.Combine(folder, tool))
        .FirstOrDefault(File.Exists);

    /// <summary>Runs a program to its end, with a text as its input; answers its exit code and all it said.</summary>
    public static async Task<(int ExitCode, string Said)> RunAsync(string tool, IEnumerable<string> arguments, string input = "")
    {
        using var process = Process.Start(new ProcessStartInfo(Path(tool)!, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
