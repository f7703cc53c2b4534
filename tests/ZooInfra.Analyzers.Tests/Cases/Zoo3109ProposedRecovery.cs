using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo3109OldBackup : RuleCase
{
    public override Rule Rule => ProposedRecoveryTooSlow.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Regime(Regime.HipaaProposed2025)]
            [Safeguard(SafeguardKind.Backup, {|#0:Every = "7d"|})]
            """,
    };

    public override string Message =>
        "Acme Corp makes a backup every 7d, and the proposed HIPAA rule (90 FR 898) asks for a copy at most 48 hours old; say Every = \"48h\" or less";

    public override Text Clean => new()
    {
        Attributes = """
            [Regime(Regime.HipaaProposed2025)]
            [Safeguard(SafeguardKind.Backup, Every = "24h")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Regime(Regime.HipaaProposed2025)]
            [Safeguard(SafeguardKind.Backup, Every = "2d")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Regime(Regime.HipaaProposed2025)]
            [Safeguard(SafeguardKind.Backup, {|#0:Every = Backups.Weekly|})]
            """,
        OtherAssembly = "public static class Backups { public const string Weekly = \"P7D\"; }",
    };
}

public sealed class Zoo3109SlowRecovery : RuleCase
{
    public override Rule Rule => ProposedRecoveryTooSlow.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Regime(Regime.HipaaProposed2025)]
            [Safeguard(SafeguardKind.Backup, Every = "24h")]
            [Sla({|#0:Recovery = "4d"|})]
            [Signal(Promised.Recovery, "probe")]
            """,
    };

    public override string Message =>
        "Acme Corp is promised recovery in 4d, and the proposed HIPAA rule (90 FR 898) asks for 72 hours; promise Recovery = \"72h\"";

    public override Text Clean => new()
    {
        Attributes = """
            [Regime(Regime.HipaaProposed2025)]
            [Safeguard(SafeguardKind.Backup, Every = "24h")]
            [Sla(Recovery = "1d")]
            [Signal(Promised.Recovery, "probe")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Regime(Regime.HipaaProposed2025)]
            [Safeguard(SafeguardKind.Backup, Every = "24h")]
            [Sla(Recovery = "3d")]
            [Signal(Promised.Recovery, "probe")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Safeguard(SafeguardKind.Backup, Every = "24h")]
            [Sla({|#0:Recovery = "96h"|})]
            [Signal(Promised.Recovery, "probe")]
            """,
        File = """
            client: Acme Corp
            regimes:
              - name: hipaa_proposed_2025
            """,
    };
}

public sealed class Zoo3109NoBackup : RuleCase
{
    public override Rule Rule => ProposedRecoveryTooSlow.Rule;

    public override Text Broken => new()
    {
        Attributes = "[Regime({|#0:Regime.HipaaProposed2025|})]",
    };

    public override string Message =>
        "Acme Corp is under the proposed HIPAA rule (90 FR 898) and states no backup; add [Safeguard(SafeguardKind.Backup, Every = \"24h\", Document = \"what proves it\")]";

    public override Text Clean => new()
    {
        Attributes = """
            [Regime(Regime.HipaaProposed2025)]
            [Safeguard(SafeguardKind.Backup, Every = "24h")]
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
              - name: {|#0:hipaa_proposed_2025|}
            """,
    };
}
