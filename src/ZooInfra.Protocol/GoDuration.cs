using System.Globalization;

namespace ZooInfra.Protocol;

/// <summary>Durations as the engine writes them, in Go's syntax: <c>1h30m</c>, <c>300000000000ns</c>.</summary>
public static class GoDuration
{
    /// <summary>Reads a duration; null for an empty text.</summary>
    /// <exception cref="FormatException">It is not a duration.</exception>
    public static TimeSpan? Parse(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var total = 0m;
        for (var at = 0; at < text.Length;)
        {
            var unit = EndOf(text, at, isNumber: true);
            if (!decimal.TryParse(text.AsSpan(at, unit - at), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                throw Wrong(text);
            }

            at = EndOf(text, unit, isNumber: false);
            total += number * TicksOf(text[unit..at], text);
        }

        return total <= TimeSpan.MaxValue.Ticks ? TimeSpan.FromTicks((long)total) : throw Wrong(text);
    }

    private static int EndOf(string text, int at, bool isNumber)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.') == isNumber)
        {
            at++;
        }

        return at;
    }

    private static decimal TicksOf(string unit, string text) => unit switch
    {
        "ns" => 0.01m,
        "us" or "µs" or "μs" => TimeSpan.TicksPerMicrosecond,
        "ms" => TimeSpan.TicksPerMillisecond,
        "s" => TimeSpan.TicksPerSecond,
        "m" => TimeSpan.TicksPerMinute,
        "h" => TimeSpan.TicksPerHour,
        _ => throw Wrong(text),
    };

    private static FormatException Wrong(string text) => new($"'{text}' is not a duration such as 5m, 1h30m or 300000000000ns.");
}
