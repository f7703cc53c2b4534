using ZooInfra.Contracts;

namespace ZooInfra.Generators;

/// <summary>What a contract answers over HTTP: one endpoint for each fact that was stated.</summary>
internal static class EndpointBodies
{
    public static IEnumerable<(string Name, string Text, string Json)> Of(TenantContract contract)
    {
        if (contract.Sla is { } sla && SlaText(sla) is { } text)
        {
            var json = new JsonText()
                .Add("availability", sla.Availability?.Percent)
                .Add("response", sla.Response?.ToString())
                .Add("response_seconds", Seconds(sla.Response))
                .Add("recovery", sla.Recovery?.ToString())
                .Add("recovery_seconds", Seconds(sla.Recovery))
                .Add("window_accounting", sla.WindowAccounting == WindowAccounting.Unstated ? null : ContractNames.NameOf(sla.WindowAccounting))
                .Add("clause", sla.Clause);
            yield return ("sla", text, json.ToString());
        }

        if (contract.Billing is { } billing)
        {
            var name = ContractNames.NameOf(billing);
            yield return ("billing_model", name, new JsonText().Add("billing_model", name).ToString());
        }
    }

    /// <summary>The promise in words; null when it only has terms and promises nothing.</summary>
    private static string? SlaText(SlaPromise sla)
        => sla switch
        {
            { Availability: not null } or { Response: not null } => sla.ToString(),
            { Recovery: { } recovery } => $"recovery {recovery}",
            _ => null,
        };

    private static decimal? Seconds(ContractDuration? duration) => duration is { Length: var length } ? (decimal)length.TotalSeconds : null;
}
