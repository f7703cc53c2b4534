using System.Collections.Frozen;
using ZooInfra.Contracts;

namespace ZooInfra;

/// <summary>All clients that one program runs, from one or several assemblies.</summary>
public sealed class Platform
{
    private readonly FrozenDictionary<string, Client> _clients;

    /// <summary>Puts clients together, in ordinal order of their ids.</summary>
    /// <exception cref="ArgumentException">Two clients have the same id; case is not regarded, since ids become file names.</exception>
    public Platform(params IEnumerable<Client> clients)
    {
        Clients = [.. clients.OrderBy(client => client.Id, StringComparer.Ordinal)];
        foreach (var same in Clients.GroupBy(client => client.Id, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            throw new ArgumentException($"Two clients have the id '{same.Key}': {string.Join(" and ", same.Select(client => client.Contract.Name))}. Give each client an id of its own in [Tenant(...)].");
        }

        _clients = Clients.ToFrozenDictionary(client => client.Id, StringComparer.Ordinal);
    }

    /// <summary>The clients, in ordinal order of their ids.</summary>
    public IReadOnlyList<Client> Clients { get; }

    /// <summary>What clients are judged by at plan.</summary>
    internal IReadOnlyList<RuleCheck> Checks { get; init; } = RuleBook.Checks;

    /// <summary>The client with this id, exactly; null when there is none.</summary>
    public Client? Find(string id) => _clients.GetValueOrDefault(id);
}
