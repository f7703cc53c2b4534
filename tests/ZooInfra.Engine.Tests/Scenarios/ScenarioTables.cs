namespace ZooInfra.Engine.Tests.Scenarios;

/// <summary>All scenarios, one table a part of section 5 of the protocol facts.</summary>
internal static class ScenarioTables
{
    public static IEnumerable<Scenario> All =>
    [
        .. BasicTable.Rows,
        .. ReplaceTable.Rows,
        .. DeleteTable.Rows,
        .. OptionTable.Rows,
        .. AliasTable.Rows,
        .. ProviderTable.Rows,
        .. FailureTable.Rows,
        .. ReadTable.Rows,
        .. ImportTable.Rows,
        .. RefreshTable.Rows,
        .. TargetTable.Rows,
        .. ContinueTable.Rows,
    ];
}
