using System.Collections.Concurrent;

namespace ZooInfra.Contracts;

/// <summary>The clients of one platform, as rules that compare clients see them.</summary>
public sealed class ClientSet
{
    private readonly Dictionary<string, ClientView> _byId;
    private readonly ConcurrentDictionary<Type, object> _indexes = new();

    /// <summary>Takes the clients; of two with one id the first counts.</summary>
    public ClientSet(IEnumerable<ClientView> clients)
    {
        Clients = [.. clients];
        _byId = new(StringComparer.OrdinalIgnoreCase);
        foreach (var client in Clients)
        {
            if (!_byId.ContainsKey(client.Contract.Id))
            {
                _byId.Add(client.Contract.Id, client);
            }
        }
    }

    /// <summary>The clients, in the order given.</summary>
    public IReadOnlyList<ClientView> Clients { get; }

    /// <summary>The client with this id, case not regarded; null when it is not on this platform.</summary>
    public ClientView? Find(string id) => _byId.TryGetValue(id, out var client) ? client : null;

    /// <summary>An index over all clients, made once: a rule that compares clients must not look at every pair.</summary>
    internal T Index<T>(Func<ClientSet, T> make)
        where T : class
        => (T)_indexes.GetOrAdd(typeof(T), _ => make(this));
}
