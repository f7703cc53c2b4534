using System.Collections.Concurrent;
using System.Reflection;
using Pulumi;
using Pulumi.Utilities;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Rules;

/// <summary>Reads inputs and outputs of any type, waiting for them. What fails is not known here; who needs it reports the failure.</summary>
internal static class InputReaders
{
    private static readonly ConcurrentDictionary<Type, Func<object, PlanPlace, int, Task<FactNode>>?> ByType = new();

    /// <summary>The reader for values of <paramref name="type"/>; null when it is neither input nor output.</summary>
    public static Func<object, PlanPlace, int, Task<FactNode>>? Of(Type type) => ByType.GetOrAdd(type, Find);

    private static Func<object, PlanPlace, int, Task<FactNode>>? Find(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.IsGenericType && Reader(current.GetGenericTypeDefinition()) is { } name)
            {
                return typeof(InputReaders).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!
                    .MakeGenericMethod(current.GenericTypeArguments)
                    .CreateDelegate<Func<object, PlanPlace, int, Task<FactNode>>>();
            }
        }

        return null;
    }

    private static string? Reader(Type definition)
        => definition == typeof(InputList<>) ? nameof(ListAsync)
            : definition == typeof(InputMap<>) ? nameof(MapAsync)
            : definition == typeof(Input<>) ? nameof(InputAsync)
            : definition == typeof(Output<>) ? nameof(OutputAsync)
            : definition == typeof(Union<,>) ? nameof(UnionAsync)
            : null;

    private static Task<FactNode> InputAsync<T>(object input, PlanPlace place, int depth) => ResolveAsync(((Input<T>)input).ToOutput(), place, depth);

    private static Task<FactNode> OutputAsync<T>(object output, PlanPlace place, int depth) => ResolveAsync((Output<T>)output, place, depth);

    private static Task<FactNode> UnionAsync<T0, T1>(object union, PlanPlace place, int depth) => ResolvedValues.ReadAsync(((Union<T0, T1>)union).Value, place, depth + 1);

    private static async Task<FactNode> ResolveAsync<T>(Output<T> output, PlanPlace place, int depth)
    {
        if (await StateOfAsync(output, place) is not { IsKnown: true } state)
        {
            return FactNode.Unknown(place);
        }

        return await ResolvedValues.ReadAsync(await OutputUtilities.GetValueAsync(output), state.Place, depth + 1);
    }

    private static async Task<FactNode> ListAsync<T>(object input, PlanPlace place, int depth)
    {
        // One unknown item makes the list as a whole unknown, so its items are asked one by one.
        var list = (InputList<T>)input;
        if (await StateOfAsync(list.ToOutput(), place) is not { } state)
        {
            return FactNode.Unknown(place);
        }

        var items = new List<Task<FactNode>>();
        try
        {
            await foreach (var item in list)
            {
                items.Add(ResolvedValues.ReadAsync(item, state.Place.Item(items.Count), depth + 1));
            }
        }
        catch (Exception) when (!state.IsKnown)
        {
            return FactNode.Unknown(state.Place);
        }

        return items.Count == 0 && !state.IsKnown ? FactNode.Unknown(state.Place) : FactNode.ListOf(await Task.WhenAll(items), isComplete: true, state.Place);
    }

    private static async Task<FactNode> MapAsync<T>(object input, PlanPlace place, int depth)
    {
        var map = (InputMap<T>)input;
        if (await StateOfAsync(map.ToOutput(), place) is not { } whole)
        {
            return FactNode.Unknown(place);
        }

        var (members, isComplete) = (new List<KeyValuePair<string, FactNode>>(), true);
        try
        {
            await foreach (var entry in map)
            {
                var output = entry.ToOutput();
                if (await StateOfAsync(output, whole.Place) is { IsKnown: true } state)
                {
                    var (key, value) = await OutputUtilities.GetValueAsync(output);
                    members.Add(KeyValuePair.Create(key, await ResolvedValues.ReadAsync(value, state.Place.Member(key), depth + 1)));
                }
                else
                {
                    isComplete = false;
                }
            }
        }
        catch (Exception) when (!whole.IsKnown)
        {
            return FactNode.Unknown(whole.Place);
        }

        return members.Count == 0 && !whole.IsKnown ? FactNode.Unknown(whole.Place) : FactNode.ObjectOf("Pulumi.InputMap", null, members, isComplete, whole.Place);
    }

    /// <summary>Whether the output is known, and its place with the mark of a secret; null when it failed.</summary>
    private static async Task<OutputState?> StateOfAsync<T>(Output<T> output, PlanPlace place)
    {
        try
        {
            var isKnown = await OutputUtilities.GetIsKnownAsync(output);
            return new(isKnown, place with { IsSecret = place.IsSecret || await Output.IsSecretAsync(output) });
        }
        catch (Exception)
        {
            return null;
        }
    }

    private sealed record OutputState(bool IsKnown, PlanPlace Place);
}
