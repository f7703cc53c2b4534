using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ZooInfra.Api.Bench;

/// <summary>What <c>wrk</c> measured in one slice.</summary>
/// <param name="PerSecond">Requests a second.</param>
/// <param name="P99">The 99th percentile of latency, in milliseconds.</param>
/// <param name="Errors">Answers that were not 2xx or 3xx, and broken connections.</param>
internal sealed partial record Load(double PerSecond, double P99, int Errors)
{
    private const int Connections = 32;

    public static async Task<Load> OnAsync(Server server, string token, int seconds)
    {
        var start = new ProcessStartInfo("wrk", ["-t1", $"-c{Connections}", $"-d{seconds}s", "--latency", "-H", $"Authorization: Bearer {token}", $"{server.Url}/client/acme_corp/sla"]) { RedirectStandardOutput = true };
        using var wrk = Process.Start(start)!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var errors = Failed().Matches(output).Sum(match => match.Groups[1].Value.Split(',').Sum(part => int.Parse(Digits().Match(part).Value, CultureInfo.InvariantCulture)));
        return new(Number(Rate().Match(output).Groups[1].Value), Milliseconds(Percentile().Match(output)), errors);
    }

    private static double Milliseconds(Match match) => Number(match.Groups[1].Value) * match.Groups[2].Value switch { "us" => 0.001, "ms" => 1, "s" => 1000, var unit => throw new InvalidOperationException($"wrk says '{unit}'.") };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Percentile();

    [GeneratedRegex(@"(?:Non-2xx or 3xx responses|Socket errors): ?(.*)")]
    private static partial Regex Failed();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
