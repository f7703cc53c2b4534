using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo3107NoBackup : RuleCase
{
    public override Rule Rule => NoContingencyPlan.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Regime({|#0:Regime.Hipaa|})]
            [Safeguard(SafeguardKind.BusinessAssociateContract, Document = "BAA 1")]
            [Safeguard(SafeguardKind.DisasterRecovery, Document = "Plan 3")]
            [Safeguard(SafeguardKind.EncryptionAtRest, Document = "Report 4")]
            [Safeguard(SafeguardKind.EncryptionInTransit, Document = "Report 5")]
            [Safeguard(SafeguardKind.DocumentRetention, KeepDays = 2192)]
            """,
    };

    public override string Message =>
        "Acme Corp is under HIPAA and does not state a backup of the data (45 CFR 164.308(a)(7)(ii)(A)); add [Safeguard(SafeguardKind.Backup, Document = \"what proves it\")]";

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

public sealed class Zoo3107NoPlan : RuleCase
{
    public override Rule Rule => NoContingencyPlan.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Regime({|#0:Regime.Hipaa|})]
            [Safeguard(SafeguardKind.BusinessAssociateContract, Document = "BAA 1")]
            [Safeguard(SafeguardKind.Backup, Document = "Report 2", Every = "24h")]
            [Safeguard(SafeguardKind.EncryptionAtRest, Document = "Report 4")]
            [Safeguard(SafeguardKind.EncryptionInTransit, Document = "Report 5")]
            [Safeguard(SafeguardKind.DocumentRetention, KeepDays = 2192)]
            """,
    };

    public override string Message =>
        "Acme Corp is under HIPAA and does not state a disaster recovery plan (45 CFR 164.308(a)(7)(ii)(B)); add [Safeguard(SafeguardKind.DisasterRecovery, Document = \"what proves it\")]";

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
