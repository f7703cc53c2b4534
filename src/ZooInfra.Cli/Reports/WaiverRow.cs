using System.Globalization;
using NodaTime;
using ZooInfra.Contracts;
using ZooInfra.Rules;

namespace ZooInfra.Cli.Reports;

/// <summary>One granted exception in the report of a client.</summary>
/// <param name="Waiver">The waiver.</param>
/// <param name="DaysLeft">For how many days it holds after the day of the report; negative when it has ended, null when it states no end.</param>
/// <param name="State">What it does now: <c>in force</c>, <c>ended</c>, <c>not granted yet</c>, <c>excepts from nothing</c>.</param>
internal sealed record WaiverRow(Waiver Waiver, int? DaysLeft, string State)
{
    public static WaiverRow Of(Waiver waiver, PlanVerdicts verdicts)
    {
        var days = waiver.Until is { } until ? Period.Between(verdicts.Today, until, PeriodUnits.Days).Days : (int?)null;
        var excepts = verdicts.Findings.Count(finding => finding.Waiver == waiver);
        var state = excepts > 0 ? string.Create(CultureInfo.InvariantCulture, $"in force, excepts from {excepts} finding{(excepts == 1 ? "" : "s")}")
            : days < 0 ? "ended"
            : waiver.Granted > verdicts.Today ? "not granted yet"
            : "excepts from nothing";
        return new(waiver, days, state);
    }
}
