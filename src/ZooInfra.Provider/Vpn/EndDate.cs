using NodaTime.Text;

namespace ZooInfra.Provider.Vpn;

/// <summary>When something ends: a day, which counts to its last instant in UTC, or an instant.</summary>
internal static class EndDate
{
    /// <summary>What is accepted, for messages.</summary>
    public const string Forms = "a day such as 2027-03-31 (to its end, UTC) or an instant such as 2027-03-31T16:00:00Z";

    /// <summary>The first instant at which it is over; null for a text that is none of both forms.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day })
        {
            return day == NodaTime.LocalDate.MaxIsoValue ? null : day.PlusDays(1).AtMidnight().InUtc().ToDateTimeOffset();
        }

        return InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var instant } ? instant.ToDateTimeOffset() : null;
    }

    /// <summary>Whether it is over.</summary>
    public static bool HasPassed(string text, TimeProvider time) => Parse(text) is { } end && time.GetUtcNow() >= end;
}
