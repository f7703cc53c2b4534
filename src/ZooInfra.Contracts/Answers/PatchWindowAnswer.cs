using System.Globalization;

namespace ZooInfra.Contracts;

/// <summary><c>patch_window</c>: when systems may be changed.</summary>
internal static class PatchWindowAnswer
{
    public static (string Text, AnswerValue Json)? Of(TenantContract contract)
        => contract.PatchWindows.Count == 0 ? null : (
            string.Join("\n", contract.PatchWindows.Select(window => window.MaxDowntime is { } most ? AnswerText.Columns(window.ToString(), $"at most {most} of downtime") : window.ToString())),
            AnswerValue.Record(("patch_windows", Json(contract)), ("calendar", AnswerValue.Of($"/client/{contract.Id}/patch_window.ics"))));

    public static AnswerValue Json(TenantContract contract) => AnswerValue.List(contract.PatchWindows, Json);

    public static AnswerValue Json(PatchWindow window) => AnswerValue.Record(
        ("days", AnswerValue.List(window.Days, day => AnswerValue.Of(day.ToString().Substring(0, 3)))),
        ("start", AnswerValue.Of(window.Start.ToString("HH:mm", CultureInfo.InvariantCulture))),
        ("end", AnswerValue.Of(window.End.ToString("HH:mm", CultureInfo.InvariantCulture))),
        ("zone", AnswerValue.Of(window.Zone)),
        ("max_downtime", AnswerValue.Of(window.MaxDowntime)),
        ("max_downtime_seconds", AnswerValue.Of(SlaAnswers.Seconds(window.MaxDowntime))));
}
