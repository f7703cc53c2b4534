namespace ZooInfra.Contracts;

/// <summary>ZOO3108: a HIPAA client whose documentation is not kept for six years.</summary>
public static class DocumentationKeptTooShort
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO3108",
        "HIPAA documentation is kept for less than six years",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Regimes,
        new([Control.Hipaa("164.316(b)(2)(i)"), Control.Nist("SI-12")]))
    {
        HasFix = true,
    };

    /// <summary>Six years have one or two leap days: a stated time below this is too short in any, and <see cref="EnoughDays"/> is enough in all.</summary>
    private const int FewestDays = 2191;

    private const int EnoughDays = 2192;

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        if (SafeguardDuty.PlaceOf(Regime.Hipaa, client.Contract) is not { } place)
        {
            return;
        }

        verdicts.Judged(Rule);
        var name = client.Contract.Name;
        if (client.Contract.Safeguards.FirstOrDefault(safeguard => safeguard.Kind == SafeguardKind.DocumentRetention) is not { } kept)
        {
            verdicts.Violated(Rule.Finding(
                place,
                $"{name} is under HIPAA and does not state how long documentation is kept (45 CFR 164.316(b)(2)(i)); add [Safeguard(SafeguardKind.DocumentRetention, KeepDays = {EnoughDays})], which is six years"));
        }
        else if (kept.KeepDays is not >= FewestDays)
        {
            verdicts.Violated(Rule.Finding(
                kept.Path + ".keep_days",
                kept.KeepDays is { } days
                    ? $"{name} keeps documentation for {RuleText.Days(days)}, and HIPAA asks for six years (45 CFR 164.316(b)(2)(i)); say KeepDays = {EnoughDays}"
                    : $"{name} does not state for how many days documentation is kept, and HIPAA asks for six years (45 CFR 164.316(b)(2)(i)); say KeepDays = {EnoughDays}") with
            {
                Fix = RuleFix.Set("KeepDays", $"{EnoughDays}", $"Keep it for {EnoughDays} days, six years"),
            });
        }
    }
}
