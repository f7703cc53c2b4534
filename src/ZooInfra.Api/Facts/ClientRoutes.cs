using Microsoft.AspNetCore.Http;
using NodaTime;
using ZooInfra.Api.Page;

namespace ZooInfra.Api.Facts;

/// <summary>What is served under one client's path; put together when it is asked for the first time, since most clients of many are not asked.</summary>
/// <param name="client">The client.</param>
/// <param name="time">The clock.</param>
/// <param name="began">When the host began to serve.</param>
internal sealed class ClientRoutes(Client client, TimeProvider time, Instant began)
{
    private Served? _served;

    public Client Client => client;

    /// <summary>The names of everything that is served, for those who look for another one.</summary>
    public IEnumerable<string> Names => What.Names;

    // Two who ask at once may both make it; either will do.
    private Served What => _served ??= new(client, new ClientClock(client.Contract, time, began));

    /// <summary>Answers with the list of facts; with the page when a person asks.</summary>
    public Task IndexAsync(HttpContext context) => PageRoutes.IsAskedFor(context.Request) ? PageRoutes.AnswerAsync(context, client, What.Clock) : What.Index.AnswerAsync(context);

    /// <summary>Answers with the fact of this name; null when the contract does not state it.</summary>
    public Task? FactAsync(HttpContext context, string name)
    {
        // A contract states some ten facts: looking at each costs less than a dictionary for each client would hold.
        foreach (var fact in What.Facts)
        {
            if (fact.Name == name)
            {
                return fact.AnswerAsync(context);
            }
        }

        return name == SlaDiffResource.Name ? What.Diff?.AnswerAsync(context) : null;
    }

    private sealed class Served
    {
        private const string Versions = "sla/versions";

        public Served(Client client, ClientClock clock)
        {
            Clock = clock;
            Facts = [.. ClientFacts.Of(client).Select(fact => new FactResource(client, fact, clock))];
            Diff = Facts.Any(fact => fact.Name == Versions) ? new(client, clock) : null;

            // Versions and differences are found from sla/versions; the index lists one way to each fact.
            Index = new(client, new Fact("index", _ => ContractIndex.Of(client, Names.Where(name => name == Versions || !name.Contains('/', StringComparison.Ordinal)))), clock);
        }

        public ClientClock Clock { get; }

        public FactResource[] Facts { get; }

        public SlaDiffResource? Diff { get; }

        public FactResource Index { get; }

        public IEnumerable<string> Names => Facts.Select(fact => fact.Name).Concat(Diff is null ? [] : [SlaDiffResource.Name]);
    }
}
