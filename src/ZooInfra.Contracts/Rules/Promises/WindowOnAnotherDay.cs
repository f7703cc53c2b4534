using System.Globalization;
using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>ZOO1011: a window whose weekday is another one where the client lives (domain facts, section 0).</summary>
public static class WindowOnAnotherDay
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO1011",
        "Patch window begins on another weekday where the client lives",
        "The patch window {0} of {1} begins on {2} at {3} in {4}, where the client lives; if {5} is meant there, state the days and hours in that zone",
        RuleSeverity.Warning,
        RuleFamily.Promises,
        new([Control.Nist("MA-2")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        if (client.Contract.Zone is not { } home)
        {
            return;
        }

        var zone = DateTimeZoneProviders.Tzdb[home];
        var (start, end) = WindowSpans.YearOf(client);
        for (var index = 0; index < client.Contract.PatchWindows.Count; index++)
        {
            verdicts.Judged(Rule);
            var window = client.Contract.PatchWindows[index];
            var elsewhere = WindowSpans.Of(window, start, end).OrderBy(span => span.Start)
                .Select(span => (span.Day, Home: Instant.FromUnixTimeTicks(span.Start).InZone(zone)))
                .FirstOrDefault(begin => begin.Home.Date != begin.Day);
            if (elsewhere != default)
            {
                verdicts.Violated(
                    Rule,
                    FactPath.WindowDays(index),
                    window.ToString(),
                    client.Contract.Name,
                    RuleText.Date(elsewhere.Day),
                    elsewhere.Home.ToString("ddd HH:mm", CultureInfo.InvariantCulture),
                    home,
                    elsewhere.Day.ToString("ddd", CultureInfo.InvariantCulture));
            }
        }
    }
}
