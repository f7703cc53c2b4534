using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo3105NotStated : RuleCase
{
    public override Rule Rule => EncryptionUndecided.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Regime({|#0:Regime.Hipaa|})]
            [Safeguard(SafeguardKind.BusinessAssociateContract, Document = "BAA 1")]
            [Safeguard(SafeguardKind.Backup, Document = "Report 2", Every = "24h")]
            [Safeguard(SafeguardKind.DisasterRecovery, Document = "Plan 3")]
            [Safeguard(SafeguardKind.EncryptionInTransit, Document = "Report 5")]
            [Safeguard(SafeguardKind.DocumentRetention, KeepDays = 2192)]
            """,
    };

    public override string Message =>
        "Acme Corp is under HIPAA and does not state encryption of stored data (45 CFR 164.312(a)(2)(iv)); add [Safeguard(SafeguardKind.EncryptionAtRest, Document = \"what proves it\")], or Decision = \"why not, and where that is kept\"";

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
            [Safeguard(SafeguardKind.EncryptionAtRest, Decision = "Risk analysis 8: no disks")]
            [Safeguard(SafeguardKind.EncryptionInTransit, Document = "Report 5")]
            [Safeguard(SafeguardKind.DocumentRetention, KeepDays = 2192)]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Safeguard(SafeguardKind.BusinessAssociateContract, Document = "BAA 1")]
            [Safeguard(SafeguardKind.Backup, Document = "Report 2", Every = "24h")]
            [Safeguard(SafeguardKind.DisasterRecovery, Document = "Plan 3")]
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

public sealed class Zoo3105NotProved : RuleCase
{
    public override Rule Rule => EncryptionUndecided.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Regime(Regime.Hipaa)]
            [Safeguard(SafeguardKind.BusinessAssociateContract, Document = "BAA 1")]
            [Safeguard(SafeguardKind.Backup, Document = "Report 2", Every = "24h")]
            [Safeguard(SafeguardKind.DisasterRecovery, Document = "Plan 3")]
            [Safeguard(SafeguardKind.EncryptionAtRest, Document = "Report 4")]
            [Safeguard(SafeguardKind.DocumentRetention, KeepDays = 2192)]
            [{|#0:Safeguard(SafeguardKind.EncryptionInTransit)|}]
            """,
    };

    public override string Message =>
        "Acme Corp states encryption on the way (45 CFR 164.312(e)(2)(ii)) and nothing that proves it; say Document = \"what proves it\", or Decision = \"why not, and where that is kept\"";

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
            [Safeguard(SafeguardKind.BusinessAssociateContract, Document = "BAA 1")]
            [Safeguard(SafeguardKind.Backup, Document = "Report 2", Every = "24h")]
            [Safeguard(SafeguardKind.DisasterRecovery, Document = "Plan 3")]
            [Safeguard(SafeguardKind.EncryptionAtRest, Document = "Report 4")]
            [Safeguard(SafeguardKind.DocumentRetention, KeepDays = 2192)]
            [{|#0:Safeguard((SafeguardKind)Kinds.OnTheWay)|}]
            """,
        OtherAssembly = "public static class Kinds { public const int OnTheWay = 5; }",
    };
}
