namespace ZooInfra.Engine.Tests.Scenarios;

public sealed class ScenarioTests
{
    private static readonly IReadOnlyDictionary<string, Scenario> All = ScenarioTables.All.ToDictionary(scenario => scenario.Name, StringComparer.Ordinal);

    public static TheoryData<string, bool> Names
    {
        get
        {
            var names = new TheoryData<string, bool>();
            foreach (var name in All.Keys)
            {
                names.Add(name, false);
                names.Add(name, true);
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Scenario_ends_as_its_table_says(string name, bool compactsEveryLine)
    {
        using var runner = new ScenarioRunner(compactsEveryLine);
        await runner.PlayAsync(All[name]);
    }

    [Fact]
    public void There_are_at_least_150_scenarios() => Assert.True(All.Count >= 150, $"There are {All.Count}.");
}
