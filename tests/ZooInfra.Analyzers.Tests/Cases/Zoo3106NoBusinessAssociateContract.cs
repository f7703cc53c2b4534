using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo3106NotStated : RuleCase
{
    public override Rule Rule => NoBusinessAssociateContract.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Regime({|#0:Regime.Hipaa|})]
            [Safeguard(SafeguardKind.Backup, Document = "Report 2", Every = "24h")]
            [Safeguard(SafeguardKind.DisasterRecovery, Document = "Plan 3")]
            [Safeguard(SafeguardKind.EncryptionAtRest, Document = "Report 4")]
            [Safeguard(SafeguardKind.EncryptionInTransit, Document = "Report 5")]
            [Safeguard(SafeguardKind.DocumentRetention, KeepDays = 2192)]
            """,
    };

    public override string Message =>
        "Acme Corp is under HIPAA and does not state a business associate contract (45 CFR 164.308(b)(1)); add [Safeguard(SafeguardKind.BusinessAssociateContract, Document = \"what proves it\")]";

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
            [Safeguard(SafeguardKind.Backup, Document = "Report 2", Every = "24h")]
            [Safeguard(SafeguardKind.DisasterRecovery, Document = "Plan 3")]
            [Safeguard(SafeguardKind.EncryptionAtRest, Document = "Report 4")]
            [Safeguard(SafeguardKind.EncryptionInTransit, Document = "Report 5")]
            [Safeguard(SafeguardKind.DocumentRetention, KeepDays = 2192)]
            """,
        File = """
            client: Acme Corp
            regimes:
              - name: {|#0:hipaa|}
                tier: 3
            """,
    };
}

public sealed class Zoo3106DecidedAgainst : RuleCase
{
    public override Rule Rule => NoBusinessAssociateContract.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Regime(Regime.Hipaa)]
            [Safeguard(SafeguardKind.Backup, Document = "Report 2", Every = "24h")]
            [Safeguard(SafeguardKind.DisasterRecovery, Document = "Plan 3")]
            [Safeguard(SafeguardKind.EncryptionAtRest, Document = "Report 4")]
            [Safeguard(SafeguardKind.EncryptionInTransit, Document = "Report 5")]
            [Safeguard(SafeguardKind.DocumentRetention, KeepDays = 2192)]
            [{|#0:Safeguard(SafeguardKind.BusinessAssociateContract, Decision = "not needed")|}]
            """,
    };

    public override string Message =>
        "Acme Corp states a business associate contract (45 CFR 164.308(b)(1)) and nothing that proves it; say Document = \"what proves it\"";

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
            [Regime(Regime.Hipaa)]
            [Safeguard(SafeguardKind.Backup, Document = "Report 2", Every = "24h")]
            [Safeguard(SafeguardKind.DisasterRecovery, Document = "Plan 3")]
            [Safeguard(SafeguardKind.EncryptionAtRest, Document = "Report 4")]
            [Safeguard(SafeguardKind.EncryptionInTransit, Document = "Report 5")]
            [Safeguard(SafeguardKind.DocumentRetention, KeepDays = 2192)]
            """,
        File = """
            client: Acme Corp
            safeguards:
              - {|#0:kind|}: business_associate_contract
                decision: not needed
            """,
    };
}
