using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Corpus;

/// <summary>Each seeded defect gives one diagnostic, of its rule and on its line, and nothing else above Info.</summary>
public sealed class DefectTests
{
    /// <summary>What was found for each, made once for all tests that ask.</summary>
    internal static IReadOnlyList<Lazy<Task<CorpusFinding>>> Findings { get; } = [.. Defects.All.Select(defect => new Lazy<Task<CorpusFinding>>(defect.FindAsync))];

    public static TheoryData<int, string> Numbers
    {
        get
        {
            var numbers = new TheoryData<int, string>();
            for (var i = 0; i < Defects.All.Count; i++)
            {
                numbers.Add(i, Defects.All[i].ToString());
            }

            return numbers;
        }
    }

    [Fact]
    public void There_are_defects_of_all_families_and_of_nearly_every_rule()
    {
        var rules = Defects.All.Select(defect => RuleBook.Find(defect.Rule)!).Distinct().ToList();

        Assert.True(Defects.All.Count >= 40, $"There are {Defects.All.Count} defects.");
        Assert.True(rules.Count >= 35, $"They break {rules.Count} rules.");
        Assert.Empty(RuleBook.All.Select(rule => rule.Family).Except(rules.Select(rule => rule.Family)));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task It_is_the_one_thing_that_is_reported(int number, string defect)
    {
        var finding = await Findings[number].Value;

        Assert.False(string.IsNullOrWhiteSpace(finding.Message), defect);
    }
}
