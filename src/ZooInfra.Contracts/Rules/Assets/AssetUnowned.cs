namespace ZooInfra.Contracts;

/// <summary>ZOO2002: an asset of which nobody says who answers for it, or how much it hurts when it is gone.</summary>
public static class AssetUnowned
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO2002",
        "Asset has no owner or no criticality",
        "The asset '{0}' of {1} does not state {2}, so nobody is asked before it is touched; say {3}",
        RuleSeverity.Warning,
        RuleFamily.Assets,
        new([Control.Nist("CM-8(4)"), Control.Nist("RA-9")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        // Of a rumour nothing is known yet, and a ghost is what we call a thing whose owner is looked for.
        foreach (var asset in client.Contract.Assets.Where(asset => asset.Ownership != Ownership.Rumoured))
        {
            verdicts.Judged(Rule);
            var missing = new List<(string Name, string Advice)>();
            if (asset.Owner is null && asset.Species != Species.Ghost)
            {
                missing.Add(("Owner", "Owner = \"who answers for it\""));
            }

            if (asset.Criticality == Criticality.Unstated)
            {
                missing.Add(("Criticality", "Criticality = Criticality.Low, Medium or High"));
            }

            if (missing.Count > 0)
            {
                verdicts.Violated(
                    Rule,
                    asset.Path,
                    asset.Name,
                    client.Contract.Name,
                    RuleText.And([.. missing.Select(field => field.Name)]),
                    RuleText.And([.. missing.Select(field => field.Advice)]));
            }
        }
    }
}
