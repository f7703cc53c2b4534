namespace ZooInfra.Contracts;

/// <summary>The rules on values of a promise. <see cref="ContractReader"/> checks them while it reads.</summary>
public static class PromiseRules
{
    /// <summary>ZOO1005: days, hours or zone of a patch window cannot be read.</summary>
    public static Rule MalformedWindow { get; } = new(
        "ZOO1005", "Patch window is malformed", "{0}", RuleSeverity.Error, RuleFamily.Promises, new([Control.Nist("MA-2")])) { IsWaivable = false };

    /// <summary>ZOO1009: an availability, a duration, a billing model, a regime or a tier cannot be read.</summary>
    public static Rule UnreadableValue { get; } = new(
        "ZOO1009", "Value of a promise cannot be read", "{0}", RuleSeverity.Error, RuleFamily.Promises, new([Control.Nist("SI-10")])) { IsWaivable = false };

    internal static RuleChapter Chapter { get; } = new(
    [
        AvailabilityBelowCountedWindows.Rule,
        PromiseWithoutSignal.Rule,
        NoLawfulTime.Rule,
        PromiseAboveDependencies.Rule,
        MalformedWindow,
        YardstickTooCoarse.Rule,
        WindowTooShortForAgent.Rule,
        WindowAccountingUnstated.Rule,
        UnreadableValue,
        WindowOnClockChange.Rule,
        WindowOnAnotherDay.Rule,
        LaterVersionInForce.Rule,
    ])
    {
        Checks =
        [
            RuleCheck.OfContract(AvailabilityBelowCountedWindows.Rule, AvailabilityBelowCountedWindows.Check),
            RuleCheck.OfContract(PromiseWithoutSignal.Rule, PromiseWithoutSignal.Check),
            RuleCheck.OfContract(PromiseAboveDependencies.Rule, PromiseAboveDependencies.Check),
            RuleCheck.OfContract(YardstickTooCoarse.Rule, YardstickTooCoarse.Check),
            RuleCheck.OfContract(WindowTooShortForAgent.Rule, WindowTooShortForAgent.Check),
            RuleCheck.OfContract(WindowAccountingUnstated.Rule, WindowAccountingUnstated.Check),
            RuleCheck.OfContract(WindowOnClockChange.Rule, WindowOnClockChange.Check),
            RuleCheck.OfContract(WindowOnAnotherDay.Rule, WindowOnAnotherDay.Check),
            RuleCheck.OfContract(LaterVersionInForce.Rule, LaterVersionInForce.Check),
        ],
        PlatformChecks = [PlatformCheck.OfContract(NoLawfulTime.Rule, NoLawfulTime.Check)],
    };
}
