namespace ZooInfra.Contracts;

/// <summary>The rules on things under care.</summary>
public static class AssetRules
{
    internal static RuleChapter Chapter { get; } = new([]);
}
