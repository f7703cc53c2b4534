using ZooInfra.Engine.State;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Planning;

/// <summary>Says which of the resources that nobody asked for may go (protocol facts, sections 5.6 and 5.11).</summary>
internal sealed class Doomed(BaseResources last, Targets targets)
{
    /// <summary>The indices of the resources to be removed, in snapshot order.</summary>
    /// <exception cref="RunException">Something that is not a target depends on one of them.</exception>
    public IReadOnlyList<int> Indices()
    {
        var untouched = last.Untouched();
        var going = targets.AreGiven ? Targeted(untouched) : untouched;
        var needed = NeededByHeld();
        if (targets.AreGiven && going.Where(index => needed.ContainsKey(last[index].Urn.Text)).Select(index => last[index].Urn.Text).FirstOrDefault() is { } urn)
        {
            throw NotTargeted(urn, needed[urn]);
        }

        return needed.Count == 0 ? going : [.. going.Where(index => last.IsCondemned(index) || !needed.ContainsKey(last[index].Urn.Text))];
    }

    private List<int> Targeted(IReadOnlyList<int> untouched)
    {
        // In snapshot order a dependent is met after what it depends on.
        var covered = untouched.Where(index => targets.Cover(last[index])).ToList();
        var staying = untouched.Except(covered).ToList();
        var chosen = covered.Where(index => !last.IsCondemned(index) && !IsGround(index)).Select(index => last[index].Urn.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var index in staying)
        {
            if (last[index].References().FirstOrDefault(chosen.Contains) is { } urn)
            {
                throw NotTargeted(urn, last[index].Urn.Text);
            }
        }

        // What everything stands on goes only with everything.
        return staying.Count == 0 && !last.Held.Any() ? covered : [.. covered.Where(index => !IsGround(index))];
    }

    private bool IsGround(int index) => last[index].IsProvider || last[index].Type == ResourceUrn.StackType;

    /// <summary>What the resources that stay as they were refer to, directly or through others, and by which.</summary>
    private Dictionary<string, string> NeededByHeld()
    {
        var needed = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new Stack<ResourceState>(last.Held.Select(index => last[index]));
        while (open.TryPop(out var resource))
        {
            foreach (var urn in resource.References().Where(urn => needed.TryAdd(urn, resource.Urn.Text)))
            {
                if (last.FindText(urn) is { } index)
                {
                    open.Push(last[index]);
                }
            }
        }

        return needed;
    }

    private static RunException NotTargeted(string urn, string dependent)
        => new($"{urn} cannot be deleted: {dependent} depends on it and is not a target. Add --target {dependent}, or --target-dependents.");
}
