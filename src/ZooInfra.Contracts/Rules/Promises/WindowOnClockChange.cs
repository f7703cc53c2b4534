using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace ZooInfra.Contracts;

/// <summary>ZOO1010: a window starts or ends at a time that the clock of its zone skips or shows twice, once in the year to come.</summary>
public static class WindowOnClockChange
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO1010",
        "Patch window starts or ends while clocks change",
        "The patch window {0} of {1} {2} at {3} on {4}, a time that the clock there {5} that day, so it lasts {6} and not {7}; agree hours that no clock change meets, or a window in UTC",
        RuleSeverity.Warning,
        RuleFamily.Promises,
        new([Control.Nist("MA-2")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        var (start, end) = WindowSpans.YearOf(client);
        for (var index = 0; index < client.Contract.PatchWindows.Count; index++)
        {
            verdicts.Judged(Rule);
            var window = client.Contract.PatchWindows[index];
            if (First(window, start, end) is var (mapping, isStart, span))
            {
                verdicts.Violated(
                    Rule,
                    FactPath.WindowHours(index),
                    window.ToString(),
                    client.Contract.Name,
                    isStart ? "starts" : "ends",
                    mapping.LocalDateTime.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture),
                    RuleText.Date(mapping.LocalDateTime.Date),
                    mapping.Count == 0 ? "skips" : "shows twice",
                    RuleText.Length(span.Length),
                    RuleText.Length(AgreedLength(window)));
            }
        }
    }

    private static Duration AgreedLength(PatchWindow window)
        => WindowSpans.End(window, new(2026, 1, 1)).Minus(new LocalDate(2026, 1, 1).At(window.Start)).ToDuration();

    private static (ZoneLocalMapping Mapping, bool IsStart, TimeSpanTicks Span)? First(PatchWindow window, long start, long end)
    {
        var zone = DateTimeZoneProviders.Tzdb[window.Zone];
        var agreed = AgreedLength(window);

        // A window that ends where the clock is put forward ends at that very instant, and is as long as agreed.
        foreach (var span in WindowSpans.Of(window, start, end).Where(span => span.Start >= start && span.Length != agreed).OrderBy(span => span.Start))
        {
            foreach (var (local, isStart) in new[] { (span.Day.At(window.Start), true), (WindowSpans.End(window, span.Day), false) })
            {
                if (zone.MapLocal(local) is { Count: not 1 } mapping)
                {
                    return (mapping, isStart, span);
                }
            }
        }

        return null;
    }
}
