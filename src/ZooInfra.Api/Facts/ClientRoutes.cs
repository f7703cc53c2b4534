using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace ZooInfra.Api.Facts;

/// <summary>What is served under one client's path.</summary>
internal sealed class ClientRoutes
{
    private readonly FrozenDictionary<string, RequestDelegate> _facts;
    private readonly FactResource _index;

    public ClientRoutes(Client client, TimeProvider time)
    {
        Client = client;
        var clock = new ClientClock(client.Contract, time);
        var resources = ClientFacts.Of(client).Select(fact => new FactResource(client, fact, clock)).ToList();
        var facts = resources.ToDictionary(resource => resource.Name, resource => (RequestDelegate)resource.AnswerAsync, StringComparer.Ordinal);
        Names = [.. resources.Select(resource => resource.Name)];
        if (facts.ContainsKey("sla/versions"))
        {
            facts.Add(SlaDiffResource.Name, new SlaDiffResource(client).AnswerAsync);
            Names = [.. Names, SlaDiffResource.Name];
        }

        // Versions and differences are found from sla/versions; the index lists one way to each fact.
        var listed = Names.Where(name => !name.Contains('/', StringComparison.Ordinal) || name == "sla/versions").ToList();
        _index = new(client, new Fact("index", _ => ContractIndex.Of(client, listed)), clock);
        _facts = facts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public Client Client { get; }

    /// <summary>The names of everything that is served, for those who look for another one.</summary>
    public IReadOnlyList<string> Names { get; }

    public Task IndexAsync(HttpContext context) => _index.AnswerAsync(context);

    /// <summary>What answers the fact with this name; null when the contract does not state it.</summary>
    public RequestDelegate? Find(string name) => _facts.GetValueOrDefault(name);
}
