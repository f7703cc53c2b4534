using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo3108TooShort : RuleCase
{
    public override Rule Rule => DocumentationKeptTooShort.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Regime(Regime.Hipaa)]
            [Safeguard(SafeguardKind.BusinessAssociateContract, Document = "BAA 1")]
            [Safeguard(SafeguardKind.Backup, Document = "Report 2", Every = "24h")]
            [Safeguard(SafeguardKind.DisasterRecovery, Document = "Plan 3")]
            [Safeguard(SafeguardKind.EncryptionAtRest, Document = "Report 4")]
            [Safeguard(SafeguardKind.EncryptionInTransit, Document = "Report 5")]
            [Safeguard(SafeguardKind.DocumentRetention, {|#0:KeepDays = 2190|})]
            """,
    };

    public override string Message =>
        "Acme Corp keeps documentation for 2190 days, and HIPAA asks for six years (45 CFR 164.316(b)(2)(i)); say KeepDays = 2192";

    public override Text Clean => new()
    {
        Attributes = """
            [Regime(Regime.Hipaa)]
            [Safeguard(SafeguardKind.BusinessAssociateContract, Document = "BAA 1")]
            [Safeguard(SafeguardKind.Backup, Document = "Report 2", Every = "24h")]
            [Safeguard(SafeguardKind.DisasterRecovery, Document = "Plan 3")]
            [Safeguard(SafeguardKind.EncryptionAtRest, Document = "Report 4")]
            [Safeguard(SafeguardKind.EncryptionInTransit, Document = "Report 5")]
            [Safeguard(SafeguardKind.DocumentRetention, KeepDays = 2192)]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Regime(Regime.Hipaa)]
            [Safeguard(SafeguardKind.BusinessAssociateContract, Document = "BAA 1")]
            [Safeguard(SafeguardKind.Backup, Document = "Report 2", Every = "24h")]
            [Safeguard(SafeguardKind.DisasterRecovery, Document = "Plan 3")]
            [Safeguard(SafeguardKind.EncryptionAtRest, Document = "Report 4")]
            [Safeguard(SafeguardKind.EncryptionInTransit, Document = "Report 5")]
            [Safeguard(SafeguardKind.DocumentRetention, KeepDays = 2191)]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Regime(Regime.Hipaa)]
            [Safeguard(SafeguardKind.BusinessAssociateContract, Document = "BAA 1")]
            [Safeguard(SafeguardKind.Backup, Document = "Report 2", Every = "24h")]
            [Safeguard(SafeguardKind.DisasterRecovery, Document = "Plan 3")]
            [Safeguard(SafeguardKind.EncryptionAtRest, Document = "Report 4")]
            [Safeguard(SafeguardKind.EncryptionInTransit, Document = "Report 5")]
            [Safeguard(SafeguardKind.DocumentRetention, {|#0:KeepDays = Years.Six * 365|})]
            """,
        Elsewhere = "static class Years { public const int Six = 6; }",
    };
}

public sealed class Zoo3108NotStated : RuleCase
{
    public override Rule Rule => DocumentationKeptTooShort.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Regime({|#0:Regime.Hipaa|})]
            [Safeguard(SafeguardKind.BusinessAssociateContract, Document = "BAA 1")]
            [Safeguard(SafeguardKind.Backup, Document = "Report 2", Every = "24h")]
            [Safeguard(SafeguardKind.DisasterRecovery, Document = "Plan 3")]
            [Safeguard(SafeguardKind.EncryptionAtRest, Document = "Report 4")]
            [Safeguard(SafeguardKind.EncryptionInTransit, Document = "Report 5")]
            """,
    };

    public override string Message =>
        "Acme Corp is under HIPAA and does not state how long documentation is kept (45 CFR 164.316(b)(2)(i)); add [Safeguard(SafeguardKind.DocumentRetention, KeepDays = 2192)], which is six years";

    public override Text Clean => new()
    {
        Attributes = """
            [Regime(Regime.Hipaa)]
            [Safeguard(SafeguardKind.BusinessAssociateContract, Document = "BAA 1")]
            [Safeguard(SafeguardKind.Backup, Document = "Report 2", Every = "24h")]
            [Safeguard(SafeguardKind.DisasterRecovery, Document = "Plan 3")]
            [Safeguard(SafeguardKind.EncryptionAtRest, Document = "Report 4")]
            [Safeguard(SafeguardKind.EncryptionInTransit, Document = "Report 5")]
            [Safeguard(SafeguardKind.DocumentRetention, KeepDays = 2192)]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = "[Regime(Regime.Nist80053)]",
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Safeguard(SafeguardKind.BusinessAssociateContract, Document = "BAA 1")]
            [Safeguard(SafeguardKind.Backup, Document = "Report 2", Every = "24h")]
            [Safeguard(SafeguardKind.DisasterRecovery, Document = "Plan 3")]
            [Safeguard(SafeguardKind.EncryptionAtRest, Document = "Report 4")]
            [Safeguard(SafeguardKind.EncryptionInTransit, Document = "Report 5")]
            """,
        File = """
            client: Acme Corp
            regimes:
              - name: {|#0:hipaa|}
                tier: 3
            """,
    };
}
