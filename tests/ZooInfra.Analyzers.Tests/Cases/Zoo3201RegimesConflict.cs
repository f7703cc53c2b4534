using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo3201LogsOfPci : RuleCase
{
    public override Rule Rule => RegimesConflict.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Regime(Regime.PciDss)]
            [Safeguard(SafeguardKind.RulesetReview, Verified = "2026-11-01")]
            [RegimeTerms(Regime.ClientPolicy, {|#0:DeleteLogsAfterDays = 90|}, Clause = "Privacy 3")]
            """,
    };

    public override string Message =>
        "At Acme Corp, client policy (clause Privacy 3) has logs deleted after 90 days, and PCI DSS 10.5.1 has them kept for 365; both cannot hold, so agree one: at least 365 days";

    public override Text Clean => new()
    {
        Attributes = """
            [Regime(Regime.PciDss)]
            [Safeguard(SafeguardKind.RulesetReview, Verified = "2026-11-01")]
            [RegimeTerms(Regime.ClientPolicy, DeleteLogsAfterDays = 400)]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Regime(Regime.PciDss)]
            [Safeguard(SafeguardKind.RulesetReview, Verified = "2026-11-01")]
            [RegimeTerms(Regime.ClientPolicy, DeleteLogsAfterDays = 365)]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Safeguard(SafeguardKind.RulesetReview, Verified = "2026-11-01")]
            [RegimeTerms(Regime.ClientPolicy, {|#0:DeleteLogsAfterDays = Logs.Days|}, Clause = "Privacy 3")]
            """,
        OtherAssembly = "public static class Logs { public const int Days = 90; }",
        File = """
            client: Acme Corp
            regimes:
              - name: pci_dss
            """,
    };
}

public sealed class Zoo3201LogsOfTerms : RuleCase
{
    public override Rule Rule => RegimesConflict.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [RegimeTerms(Regime.Hipaa, KeepLogsDays = 2190)]
            [RegimeTerms(Regime.ClientPolicy, {|#0:DeleteLogsAfterDays = 730|})]
            """,
    };

    public override string Message =>
        "At Acme Corp, client policy has logs deleted after 730 days, and HIPAA has them kept for 2190; both cannot hold, so agree one: at least 2190 days";

    public override Text Clean => new()
    {
        Attributes = """
            [RegimeTerms(Regime.Hipaa, KeepLogsDays = 365)]
            [RegimeTerms(Regime.ClientPolicy, DeleteLogsAfterDays = 730)]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [RegimeTerms(Regime.Hipaa, KeepLogsDays = 730)]
            [RegimeTerms(Regime.ClientPolicy, DeleteLogsAfterDays = 730)]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = "[RegimeTerms(Regime.ClientPolicy, {|#0:DeleteLogsAfterDays = 2 * 365|})]",
        File = """
            client: Acme Corp
            regime_terms:
              - regime: hipaa
                keep_logs_days: 2190
            """,
    };
}

public sealed class Zoo3201Residency : RuleCase
{
    public override Rule Rule => RegimesConflict.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [RegimeTerms(Regime.Hipaa, Residency = new[] { "US" })]
            [RegimeTerms(Regime.ClientPolicy, {|#0:Residency = new[] { "DE", "FR" }|})]
            """,
    };

    public override string Message =>
        "At Acme Corp, client policy has data only in DE and FR, and HIPAA only in US; no country is left in which it may be, so agree one for both";

    public override Text Clean => new()
    {
        Attributes = """
            [RegimeTerms(Regime.Hipaa, Residency = new[] { "US" })]
            [RegimeTerms(Regime.ClientPolicy, Residency = new[] { "DE", "US" })]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [RegimeTerms(Regime.Hipaa, Residency = new[] { "us" })]
            [RegimeTerms(Regime.ClientPolicy, Residency = new[] { "US" })]
            [RegimeTerms(Regime.PciDss, KeepLogsDays = 400)]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [RegimeTerms(Regime.Hipaa, Residency = new[] { Countries.Home })]
            [RegimeTerms(Regime.ClientPolicy, {|#0:Residency = new[] { "DE", "FR" }|})]
            """,
        Elsewhere = "static class Countries { public const string Home = \"US\"; }",
    };
}

public sealed class Zoo3201ResidencyOfThree : RuleCase
{
    public override Rule Rule => RegimesConflict.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [RegimeTerms(Regime.Hipaa, Residency = new[] { "US", "CA" })]
            [RegimeTerms(Regime.PciDss, Residency = new[] { "CA", "DE" })]
            [RegimeTerms(Regime.ClientPolicy, {|#0:Residency = new[] { "DE", "US" }|})]
            """,
    };

    public override string Message =>
        "At Acme Corp, client policy has data only in DE and US, and HIPAA only in US and CA and PCI DSS only in CA and DE; no country is left in which it may be, so agree one for all";

    public override Text Clean => new()
    {
        Attributes = """
            [RegimeTerms(Regime.Hipaa, Residency = new[] { "US", "CA" })]
            [RegimeTerms(Regime.PciDss, Residency = new[] { "CA", "DE" })]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [RegimeTerms(Regime.Hipaa, Residency = new[] { "US", "CA" })]
            [RegimeTerms(Regime.PciDss, Residency = new[] { "CA", "DE" })]
            [RegimeTerms(Regime.ClientPolicy, Residency = new[] { "CA" })]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [RegimeTerms(Regime.ClientPolicy, {|#0:Residency = new[] { "DE", "US" }|})]
            """,
        File = """
            client: Acme Corp
            regime_terms:
              - regime: hipaa
                residency: [US, CA]
              - regime: pci_dss
                residency: [CA, DE]
            """,
    };
}
