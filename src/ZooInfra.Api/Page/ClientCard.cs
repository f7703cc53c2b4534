using System.Globalization;
using NodaTime;
using ZooInfra.Api.Facts;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Page;

/// <summary>One client: the promise, the windows of the coming month, and where each fact is.</summary>
internal static class ClientCard
{
    private static readonly Duration MonthOfThirtyDays = Duration.FromDays(30);

    /// <param name="html">The page.</param>
    /// <param name="client">The client.</param>
    /// <param name="today">The day on which the promise is in force and the picture begins.</param>
    /// <param name="zone">The zone in which times are shown.</param>
    public static void Write(Html html, Client client, LocalDate today, DateTimeZone zone)
    {
        var contract = client.Contract;
        html.Write($"""<article aria-labelledby="c-{contract.Id}"><div><h3 id="c-{contract.Id}"><a href="/client/{contract.Id}">{contract.Name}</a></h3><code class="quiet">{contract.Id}</code><p>""");
        foreach (var tag in Tags(contract))
        {
            html.Write($"""<span class="tag">{tag}</span>""");
        }

        html.Write($"</p></div>");
        WritePromise(html, ContractVersions.InForce(ContractVersions.OfSla(contract), today)?.Value);
        WriteWindows(html, contract, today, zone);
        WriteFacts(html, client);
        html.Write($"</article>");
    }

    private static void WriteFacts(Html html, Client client)
    {
        html.Write($"""<nav class="facts" aria-label="Facts of {client.Contract.Name}">""");
        foreach (var fact in ClientFacts.Of(client).Where(fact => !fact.Name.Contains('/', StringComparison.Ordinal)))
        {
            html.Write($"""<a href="/client/{client.Id}/{fact.Name}">{fact.Name.Replace('_', ' ')}</a>""");
        }

        html.Write($"</nav>");
    }

    private static IEnumerable<string> Tags(TenantContract contract)
    {
        if (contract.Billing is { } billing)
        {
            yield return ContractNames.NameOf(billing);
        }

        foreach (var regime in contract.Regimes)
        {
            yield return ContractNames.TitleOf(regime.Regime) + (regime.Tier is { } tier ? string.Create(CultureInfo.InvariantCulture, $" tier {tier}") : "");
        }

        foreach (var support in contract.Supports)
        {
            yield return support.Tier;
        }
    }

    private static void WritePromise(Html html, SlaPromise? sla)
    {
        html.Write($"<div>");
        if (sla is null or { Availability: null, Response: null, Recovery: null })
        {
            html.Write($"""<p class="quiet small">No promise is stated</p>""");
        }

        if (sla?.Availability is { } availability)
        {
            html.Write($"""<div class="promise">{availability.ToString()} %</div><p class="quiet small">{availability.AllowedMinutes(MonthOfThirtyDays):0.##} min down in 30 days{(sla.WindowAccounting == WindowAccounting.Excluded ? ", windows not counted" : "")}</p>""");
        }

        if (sla?.Response is { } response)
        {
            html.Write($"""<p class="small">response {response.ToString()}</p>""");
        }

        if (sla?.Recovery is { } recovery)
        {
            html.Write($"""<p class="small">recovery {recovery.ToString()}</p>""");
        }

        html.Write($"</div>");
    }

    private static void WriteWindows(Html html, TenantContract contract, LocalDate today, DateTimeZone zone)
    {
        if (contract.PatchWindows.Count == 0)
        {
            html.Write($"""<p class="quiet small">No patch window is stated</p>""");
            return;
        }

        html.Write($"<figure><figcaption>{string.Join("; ", contract.PatchWindows)}</figcaption>");
        MonthPicture.Write(html, contract, today, zone);
        html.Write($"</figure>");
    }
}
