using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>All answers of a contract that are known at build, one for each fact that is stated. What depends on the day beyond versions is not among them.</summary>
public static class ContractAnswers
{
    /// <summary>The answers, in the order in which a client's index lists them.</summary>
    public static IEnumerable<ContractAnswer> Of(TenantContract contract)
    {
        foreach (var answer in SlaAnswers.Of(contract).Concat(BillingAnswers.Of(contract)))
        {
            yield return answer;
        }

        (string Name, Func<TenantContract, (string Text, AnswerValue Json)?> Of)[] stable =
        [
            ("patch_window", PatchWindowAnswer.Of),
            ("compliance", ComplianceAnswer.Of),
            ("controls", ControlsAnswer.Of),
            ("support_tier", SupportAnswers.OfTiers),
            ("penalties", SupportAnswers.OfCredits),
            ("escalation", SupportAnswers.OfEscalation),
        ];
        foreach (var (name, of) in stable)
        {
            if (of(contract) is var (text, json))
            {
                yield return new(name, new([new(contract.Effective, text, json.ToJson())]));
            }
        }

        yield return new("contract", new(ChangesOf(contract).Select(first => WholeContract.Edition(contract, first))));
    }

    /// <summary>The days on which another version comes into force, and the first day of all.</summary>
    private static IEnumerable<LocalDate?> ChangesOf(TenantContract contract)
        => ContractVersions.OfSla(contract).Select(version => version.First)
            .Concat(ContractVersions.OfBilling(contract).Select(version => version.First))
            .Append(contract.Effective)
            .Distinct()
            .OrderBy(first => first ?? LocalDate.MinIsoValue);
}
