using System.Globalization;

namespace ZooInfra.Contracts;

/// <summary><c>sla/diff</c>: what changes from one version of the promise to another.</summary>
public static class SlaDiffAnswer
{
    /// <summary>The changes, one a line and in JSON, or that there is none.</summary>
    public static (string Text, string Json) Of(ContractVersion<SlaPromise> from, ContractVersion<SlaPromise> to)
    {
        var changes = SlaDifference.Of(from.Value, to.Value);
        return (
            changes.Count == 0
                ? string.Format(CultureInfo.InvariantCulture, "versions {0} and {1} promise the same", from.Number, to.Number)
                : string.Join("\n", changes.Select(change => AnswerText.OneLine(change.Words))),
            AnswerValue.Record(
                ("from", AnswerValue.Of(from.Number)),
                ("to", AnswerValue.Of(to.Number)),
                ("changes", AnswerValue.List(changes, change => AnswerValue.Record(
                    ("fact", AnswerValue.Of(change.Fact)),
                    ("from", AnswerValue.Of(change.From)),
                    ("to", AnswerValue.Of(change.To)),
                    ("direction", AnswerValue.Of(Words.Of(change.Direction))),
                    ("words", AnswerValue.Of(change.Words)),
                    ("allowed_minutes_a_month", AnswerValue.Of(change.AllowedMinutesAMonth)),
                    ("seconds", AnswerValue.Of(change.Seconds)))))).ToJson());
    }
}
