using NodaTime;
using NodaTime.Text;

namespace ZooInfra.Contracts;

/// <summary>When a VPN peer ends: a day, which counts to its end in UTC, or an instant, as the provider reads it.</summary>
internal static class PeerEnd
{
    /// <summary>The last day, UTC, on which it is there; null for a text of neither form.</summary>
    public static LocalDate? LastDay(string text)
        => LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day
            : InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var end } ? (end - Duration.Epsilon).InUtc().Date
            : null;
}
