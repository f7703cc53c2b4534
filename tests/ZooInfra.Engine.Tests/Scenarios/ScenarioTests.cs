namespace ZooInfra.Engine.Tests.Scenarios;

public sealed class ScenarioTests
{
    private static readonly IReadOnlyDictionary<string, Scenario> All = ScenarioTables.All.ToDictionary(scenario => scenario.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => new(All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Scenario_ends_as_its_table_says(string name)
    {
        using var runner = new ScenarioRunner();
        await runner.PlayAsync(All[name]);
    }

    [Fact]
    public void There_are_at_least_150_scenarios() => Assert.True(All.Count >= 150, $"There are {All.Count}.");
}
