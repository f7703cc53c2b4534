namespace ZooInfra.Contracts;

/// <summary>ZOO9002: the client pays for what it uses, and nothing counts it.</summary>
public static class UsageWithoutMeter
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO9002",
        "Usage is billed that nothing counts",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Authoring,
        new([Control.Nist("AU-12")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        if (client.Contract.Billing is not (BillingModel.StaticMrrPlusUsage or BillingModel.Tiered) || client.Contract.Billing is not { } model)
        {
            return;
        }

        verdicts.Judged(Rule);
        if (client.Contract.Meters.Count == 0)
        {
            verdicts.Violated(
                Rule,
                FactPath.BillingModel,
                $"{client.Contract.Name} pays by {ContractNames.NameOf(model)}, and nothing is counted; add [Meter(\"what is counted\", Source = \"where the count comes from\")]");
        }

        foreach (var meter in client.Contract.Meters.Where(meter => meter.Source is null))
        {
            verdicts.Violated(
                Rule,
                meter.Path,
                $"{client.Contract.Name} pays by {ContractNames.NameOf(model)}, and the meter '{meter.Name}' does not say where its count comes from; say Source = \"where\"");
        }
    }
}
