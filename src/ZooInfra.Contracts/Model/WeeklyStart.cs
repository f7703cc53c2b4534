using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>A time of one or several weekdays: <c>Mon, Wed 02:00 UTC</c>.</summary>
/// <param name="Days">The weekdays, in <paramref name="Zone"/>, Monday first, without repeats.</param>
/// <param name="Time">The wall-clock time.</param>
/// <param name="Zone">The IANA zone id.</param>
public readonly record struct WeeklyStart(EquatableArray<IsoDayOfWeek> Days, LocalTime Time, string Zone)
{
    private static readonly Regex Form = new(@"^(?<days>[A-Za-z ,]+?)\s+(?<time>[0-9]{1,2}:[0-9]{2})\s+(?<zone>\S+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>Reads weekdays, a time and an IANA zone; null for anything else.</summary>
    public static WeeklyStart? Parse(string text)
    {
        var match = Form.Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        // A window that ends when it starts lasts a day; its days, start and zone are the ones that are meant.
        var (days, time, zone) = (match.Groups["days"].Value, match.Groups["time"].Value, match.Groups["zone"].Value);
        return PatchWindowReader.ReadLine($"{days} {time}-{time} {zone}", out _) is { } window ? new(window.Days, window.Start, window.Zone) : null;
    }

    /// <summary>The start as people write it: <c>Mon, Wed 02:00 UTC</c>.</summary>
    public override string ToString()
        => string.Join(", ", Days.Select(day => day.ToString().Substring(0, 3))) + " " + Time.ToString("HH:mm", CultureInfo.InvariantCulture) + " " + Zone;
}
