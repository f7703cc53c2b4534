using System.Collections;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Contracts.Tests.Rules;

/// <summary>A plan runs the checks of the contract once and not for each component.</summary>
public sealed class ContractChecksTests
{
    [Fact]
    public void Checks_of_the_contract_never_look_at_components()
    {
        var client = Programs.Clean with { Components = new Unread(), ComponentsAreComplete = false };
        foreach (var check in RuleBook.Checks.Where(check => check.IsOfContract))
        {
            check.Run(client, new());
        }

        foreach (var check in RuleBook.PlatformChecks.Where(check => check.IsOfContract))
        {
            check.Run(client, new([client]), new());
        }
    }

    [Fact]
    public void Every_rule_that_a_component_breaks_has_a_check_that_is_not_of_the_contract()
    {
        foreach (var (rule, client) in Programs.Broken)
        {
            if (Verdict.Violated != Programs.Judge(client with { Components = [] }, rule))
            {
                Assert.Contains(
                    RuleBook.Checks.Where(check => !check.IsOfContract).SelectMany(check => check.Rules).Concat(RuleBook.PlatformChecks.Where(check => !check.IsOfContract).SelectMany(check => check.Rules)),
                    asked => asked.Id == rule);
            }
        }
    }

    private sealed class Unread : IReadOnlyList<FactNode>
    {
        public int Count => throw Read();

        public FactNode this[int index] => throw Read();

        public IEnumerator<FactNode> GetEnumerator() => throw Read();

        IEnumerator IEnumerable.GetEnumerator() => throw Read();

        private static InvalidOperationException Read() => new("A check of the contract looked at components.");
    }
}
