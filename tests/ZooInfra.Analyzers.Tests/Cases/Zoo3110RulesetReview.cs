using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo3110Overdue : RuleCase
{
    public override Rule Rule => RulesetReviewOverdue.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Regime(Regime.PciDss)]
            [Safeguard(SafeguardKind.RulesetReview, {|#0:Verified = "2026-05-24"|})]
            """,
    };

    public override string Message =>
        "The firewall rulesets of Acme Corp were last reviewed on 2026-05-24, 183 days before the build of 2026-11-23, and PCI DSS 1.2.7 asks for every six months, 183 days; review them";

    public override Text Clean => new()
    {
        Attributes = """
            [Regime(Regime.PciDss)]
            [Safeguard(SafeguardKind.RulesetReview, Verified = "2026-11-01")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Regime(Regime.PciDss)]
            [Safeguard(SafeguardKind.RulesetReview, Verified = "2026-05-24")]
            [Safeguard(SafeguardKind.RulesetReview, Verified = "2026-11-01")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Regime(Regime.PciDss)]
            [Safeguard(SafeguardKind.RulesetReview, {|#0:Verified = Reviews.Last|})]
            """,
        Elsewhere = "static class Reviews { public const string Last = \"2026-05-24\"; }",
    };
}

public sealed class Zoo3110DueSoon : RuleCase
{
    public override Rule Rule => RulesetReviewOverdue.Rule;

    public override RuleSeverity Severity => RuleSeverity.Warning;

    public override Text Broken => new()
    {
        Attributes = """
            [Regime(Regime.PciDss)]
            [Safeguard(SafeguardKind.RulesetReview, {|#0:Verified = "2026-06-26"|})]
            """,
    };

    public override string Message =>
        "The firewall rulesets of Acme Corp were last reviewed on 2026-06-26, 150 days before the build of 2026-11-23, and PCI DSS 1.2.7 asks for every six months, 183 days; review them by 2026-12-25";

    public override Text Clean => new()
    {
        Attributes = """
            [Regime(Regime.PciDss)]
            [Safeguard(SafeguardKind.RulesetReview, Verified = "2026-11-01")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Regime(Regime.PciDss)]
            [Safeguard(SafeguardKind.RulesetReview, Verified = "2026-06-27")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Regime(Regime.PciDss)]
            
            """,
        File = """
            client: Acme Corp
            safeguards:
              - kind: ruleset_review
                verified: {|#0:2026-06-26|}
            """,
    };
}

public sealed class Zoo3110NotStated : RuleCase
{
    public override Rule Rule => RulesetReviewOverdue.Rule;

    public override Text Broken => new()
    {
        Attributes = "[Regime({|#0:Regime.PciDss|})]",
    };

    public override string Message =>
        "Acme Corp is under PCI DSS and states no review of its firewall rulesets, which 1.2.7 asks for every six months; add [Safeguard(SafeguardKind.RulesetReview, Verified = \"2027-03-31\")] with the day of the last one";

    public override Text Clean => new()
    {
        Attributes = """
            [Regime(Regime.PciDss)]
            [Safeguard(SafeguardKind.RulesetReview, Verified = "2026-11-01")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = "[Regime(Regime.Nist80053)]",
    };

    public override Text Roundabout => new()
    {
        File = """
            client: Acme Corp
            regimes:
              - name: {|#0:pci_dss|}
            """,
    };
}
