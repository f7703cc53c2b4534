using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Backends.WireGuard;

/// <summary>Runs <c>ip</c>, <c>wg</c> and <c>wireguard-go</c> in a network namespace. Secrets go through standard input only, never through arguments.</summary>
/// <param name="networkNamespace">The namespace; null for the one that the provider runs in.</param>
internal sealed class Tools(string? networkNamespace)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Runs <c>ip</c>.</summary>
    public Task<Answer> IpAsync(CancellationToken cancellationToken, params IReadOnlyList<string> arguments)
        => RunAsync("ip", networkNamespace is null ? arguments : ["-n", networkNamespace, .. arguments], "", cancellationToken);

    /// <summary>Runs several <c>ip</c> commands, one a line; the first that fails ends it.</summary>
    public Task<Answer> IpBatchAsync(IEnumerable<string> commands, CancellationToken cancellationToken)
        => RunAsync("ip", networkNamespace is null ? ["-batch", "-"] : ["-n", networkNamespace, "-batch", "-"], string.Join('\n', commands) + "\n", cancellationToken);

    /// <summary>Runs <c>wg</c>.</summary>
    public Task<Answer> WgAsync(string input, CancellationToken cancellationToken, params IReadOnlyList<string> arguments) => InsideAsync("wg", arguments, input, cancellationToken);

    /// <summary>Starts <c>wireguard-go</c>, which goes into the background by itself and ends with its interface.</summary>
    public Task<Answer> WireGuardGoAsync(string device, CancellationToken cancellationToken) => InsideAsync("wireguard-go", [device], "", cancellationToken);

    private Task<Answer> InsideAsync(string tool, IReadOnlyList<string> arguments, string input, CancellationToken cancellationToken)
        => networkNamespace is null ? RunAsync(tool, arguments, input, cancellationToken) : RunAsync("ip", ["netns", "exec", networkNamespace, tool, .. arguments], input, cancellationToken);

    private static async Task<Answer> RunAsync(string tool, IReadOnlyList<string> arguments, string input, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = Start(tool, arguments) };
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            throw new ProviderException($"'{tool}' cannot be started. Install it on this machine (Debian: iproute2, wireguard-tools, wireguard-go) and run as root. Nothing was changed.", exception);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await WriteAsync(process, input, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new(process.ExitCode, await output, Shown(await errors, input));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new ProviderException(string.Create(
                CultureInfo.InvariantCulture, $"'{tool} {arguments[0]}' did not end within {Patience.TotalSeconds:0} seconds and was stopped. Run a refresh to see what was done, then the update again."));
        }
    }

    private static ProcessStartInfo Start(string tool, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C";

        // wg would try for minutes to find an endpoint's name.
        start.Environment["WG_ENDPOINT_RESOLUTION_RETRIES"] = "1";
        start.Environment.Remove("WG_HIDE_KEYS");
        return start;
    }

    private static async Task WriteAsync(Process process, string input, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading; its exit code says why.
        }
    }

    // A tool that cannot read a key repeats it.
    private static string Shown(string errors, string input)
    {
        var secret = input.Trim();
        return (secret.Length == 0 ? errors : errors.Replace(secret, "…", StringComparison.Ordinal)).Trim();
    }

    /// <summary>What a tool answered.</summary>
    /// <param name="ExitCode">0 when it is content.</param>
    /// <param name="Output">May hold keys; never for messages.</param>
    /// <param name="Errors">For messages.</param>
    internal sealed record Answer(int ExitCode, string Output, string Errors)
    {
        /// <summary>The answer of a tool that succeeded.</summary>
        /// <exception cref="ProviderException">It failed.</exception>
        public Answer Require(string what)
            => ExitCode == 0 ? this : throw new ProviderException($"{what} failed: {(Errors.Length == 0 ? $"exit code {ExitCode}" : Errors.ReplaceLineEndings(" "))}.{Advice}");

        private string Advice => Errors.Contains("not permitted", StringComparison.Ordinal) || Errors.Contains("Permission denied", StringComparison.Ordinal)
            ? " Run as root, or with CAP_NET_ADMIN."
            : "";
    }
}
