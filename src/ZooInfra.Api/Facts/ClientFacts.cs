using NodaTime;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Facts;

/// <summary>Everything that one client's contract answers.</summary>
internal static class ClientFacts
{
    /// <summary>The facts in the order in which the client's index lists them: those that were known at build, those that depend on the day, those of the class.</summary>
    public static IEnumerable<Fact> Of(Client client)
    {
        var contract = client.Contract;
        foreach (var endpoint in client.Endpoints.Where(endpoint => endpoint.Value is null))
        {
            yield return Known(endpoint, contract);
        }

        if (contract.PatchWindows.Count > 0)
        {
            yield return new(PatchWindowCalendar.Name, day => PatchWindowCalendar.On(contract, day));
        }

        yield return new("exceptions", day => DayAnswer.Of(ExceptionsAnswer.On(contract, day)) with { Since = day, Until = Next(day) });
        foreach (var endpoint in client.Endpoints.Where(endpoint => endpoint.Value is not null))
        {
            var value = endpoint.Value!;
            yield return new(endpoint.Name, _ => value() is var answer ? DayAnswer.Of((answer.ToText(), answer.ToJson())) : null) { IsLive = true };
        }
    }

    private static Fact Known(ContractEndpoint endpoint, TenantContract contract)
    {
        var editions = endpoint.Editions;
        return new(endpoint.Name, day =>
        {
            var index = editions.Count - 1;
            while (index >= 0 && day < editions[index].First)
            {
                index--;
            }

            return index < 0 ? null : DayAnswer.Of(editions[index].Text, editions[index].Json) with
            {
                Since = editions[index].First ?? contract.Effective,
                Until = index + 1 < editions.Count ? editions[index + 1].First : null,
            };
        })
        {
            First = editions[0].First,
        };
    }

    private static LocalDate? Next(LocalDate day) => day < LocalDate.MaxIsoValue ? day.PlusDays(1) : null;
}
