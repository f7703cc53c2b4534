using System.Globalization;

namespace ZooInfra.Contracts;

/// <summary><c>support_tier</c>, <c>penalties</c> and <c>escalation</c>: how the client is helped, what it gets back when a promise is broken, and who is told.</summary>
internal static class SupportAnswers
{
    public static (string Text, AnswerValue Json)? OfTiers(TenantContract contract)
        => contract.Supports.Count == 0 ? null : (
            string.Join("\n", contract.Supports.Select(support => AnswerText.Columns(support.Tier, support.Hours, support.Contact, support.Clause))),
            AnswerValue.Record(("support_tiers", TiersJson(contract))));

    public static (string Text, AnswerValue Json)? OfCredits(TenantContract contract)
        => contract.Credits.Count == 0 ? null : (
            string.Join("\n", Steps(contract).Select(step => AnswerText.Columns($"below {step.Below}", $"{RuleText.Number(step.Percent)} %"))),
            AnswerValue.Record(("penalties", CreditsJson(contract))));

    public static (string Text, AnswerValue Json)? OfEscalation(TenantContract contract)
        => contract.Escalations.Count == 0 ? null : (
            string.Join("\n", Levels(contract).Select(level => AnswerText.Columns(
                level.Level.ToString(CultureInfo.InvariantCulture), level.Contact, level.After is { } after ? $"after {after}" : "at once"))),
            AnswerValue.Record(("escalation", EscalationJson(contract))));

    public static AnswerValue TiersJson(TenantContract contract) => AnswerValue.List(contract.Supports, support => AnswerValue.Record(
        ("tier", AnswerValue.Of(support.Tier)),
        ("hours", AnswerValue.Of(support.Hours)),
        ("contact", AnswerValue.Of(support.Contact)),
        ("clause", AnswerValue.Of(support.Clause))));

    public static AnswerValue CreditsJson(TenantContract contract) => AnswerValue.List(Steps(contract), step => AnswerValue.Record(
        ("below", AnswerValue.Of(step.Below?.Percent)),
        ("percent", AnswerValue.Of(step.Percent))));

    public static AnswerValue EscalationJson(TenantContract contract) => AnswerValue.List(Levels(contract), level => AnswerValue.Record(
        ("level", AnswerValue.Of(level.Level)),
        ("contact", AnswerValue.Of(level.Contact)),
        ("after", AnswerValue.Of(level.After)),
        ("after_seconds", AnswerValue.Of(SlaAnswers.Seconds(level.After) ?? 0L))));

    private static IEnumerable<CreditStep> Steps(TenantContract contract) => contract.Credits.OrderByDescending(step => step.Below);

    private static IEnumerable<EscalationLevel> Levels(TenantContract contract) => contract.Escalations.OrderBy(level => level.Level);
}
