using Pulumi;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Rules;

/// <summary>A component or resource that the client's own program makes, and what it was given.</summary>
internal sealed class PlannedResource(Resource resource, string urn, Task<FactNode> node)
{
    private volatile string? _violated;

    public Resource Resource => resource;

    public string Urn => urn;

    /// <summary>What it was given; there as soon as all of it is known, or known to be unknown.</summary>
    public Task<FactNode> Node => node;

    /// <summary>Ends when it was judged by itself.</summary>
    public Task Judged { get; set; } = Task.CompletedTask;

    /// <summary>Whether a library's component makes what is under it; otherwise the client's own program does.</summary>
    public bool HidesChildren => resource is ComponentResource && resource.GetType().Assembly == typeof(TenantStack).Assembly;

    /// <summary>The rule that it violates; null when it violates none.</summary>
    public string? Violated
    {
        get => _violated;
        set => _violated = value;
    }
}
