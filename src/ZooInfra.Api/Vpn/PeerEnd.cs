using System.Globalization;

namespace ZooInfra.Api.Vpn;

/// <summary>When a peer ends: a day, which counts to its last instant in UTC, or an instant with Z. The provider reads it in the same way.</summary>
internal static class PeerEnd
{
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <summary>The first instant at which it is over; null for a text that is none of both forms.</summary>
    public static DateTimeOffset? Of(string text)
        => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? EndOf(day)
            : DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant
            : null;

    /// <summary>An instant as a text, to the second.</summary>
    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString(Instants[0], CultureInfo.InvariantCulture);

    /// <summary>How many days are left, a begun one counted; 0 when it is over.</summary>
    public static int DaysLeft(string until, DateTimeOffset now) => Of(until) is { } end && end > now ? (int)Math.Ceiling((end - now).TotalDays) : 0;

    private static DateTimeOffset? EndOf(DateOnly day) => day == DateOnly.MaxValue ? null : new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
}
