using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>ZOO1012: a version of a promise is in force, and the rules still judge another one.</summary>
public static class LaterVersionInForce
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO1012",
        "A later version of a promise is in force",
        "{0}: since {1} the {2} is that of [{3}], and rules still judge the one in [{4}]; put the version in force there and the former one into [{3}]",
        RuleSeverity.Warning,
        RuleFamily.Promises,
        new([Control.Nist("SA-9")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        if (client.Today is not { } today)
        {
            return;
        }

        var contract = client.Contract;
        Check(client, today, "SLA", "SlaVersion", "Sla", FactPath.Availability, contract.SlaEffective, contract.SlaVersions.Select(version => (version.Path, version.Effective)), verdicts);
        Check(client, today, "billing model", "BillingVersion", "Billing", FactPath.BillingModel, contract.BillingEffective, contract.BillingVersions.Select(version => (version.Path, version.Effective)), verdicts);
    }

    private static void Check(
        ClientView client, LocalDate today, string what, string attribute, string current, string path, LocalDate? effective, IEnumerable<(string Path, LocalDate? Effective)> versions, Verdicts verdicts)
    {
        if (effective is not { } kept)
        {
            return;
        }

        verdicts.Judged(Rule);
        var latest = versions.Where(version => version.Effective <= today).OrderBy(version => version.Effective).LastOrDefault();
        if (latest.Effective is { } since && since > kept)
        {
            verdicts.Violated(Rule.Finding(latest.Path, client.Contract.Name, RuleText.Date(since), what, attribute, current) with { Related = new([path]) });
        }
    }
}
