namespace ZooInfra.Contracts;

/// <summary>The rules on things under care.</summary>
public static class AssetRules
{
    internal static RuleChapter Chapter { get; } = new(
    [
        ForbiddenVerb.Rule,
        AssetUnowned.Rule,
        GhostUnsought.Rule,
        ForeignAssetChanged.Rule,
        SupportEnded.Rule,
        UnknownAsset.Rule,
    ])
    {
        Checks =
        [
            RuleCheck.Of(ForbiddenVerb.Rule, ForbiddenVerb.Check),
            RuleCheck.Of(AssetUnowned.Rule, AssetUnowned.Check),
            RuleCheck.Of(GhostUnsought.Rule, GhostUnsought.Check),
            RuleCheck.Of(ForeignAssetChanged.Rule, ForeignAssetChanged.Check),
            RuleCheck.Of(SupportEnded.Rule, SupportEnded.Check),
            RuleCheck.Of(UnknownAsset.Rule, UnknownAsset.Check),
        ],
    };
}
