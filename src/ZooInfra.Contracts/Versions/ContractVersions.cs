using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>
/// The versions of a contract's commitments in line: numbered from 1 by the day on which they begin, each until the day before the next. A commitment without
/// versions has one, which holds as long as the contract does.
/// </summary>
public static class ContractVersions
{
    /// <summary>All versions of the promise about availability and response, the first to begin first; empty when nothing was promised.</summary>
    public static EquatableArray<ContractVersion<SlaPromise>> OfSla(TenantContract contract)
        => InLine(contract, contract.Sla, contract.SlaEffective, contract.SlaVersions.Select(version => (version.Effective, version.Promise)));

    /// <summary>All versions of how the client pays, the first to begin first; empty when the contract does not say.</summary>
    public static EquatableArray<ContractVersion<BillingTerms>> OfBilling(TenantContract contract)
        => InLine(
            contract,
            contract.Billing is { } model ? new BillingTerms(model, contract.BillingClause) : null,
            contract.BillingEffective,
            contract.BillingVersions.Where(version => version.Model is not null).Select(version => (version.Effective, new BillingTerms(version.Model!.Value, version.Clause))));

    /// <summary>The version that is in force on <paramref name="day"/>; null when none is.</summary>
    public static ContractVersion<T>? InForce<T>(EquatableArray<ContractVersion<T>> versions, LocalDate day)
        where T : class
        => versions.FirstOrDefault(version => version.IsInForce(day));

    /// <summary>Whether the contract holds on <paramref name="day"/>.</summary>
    public static bool Covers(TenantContract contract, LocalDate day) => !(day < contract.Effective) && !(day > contract.Ends);

    /// <summary>The zone in which the contract counts its days: the client's, else UTC.</summary>
    public static DateTimeZone ZoneOf(TenantContract contract)
        => contract.Zone is { } zone ? DateTimeZoneProviders.Tzdb[zone] : DateTimeZone.Utc;

    private static EquatableArray<ContractVersion<T>> InLine<T>(TenantContract contract, T? current, LocalDate? effective, IEnumerable<(LocalDate? First, T Value)> others)
        where T : class
    {
        if (current is null)
        {
            return default;
        }

        var line = others.Prepend((First: effective ?? contract.Effective, Value: current)).OrderBy(version => version.First ?? LocalDate.MinIsoValue).ToList();
        return new(line.Select((version, index) => new ContractVersion<T>(
            index + 1,
            version.First,
            index + 1 < line.Count ? line[index + 1].First?.PlusDays(-1) : contract.Ends,
            version.Value)));
    }
}
