using System.Globalization;

namespace ZooInfra.Contracts;

/// <summary><c>compliance</c>: the regimes the client is under, what they mean for it in numbers, and the safeguards that no component shows.</summary>
internal static class ComplianceAnswer
{
    public static (string Text, AnswerValue Json)? Of(TenantContract contract)
    {
        if (contract.Regimes.Count == 0 && contract.RegimeTerms.Count == 0 && contract.Safeguards.Count == 0)
        {
            return null;
        }

        IEnumerable<string> lines =
        [
            .. contract.Regimes.Select(scope => AnswerText.Columns(
                "regime", ContractNames.TitleOf(scope.Regime), scope.Tier is { } tier ? "tier " + tier.ToString(CultureInfo.InvariantCulture) : null, scope.Clause)),
            .. contract.RegimeTerms.SelectMany(Terms),
            .. contract.Safeguards.Where(safeguard => safeguard.Kind is not null).Select(safeguard => AnswerText.Columns(
                "safeguard",
                Words.Of(safeguard.Kind!.Value).Replace('_', ' '),
                safeguard.Document ?? (safeguard.Decision is { } decision ? "decided: " + decision : null),
                safeguard.Verified is { } verified ? "verified " + RuleText.Date(verified) : "never verified")),
        ];
        return (string.Join("\n", lines), Json(contract));
    }

    public static AnswerValue Json(TenantContract contract) => AnswerValue.Record(
        ("regimes", AnswerValue.List(contract.Regimes, scope => AnswerValue.Record(
            ("regime", AnswerValue.Of(ContractNames.NameOf(scope.Regime))),
            ("title", AnswerValue.Of(ContractNames.TitleOf(scope.Regime))),
            ("tier", AnswerValue.Of(scope.Tier)),
            ("clause", AnswerValue.Of(scope.Clause))))),
        ("terms", AnswerValue.List(contract.RegimeTerms, term => AnswerValue.Record(
            ("regime", AnswerValue.Of(term.Regime is { } regime ? ContractNames.NameOf(regime) : null)),
            ("keep_logs_days", AnswerValue.Of(term.KeepLogsDays)),
            ("delete_logs_after_days", AnswerValue.Of(term.DeleteLogsAfterDays)),
            ("residency", term.Residency.Count == 0 ? AnswerValue.Nothing : AnswerValue.List(term.Residency)),
            ("patch_within_days", AnswerValue.Of(term.PatchWithinDays)),
            ("waiver_days", AnswerValue.Of(term.WaiverDays)),
            ("clause", AnswerValue.Of(term.Clause))))),
        ("safeguards", AnswerValue.List(contract.Safeguards, safeguard => AnswerValue.Record(
            ("kind", AnswerValue.Of(safeguard.Kind is { } kind ? Words.Of(kind) : null)),
            ("document", AnswerValue.Of(safeguard.Document)),
            ("every", AnswerValue.Of(safeguard.Every)),
            ("keep_days", AnswerValue.Of(safeguard.KeepDays)),
            ("verified", AnswerValue.Of(safeguard.Verified)),
            ("decision", AnswerValue.Of(safeguard.Decision))))));

    private static IEnumerable<string> Terms(RegimeTerm term)
    {
        var regime = term.Regime is { } known ? ContractNames.TitleOf(known) : "-";
        foreach (var (what, days) in new (string, int?)[]
        {
            ("logs are kept", term.KeepLogsDays),
            ("logs are deleted after", term.DeleteLogsAfterDays),
            ("patches are installed within", term.PatchWithinDays),
            ("a waiver lasts at most", term.WaiverDays),
        })
        {
            if (days is { } count)
            {
                yield return AnswerText.Columns("term", regime, $"{what} {RuleText.Days(count)}", term.Clause);
            }
        }

        if (term.Residency.Count > 0)
        {
            yield return AnswerText.Columns("term", regime, "data stays in " + RuleText.And(term.Residency), term.Clause);
        }
    }
}
