using NodaTime;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Contracts;

/// <summary>All that rules look at of one client.</summary>
/// <param name="Contract">What was promised.</param>
public sealed record ClientView(TenantContract Contract)
{
    /// <summary>
    /// The components and resources that the client's program makes: objects whose <see cref="FactNode.Type"/> is the component's class, with the
    /// arguments of its constructor as members (<c>name</c>, <c>args</c>, <c>options</c>).
    /// </summary>
    public IReadOnlyList<FactNode> Components { get; init; } = [];

    /// <summary>Whether the program makes no others. Where this is false, nothing can be said to be missing.</summary>
    public bool ComponentsAreComplete { get; init; }

    /// <summary>The day for which the client is judged, UTC; null when it is not known, and then nothing is late.</summary>
    public LocalDate? Today { get; init; }

    /// <summary>Who wrote the change that is judged; null when it is not known. The author cannot approve their own waiver.</summary>
    public string? Author { get; init; }

    /// <summary>Remembered months; one for all clients of a run.</summary>
    public WorstMonthCache Months { get; init; } = new();

    /// <summary>The components of the class with this full name.</summary>
    public IEnumerable<FactNode> ComponentsOf(string type) => Components.Where(component => component.Type == type);
}
