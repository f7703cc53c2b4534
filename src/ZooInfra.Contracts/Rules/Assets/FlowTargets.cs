namespace ZooInfra.Contracts;

/// <summary>What patch flows target.</summary>
internal static class FlowTargets
{
    /// <summary>The assets of the client that <paramref name="flow"/> targets, by name or by group.</summary>
    public static IReadOnlyList<Asset> Of(PatchFlow flow, TenantContract contract)
        => [.. contract.Assets.Where(asset => flow.Targets.Any(asset.Answers))];

    /// <summary>How <paramref name="flow"/> comes to <paramref name="asset"/>: nothing when by name, else through its group.</summary>
    public static string Way(PatchFlow flow, Asset asset)
        => flow.Targets.Contains(asset.Name) ? "" : $" through the group '{flow.Targets.First(asset.Answers)}'";

    /// <summary>Takes <paramref name="assets"/> out of the targets; null when one of them is there by a group, or nothing would be left.</summary>
    public static RuleFix? Without(PatchFlow flow, IReadOnlyList<Asset> assets)
    {
        string[] left = [.. flow.Targets.Where(target => !assets.Any(asset => asset.Name == target))];
        return left.Length == 0 || left.Any(target => assets.Any(asset => asset.Answers(target)))
            ? null
            : RuleFix.Set("Targets", RuleText.Array(left), $"Target only {RuleText.And(left)}");
    }
}
