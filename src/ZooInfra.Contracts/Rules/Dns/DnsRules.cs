namespace ZooInfra.Contracts;

/// <summary>The rules on DNS.</summary>
public static class DnsRules
{
    internal static RuleChapter Chapter { get; } = new(
    [
        RecoveryPathTooLong.Rule,
        SpfRefused.Rule,
        AliasBesideData.Rule,
        TargetWithoutRecord.Rule,
        ZoneOfAnotherClient.Rule,
        ZoneOverrideIncomplete.Rule,
    ])
    {
        Checks =
        [
            RuleCheck.Of(RecoveryPathTooLong.Rule, RecoveryPathTooLong.Check),
            RuleCheck.Of(SpfRefused.Rule, SpfRefused.Check),
            RuleCheck.Of(AliasBesideData.Rule, AliasBesideData.Check),
            RuleCheck.Of(TargetWithoutRecord.Rule, TargetWithoutRecord.Check),
            RuleCheck.Of(ZoneOverrideIncomplete.Rule, ZoneOverrideIncomplete.Check),
        ],
        PlatformChecks = [PlatformCheck.Of(ZoneOfAnotherClient.Rule, ZoneOfAnotherClient.Check)],
    };
}
