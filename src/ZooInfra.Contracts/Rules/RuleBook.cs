namespace ZooInfra.Contracts;

/// <summary>Every rule, once.</summary>
public static class RuleBook
{
    /// <summary>All rules in the order of their ids.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        AvailabilityBelowCountedWindows.Rule,
        PromiseRules.MalformedWindow,
        WindowAccountingUnstated.Rule,
        PromiseRules.UnreadableValue,
        AuthoringRules.UnreadableFile,
        AuthoringRules.UnknownKey,
        AuthoringRules.InvalidId,
        AuthoringRules.DuplicateId,
        AuthoringRules.Disagreement,
        AuthoringRules.FileWithoutClass,
        AuthoringRules.ClientClassForm,
    ];

    /// <summary>The rule with this id; null when there is none.</summary>
    public static Rule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);

    /// <summary>What a readable contract breaks, in the order of the rules.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="months">Remembered months; one for all contracts of a run.</param>
    public static EquatableArray<RuleFinding> Check(TenantContract contract, WorstMonthCache months)
    {
        RuleFinding?[] findings = [AvailabilityBelowCountedWindows.Check(contract, months), WindowAccountingUnstated.Check(contract, months)];
        return new(findings.OfType<RuleFinding>());
    }
}
