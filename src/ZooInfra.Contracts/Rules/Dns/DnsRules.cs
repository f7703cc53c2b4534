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
            ComponentCheck.Of(SpfRefused.Rule, SpfRefused.Check),
            ComponentCheck.Of(AliasBesideData.Rule, AliasBesideData.Check),
            ComponentCheck.Of(TargetWithoutRecord.Rule, TargetWithoutRecord.Check),
            ComponentCheck.Of(ZoneOverrideIncomplete.Rule, ZoneOverrideIncomplete.Check),
        ],
        PlatformChecks = [ComponentCheck.OfPlatform(ZoneOfAnotherClient.Rule, ZoneOfAnotherClient.Check)],
    };
}
