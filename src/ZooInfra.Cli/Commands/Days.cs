using System.Globalization;

namespace ZooInfra.Cli.Commands;

/// <summary>Days and instants as people give them to a command.</summary>
internal static class Days
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <summary>A day (<c>2027-03-31</c>, its first instant in UTC) or an instant (<c>2027-03-31T12:00:00Z</c>).</summary>
    /// <exception cref="CliException">The text is neither.</exception>
    public static DateTimeOffset Parse(string text, string option)
        => DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK"], CultureInfo.InvariantCulture, Utc, out var instant)
            ? instant
            : throw new CliException(ExitCode.Usage, $"{option} takes a day like 2027-03-31 or an instant like 2027-03-31T12:00:00Z, not '{text}'.");
}
