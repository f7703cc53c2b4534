namespace ZooInfra.Contracts;

/// <summary><c>billing_model</c>: how the client pays.</summary>
internal static class BillingAnswers
{
    public static IEnumerable<ContractAnswer> Of(TenantContract contract)
    {
        var versions = ContractVersions.OfBilling(contract);
        if (versions.Count > 0)
        {
            yield return new("billing_model", new(versions.Select(version => new AnswerEdition(version.First, ContractNames.NameOf(version.Value.Model), Json(contract, version).ToJson()))));
        }
    }

    public static AnswerValue Json(TenantContract contract, ContractVersion<BillingTerms> version) => AnswerValue.Record(
        ("billing_model", AnswerValue.Of(ContractNames.NameOf(version.Value.Model))),
        ("version", contract.BillingEffective is null ? AnswerValue.Nothing : AnswerValue.Of(version.Number)),
        ("effective", contract.BillingEffective is null ? AnswerValue.Nothing : AnswerValue.Of(version.First)),
        ("ends", contract.BillingEffective is null ? AnswerValue.Nothing : AnswerValue.Of(version.Last)),
        ("clause", AnswerValue.Of(version.Value.Clause)),
        ("meters", contract.Meters.Count == 0 ? AnswerValue.Nothing : AnswerValue.List(contract.Meters, meter => AnswerValue.Record(
            ("name", AnswerValue.Of(meter.Name)),
            ("source", AnswerValue.Of(meter.Source))))));
}
