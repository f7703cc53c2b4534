using System.Runtime.CompilerServices;

namespace ZooInfra.Contracts.Components;

/// <summary>Keeps what was read of each client's components, because many rules look at the same ones. Lives as long as the components.</summary>
/// <typeparam name="T">What is read of a component.</typeparam>
internal sealed class FactCache<T>(string component, Func<FactNode, T> read)
{
    private static readonly IReadOnlyList<T> None = [];
    private readonly ConditionalWeakTable<IReadOnlyList<FactNode>, IReadOnlyList<T>> _known = new();

    public IReadOnlyList<T> Of(ClientView client)
    {
        foreach (var made in client.Components)
        {
            if (made.Type == component)
            {
                return _known.GetValue(client.Components, _ => [.. client.ComponentsOf(component).Select(read)]);
            }
        }

        return None;
    }
}
