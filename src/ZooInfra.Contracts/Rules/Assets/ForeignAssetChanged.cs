namespace ZooInfra.Contracts;

/// <summary>ZOO2004: something changes an asset that is not ours to change.</summary>
public static class ForeignAssetChanged
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO2004",
        "Asset is changed that is only observed",
        "{0} of {1} changes '{2}'{3}, which is {4} and not owned; only look at it, or take it over with an owner first (Ownership = Ownership.Owned)",
        RuleSeverity.Error,
        RuleFamily.Assets,
        new([Control.Nist("CM-3"), Control.Nist("CM-5")]))
    {
        HasFix = true,
    };

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        foreach (var flow in client.Contract.PatchFlows)
        {
            var assets = FlowTargets.Of(flow, client.Contract);
            IReadOnlyList<Asset> foreign = [.. assets.Where(asset => asset.Ownership != Ownership.Owned)];
            if (assets.Count > 0)
            {
                verdicts.Judged(Rule);
            }

            foreach (var asset in foreign)
            {
                Violated(client, verdicts, flow.Path + ".targets", $"The patch flow '{flow.Name}'", asset, FlowTargets.Way(flow, asset), FlowTargets.Without(flow, foreign));
            }
        }

        foreach (var step in client.Contract.RunbookSteps.Where(step => step.Changes))
        {
            if (client.Contract.Assets.FirstOrDefault(asset => asset.Name == step.Asset) is { } asset)
            {
                verdicts.Judged(Rule);
                if (asset.Ownership != Ownership.Owned)
                {
                    Violated(client, verdicts, step.Path + ".asset", $"The step '{step.Step}' of the runbook '{step.Runbook}'", asset, "", null);
                }
            }
        }
    }

    private static void Violated(ClientView client, Verdicts verdicts, string path, string who, Asset asset, string way, RuleFix? fix)
        => verdicts.Violated(Rule.Finding(path, who, client.Contract.Name, asset.Name, way, Words.Of(asset.Ownership)) with { Related = new([asset.Path]), Fix = fix });
}
