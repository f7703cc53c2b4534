using System.ComponentModel;
using System.Diagnostics;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Backends.Nftables;

/// <summary>Runs <c>nft</c>, in a network namespace when one is named.</summary>
/// <param name="networkNamespace">The namespace; null for that of this process.</param>
internal sealed class NftCommand(string? networkNamespace)
{
    private const int LongestMessage = 300;

    /// <summary>Where the command acts, for messages.</summary>
    public string Where => networkNamespace is null ? "the kernel" : $"the network namespace {networkNamespace}";

    /// <summary>Runs it and answers what it wrote.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="script">What it reads; null for nothing.</param>
    /// <param name="cancellationToken">Ends the process, too. A transaction that it has handed to the kernel by then is done or not done as a whole.</param>
    /// <exception cref="ProviderException">It is missing or failed.</exception>
    public async Task<string> RunAsync(IReadOnlyList<string> arguments, string? script, CancellationToken cancellationToken)
    {
        string[] line = networkNamespace is null ? ["nft", .. arguments] : ["ip", "netns", "exec", networkNamespace, "nft", .. arguments];
        using var process = Start(line);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await WriteAsync(process, script, cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? await output : throw Failed(await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private static Process Start(string[] line)
    {
        var start = new ProcessStartInfo(line[0], line[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };

        // Tools for administrators are often not on the path of other users.
        start.Environment["PATH"] = $"{start.Environment["PATH"]}:/usr/sbin:/sbin";
        start.Environment["LC_ALL"] = "C";
        start.FileName = start.Environment["PATH"]!.Split(':').Select(folder => Path.Combine(folder, line[0])).FirstOrDefault(File.Exists)
            ?? throw new ProviderException($"The backend nftables needs the command {line[0]} (Debian package {(line[0] == "nft" ? "nftables" : "iproute2")}), which is not installed. Nothing was changed.");
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new ProviderException($"{start.FileName} cannot be started: {exception.Message}. Nothing was changed.", exception);
        }
    }

    private static async Task WriteAsync(Process process, string? script, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.WriteAsync(script.AsMemory(), cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read all; its exit code and message say why.
        }
    }

    private ProviderException Failed(string errors)
    {
        var first = errors.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "it gave no reason";
        var shown = first.Length > LongestMessage ? $"{first[..LongestMessage]}…" : first;
        var hint = errors.Contains("Operation not permitted", StringComparison.Ordinal) ? " It needs root, or the capability CAP_NET_ADMIN." : "";
        return new($"nft in {Where} failed: {shown}.{hint} Nothing was changed.");
    }
}
