using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo3202Pci : RuleCase
{
    public override Rule Rule => PatchTooSlow.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Regime(Regime.PciDss)]
            [Safeguard(SafeguardKind.RulesetReview, Verified = "2026-11-01")]
            [PatchFlow("monthly", {|#0:Every = "90d"|})]
            """,
    };

    public override string Message =>
        "The patch flow 'monthly' of Acme Corp runs every 90d, and PCI DSS 6.3.3 has critical patches installed within 31 days; Every = \"31d\" is the longest that keeps it";

    public override Text Clean => new()
    {
        Attributes = """
            [Regime(Regime.PciDss)]
            [Safeguard(SafeguardKind.RulesetReview, Verified = "2026-11-01")]
            [PatchFlow("monthly", Every = "7d")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Regime(Regime.PciDss)]
            [Safeguard(SafeguardKind.RulesetReview, Verified = "2026-11-01")]
            [PatchFlow("monthly", Every = "31d")]
            [PatchFlow("by hand")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Safeguard(SafeguardKind.RulesetReview, Verified = "2026-11-01")]
            [PatchFlow("monthly", {|#0:Every = Flows.Quarterly|})]
            """,
        OtherAssembly = "public static class Flows { public const string Quarterly = \"P90D\"; }",
        File = """
            client: Acme Corp
            regimes:
              - name: pci-dss
            """,
    };
}

public sealed class Zoo3202Terms : RuleCase
{
    public override Rule Rule => PatchTooSlow.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Regime(Regime.PciDss)]
            [Safeguard(SafeguardKind.RulesetReview, Verified = "2026-11-01")]
            [RegimeTerms(Regime.ClientPolicy, PatchWithinDays = 14, Clause = "Policy 2")]
            [PatchFlow("monthly", {|#0:Every = "15d"|})]
            """,
    };

    public override string Message =>
        "The patch flow 'monthly' of Acme Corp runs every 15d, and client policy (clause Policy 2) has critical patches installed within 14 days; Every = \"14d\" is the longest that keeps it";

    public override Text Clean => new()
    {
        Attributes = """
            [Regime(Regime.PciDss)]
            [Safeguard(SafeguardKind.RulesetReview, Verified = "2026-11-01")]
            [RegimeTerms(Regime.ClientPolicy, PatchWithinDays = 14)]
            [PatchFlow("monthly", Every = "14d")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [PatchFlow("monthly", Every = "365d")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Regime(Regime.PciDss)]
            [Safeguard(SafeguardKind.RulesetReview, Verified = "2026-11-01")]
            [RegimeTerms(Regime.ClientPolicy, PatchWithinDays = 2 * 7, Clause = "Policy 2")]
            """,
        File = """
            client: Acme Corp
            patch_flows:
              - name: monthly
                every: {|#0:15d|}
            """,
    };
}

public sealed class Zoo3202Proposed : RuleCase
{
    public override Rule Rule => PatchTooSlow.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Regime(Regime.HipaaProposed2025)]
            [Safeguard(SafeguardKind.Backup, Every = "24h")]
            [PatchFlow("monthly", {|#0:Every = "30d"|})]
            """,
    };

    public override string Message =>
        "The patch flow 'monthly' of Acme Corp runs every 30d, and the proposed HIPAA rule (90 FR 898) has critical patches installed within 15 days; Every = \"15d\" is the longest that keeps it";

    public override Text Clean => new()
    {
        Attributes = """
            [Regime(Regime.HipaaProposed2025)]
            [Safeguard(SafeguardKind.Backup, Every = "24h")]
            [PatchFlow("monthly", Every = "7d")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Regime(Regime.HipaaProposed2025)]
            [Safeguard(SafeguardKind.Backup, Every = "24h")]
            [PatchFlow("monthly", Every = "15d")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Regime(Regime.HipaaProposed2025)]
            [Safeguard(SafeguardKind.Backup, Every = "24h")]
            [PatchFlow("monthly", {|#0:Every = "PT720H"|})]
            """,
        Elsewhere = "static class Unused;",
    };
}
