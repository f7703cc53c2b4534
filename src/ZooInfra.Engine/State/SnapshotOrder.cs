using System.Collections.Immutable;

namespace ZooInfra.Engine.State;

/// <summary>
/// Keeps the order of a snapshot: a resource that stands before one it refers to (a run on chosen targets leaves such) goes behind it,
/// everything else stays where it is.
/// </summary>
internal static class SnapshotOrder
{
    public static ImmutableArray<ResourceState> Sort(ImmutableArray<ResourceState> resources)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (resources.All(resource => resource.References().All(seen.Contains) & (seen.Add(resource.Urn.Text) || true)))
        {
            return resources;
        }

        var byUrn = resources.ToLookup(resource => resource.Urn.Text, StringComparer.Ordinal);
        var sorted = ImmutableArray.CreateBuilder<ResourceState>(resources.Length);
        var placed = new HashSet<ResourceState>(ReferenceEqualityComparer.Instance);
        foreach (var resource in resources)
        {
            Place(resource);
        }

        return sorted.MoveToImmutable();

        void Place(ResourceState first)
        {
            // With a stack of its own: a chain of references can be as long as the stack has resources.
            var open = new Stack<(ResourceState Resource, bool Ready)>([(first, false)]);
            while (open.TryPop(out var next))
            {
                if (next.Ready)
                {
                    sorted.Add(next.Resource);
                }
                else if (placed.Add(next.Resource))
                {
                    open.Push((next.Resource, true));
                    foreach (var reference in next.Resource.References().SelectMany(urn => Meant(byUrn[urn], next.Resource)).Where(other => !placed.Contains(other)).Reverse())
                    {
                        open.Push((reference, false));
                    }
                }
            }
        }
    }

    /// <summary>Of several copies under one URN, what is alive means the living one; what waits to be deleted may mean any.</summary>
    private static IEnumerable<ResourceState> Meant(IEnumerable<ResourceState> copies, ResourceState by)
        => by.Delete || copies.All(copy => copy.Delete) ? copies : copies.Where(copy => !copy.Delete);
}
