using ZooInfra.Engine.State;

namespace ZooInfra.Engine.Tests.Crash;

/// <summary>Compares what the state says with what really exists.</summary>
internal static class Audit
{
    /// <summary>What neither agrees nor is named by a pending operation; empty when the state is honest.</summary>
    /// <param name="state">The state, with what the journal has.</param>
    /// <param name="world">What exists.</param>
    /// <param name="drifted">Ids that somebody else touched, which only a refresh can know of.</param>
    public static IReadOnlyList<string> Differences(Snapshot state, World world, IReadOnlySet<string> drifted)
    {
        var things = world.Things;
        var named = state.PendingOperations.ToLookup(operation => operation.Resource.Urn.Text, operation => operation.Type, StringComparer.Ordinal);
        var resources = state.Resources.Where(resource => resource is { Custom: true, IsProvider: false }).ToList();
        var known = resources.Select(resource => resource.Id).ToHashSet(StringComparer.Ordinal);
        var differences = new List<string>();
        foreach (var orphans in things.Values.Where(thing => !known.Contains(thing.Id)).GroupBy(thing => thing.Urn, StringComparer.Ordinal))
        {
            var creating = named[orphans.Key].Count(type => type == "creating");
            if (orphans.Count() > creating)
            {
                differences.Add($"{orphans.Key} exists {orphans.Count()} times unknown to the state, which names {creating} of them");
            }
        }

        foreach (var resource in resources.Where(resource => !drifted.Contains(resource.Id)))
        {
            var urn = resource.Urn.Text;
            if (!things.TryGetValue(resource.Id, out var thing))
            {
                if (!resource.PendingReplacement && !named[urn].Contains("deleting"))
                {
                    differences.Add($"{urn} is in the state and does not exist");
                }
            }
            else if (thing.Value != WorldProvider.PropertyText(resource.Outputs.GetValueOrDefault("value")) && !named[urn].Contains("updating"))
            {
                differences.Add($"{urn} is not what the state says");
            }
        }

        return differences;
    }

    /// <summary>What is not as the program says, with nothing left open.</summary>
    public static IReadOnlyList<string> Unfinished(Snapshot state, World world, Wanted[] program)
    {
        var differences = Differences(state, world, new HashSet<string>()).ToList();
        differences.AddRange(state.PendingOperations.Select(operation => $"{operation.Resource.Urn} is still {operation.Type}"));
        differences.AddRange(state.Resources.Where(resource => resource.Delete || resource.PendingReplacement).Select(resource => $"{resource.Urn} is still to be removed or replaced"));
        var wanted = program.Where(resource => resource.Custom).Select(resource => (Bench.Urn(resource.Name, resource.Type), WorldProvider.PropertyText(resource.Inputs.GetValueOrDefault("value")))).Order();
        var there = world.Things.Values.Select(thing => (thing.Urn, thing.Value)).Order();
        if (!wanted.SequenceEqual(there))
        {
            differences.Add($"The program wants {string.Join(", ", wanted.Select(thing => thing.Item1))}; there is {string.Join(", ", there.Select(thing => thing.Urn))}");
        }

        return differences;
    }
}
