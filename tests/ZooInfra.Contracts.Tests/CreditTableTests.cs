using CsCheck;
using NodaTime;

namespace ZooInfra.Contracts.Tests;

/// <summary>The rule on credit tables beside what a table means: the step with the lowest bound above the availability pays.</summary>
public sealed class CreditTableTests
{
    private const int Lowest = 999_990;

    private static readonly Gen<(int Below, int Percent)[]> GenSteps = Gen.Select(Gen.Int[Lowest + 1, 1_000_000], Gen.Int[1, 5]).Array[1, 4];

    [Fact]
    public void A_table_is_clean_when_it_pays_for_every_broken_promise_no_kept_one_and_more_for_worse()
        => Gen.Select(GenSteps, Gen.Int[Lowest + 1, 1_000_000]).Sample(
            (steps, promised) =>
            {
                var isTotal = Enumerable.Range(Lowest, 1_000_001 - Lowest).All(availability => (Pay(steps, availability) > 0) == (availability < promised));
                var neverFalls = Enumerable.Range(Lowest, 1_000_000 - Lowest).All(availability => Pay(steps, availability) >= Pay(steps, availability + 1));
                var isFunction = steps.Select(step => step.Below).Distinct().Count() == steps.Length;

                Assert.Equal(isTotal && neverFalls && isFunction, Findings(steps, promised).Count == 0);
            },
            iter: 20_000);

    [Fact]
    public void The_stated_edits_make_a_table_without_repeats_clean()
        => Gen.Select(GenSteps, Gen.Int[Lowest + 1, 1_000_000]).Sample(
            (drawn, promised) =>
            {
                var steps = drawn.GroupBy(step => step.Below).Select(same => same.First()).ToArray();
                var findings = Findings(steps, promised);
                if (findings.Any(finding => finding.Fix is null))
                {
                    return;
                }

                foreach (var finding in findings)
                {
                    var path = finding.Place.Path!;
                    var index = path["credits[".Length] - '0';
                    steps[index] = path.EndsWith(".below", StringComparison.Ordinal)
                        ? (promised, steps[index].Percent)
                        : (steps[index].Below, int.Parse(finding.Fix!.Text, System.Globalization.CultureInfo.InvariantCulture));
                }

                Assert.Empty(Findings(steps, promised));
            });

    private static int Pay((int Below, int Percent)[] steps, int availability)
        => steps.Where(step => availability < step.Below).OrderBy(step => step.Below).Select(step => step.Percent).FirstOrDefault();

    private static List<RuleFinding> Findings((int Below, int Percent)[] steps, int promised)
    {
        var contract = new TenantContract("t", "T", new(new Availability(promised), null, null, WindowAccounting.Excluded, null), null, default, default, default)
        {
            Credits = new(steps.Select((step, index) => new CreditStep($"credits[{index}]", new Availability(step.Below), step.Percent))),
        };
        return [.. RuleBook.Judge(new(contract) { Today = new LocalDate(2026, 11, 23) }).Findings.Where(finding => finding.Rule == CreditTable.Rule)];
    }
}
