using System.Globalization;
using NodaTime;

namespace ZooInfra.Contracts;

/// <summary><c>exceptions</c>: the waivers that hold on a day, those that end soon marked. It changes every day, so it is written when it is asked.</summary>
public static class ExceptionsAnswer
{
    /// <summary>A waiver that has at most so many days left, its last day among them, ends soon.</summary>
    public const int SoonDays = 30;

    /// <summary>The waivers that hold on <paramref name="day"/>, the first to end first.</summary>
    public static IReadOnlyList<Waiver> LiveOn(TenantContract contract, LocalDate day)
        => [.. contract.Waivers.Where(waiver => waiver.Until >= day && !(waiver.Granted > day)).OrderBy(waiver => waiver.Until).ThenBy(waiver => waiver.Rule, StringComparer.Ordinal)];

    /// <summary>How many days are left after <paramref name="day"/> on which the waiver holds; 0 on its last.</summary>
    public static int DaysLeft(Waiver waiver, LocalDate day) => Period.Between(day, waiver.Until!.Value, PeriodUnits.Days).Days;

    /// <summary>The answer on <paramref name="day"/>: a waiver a line and in JSON, or that there is none.</summary>
    public static (string Text, string Json) On(TenantContract contract, LocalDate day)
    {
        var live = LiveOn(contract, day);
        return (
            live.Count == 0 ? "no exceptions" : string.Join("\n", live.Select(waiver => AnswerText.Columns(
                waiver.Rule, "until " + RuleText.Date(waiver.Until!.Value), waiver.Reason, waiver.ApprovedBy, waiver.Clause, EndsSoon(waiver, day) ? Ending(DaysLeft(waiver, day)) : "holds"))),
            AnswerValue.Record(
                ("as_of", AnswerValue.Of(day)),
                ("exceptions", AnswerValue.List(live, waiver => Json(waiver).With(
                    ("days_left", AnswerValue.Of(DaysLeft(waiver, day))),
                    ("ends_soon", AnswerValue.Of(EndsSoon(waiver, day))))))).ToJson());
    }

    internal static AnswerValue Json(Waiver waiver) => AnswerValue.Record(
        ("rule", AnswerValue.Of(waiver.Rule)),
        ("title", AnswerValue.Of(RuleBook.Find(waiver.Rule)?.Title)),
        ("reason", AnswerValue.Of(waiver.Reason)),
        ("approved_by", AnswerValue.Of(waiver.ApprovedBy)),
        ("requested_by", AnswerValue.Of(waiver.RequestedBy)),
        ("granted", AnswerValue.Of(waiver.Granted)),
        ("until", AnswerValue.Of(waiver.Until)),
        ("clause", AnswerValue.Of(waiver.Clause)),
        ("compensating", AnswerValue.Of(waiver.Compensating)),
        ("member", AnswerValue.Of(waiver.Member)));

    private static bool EndsSoon(Waiver waiver, LocalDate day) => DaysLeft(waiver, day) < SoonDays;

    private static string Ending(int days) => days switch
    {
        0 => "ends today",
        1 => "ends tomorrow",
        _ => $"ends in {days.ToString(CultureInfo.InvariantCulture)} days",
    };
}
