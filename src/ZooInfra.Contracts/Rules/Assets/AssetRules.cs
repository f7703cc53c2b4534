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
            RuleCheck.OfContract(ForbiddenVerb.Rule, ForbiddenVerb.Check),
            RuleCheck.OfContract(AssetUnowned.Rule, AssetUnowned.Check),
            RuleCheck.OfContract(GhostUnsought.Rule, GhostUnsought.Check),
            RuleCheck.OfContract(ForeignAssetChanged.Rule, ForeignAssetChanged.Check),
            RuleCheck.OfContract(SupportEnded.Rule, SupportEnded.Check),
            RuleCheck.OfContract(UnknownAsset.Rule, UnknownAsset.Check),
        ],
    };
}
