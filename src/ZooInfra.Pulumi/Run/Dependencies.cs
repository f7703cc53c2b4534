namespace Pulumi;

/// <summary>Which URNs stand for a set of resources (protocol facts, section 3.8).</summary>
internal static class Dependencies
{
    /// <summary>
    /// The URNs in ordinal order. A local component is not a dependency itself: what its descendants are stands for it, as far as they are made by now.
    /// </summary>
    public static async Task<SortedSet<string>> ExpandAsync(IEnumerable<Resource> resources, Resource? waiting = null)
    {
        var reached = Reached(resources);
        if (waiting is not null && reached.Contains(waiting))
        {
            throw new ResourceException($"'{waiting.GetResourceName()}' ({waiting.GetResourceType()}) depends on itself: one of its inputs or DependsOn names a component that it is a part of. Depend on the parts that are needed instead.", null, hideStack: true);
        }

        var urns = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var resource in reached)
        {
            urns.Add((await resource.Urn.DataAsync.ConfigureAwait(false)).Value);
        }

        return urns;
    }

    /// <summary>The resources that stand for a set: local components are replaced by what is under them.</summary>
    public static HashSet<Resource> Reached(IEnumerable<Resource> resources)
    {
        var reached = new HashSet<Resource>();
        var todo = new Stack<Resource>(resources);
        var seen = new HashSet<Resource>();
        while (todo.TryPop(out var next))
        {
            if (next is CustomResource || next.Remote)
            {
                reached.Add(next);
            }
            else if (seen.Add(next))
            {
                foreach (var child in next.Children)
                {
                    todo.Push(child);
                }
            }
        }

        return reached;
    }
}
