namespace ZooInfra.Contracts;

/// <summary>Judges whether a client under a regime states a safeguard, with what proves it.</summary>
internal static class SafeguardDuty
{
    /// <summary>The place of <paramref name="regime"/> among the client's regimes; null when the client is not under it.</summary>
    public static string? PlaceOf(Regime regime, TenantContract contract)
    {
        for (var index = 0; index < contract.Regimes.Count; index++)
        {
            if (contract.Regimes[index].Regime == regime)
            {
                return FactPath.Regime(index);
            }
        }

        return null;
    }

    /// <summary>
    /// Takes down under <paramref name="rule"/>, whose message is <c>{0}</c>, that <paramref name="kind"/> is not stated or not proved. A safeguard that is
    /// addressable may stand as a recorded decision instead.
    /// </summary>
    public static void Check(ClientView client, Verdicts verdicts, Rule rule, string place, SafeguardKind kind, string what, string control, bool isAddressable)
    {
        var stated = client.Contract.Safeguards.Where(safeguard => safeguard.Kind == kind).ToList();
        if (stated.Exists(safeguard => safeguard.Document is not null || (isAddressable && safeguard.Decision is not null)))
        {
            return;
        }

        var decision = isAddressable ? ", or Decision = \"why not, and where that is kept\"" : "";
        verdicts.Violated(
            rule,
            stated.Count > 0 ? stated[0].Path : place,
            stated.Count > 0
                ? $"{client.Contract.Name} states {what} ({control}) and nothing that proves it; say Document = \"what proves it\"{decision}"
                : $"{client.Contract.Name} is under HIPAA and does not state {what} ({control}); add [Safeguard(SafeguardKind.{kind}, Document = \"what proves it\")]{decision}");
    }
}
