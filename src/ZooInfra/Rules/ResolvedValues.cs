using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Pulumi;
using ZooInfra.Contracts;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Rules;

/// <summary>
/// Reads what a component was given, as the analyzers read it from source: the same names and shapes, with values in place of expressions. What is there
/// already is read before the call returns, so later changes of a list do not count; outputs are waited for.
/// </summary>
internal static class ResolvedValues
{
    /// <summary>Objects inside of objects are not followed further than this; an object may contain itself.</summary>
    private const int Deepest = 40;

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>The value, as far as it is known.</summary>
    public static Task<FactNode> ReadAsync(object? value, PlanPlace place, int depth = 0)
    {
        if (depth > Deepest)
        {
            return Task.FromResult(FactNode.Unknown(place));
        }

        return Plain(value, place) is { } node ? Task.FromResult(node)
            : InputReaders.Of(value!.GetType()) is { } read ? read(value, place, depth)
            : value switch
            {
                IMadeByFactory made => ObjectAsync(value, made.MadeBy, place, depth),
                ITuple tuple => MembersAsync("System.ValueTuple", null, Enumerable.Range(0, tuple.Length).Select(i => ($"Item{i + 1}", tuple[i])), place, depth),
                IDictionary map => MembersAsync(NameOf(value.GetType()), null, Entries(map), place, depth),
                IEnumerable list when IsCounted(value) => ListAsync(list, place, depth),
                _ when IsOpaque(value) => Task.FromResult(FactNode.Unknown(place)),
                _ => ObjectAsync(value, null, place, depth),
            };
    }

    /// <summary>The full name of a type as rules know it: without type arguments, nested types after a dot.</summary>
    public static string NameOf(Type type)
    {
        var name = (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName ?? type.Name;
        return string.Join('.', name.Split('+', '.').Select(part => part.Split('`')[0]));
    }

    /// <summary>Members that were read as an object of the type <paramref name="type"/>.</summary>
    public static async Task<FactNode> MembersAsync(string type, string? maker, IEnumerable<(string Name, object? Value)> members, PlanPlace place, int depth)
    {
        var names = new List<string>();
        var values = new List<Task<FactNode>>();
        foreach (var (name, value) in members)
        {
            names.Add(name);
            values.Add(ReadAsync(value, place.Member(name), depth + 1));
        }

        var nodes = await Task.WhenAll(values);
        return FactNode.ObjectOf(type, maker, nodes.Select((node, i) => KeyValuePair.Create(names[i], node)), isComplete: true, place);
    }

    private static FactNode? Plain(object? value, PlanPlace place) => value switch
    {
        null => FactNode.Absent(place),
        string text => FactNode.Of(text, place),
        char character => FactNode.Of(character.ToString(), place),
        bool flag => FactNode.Of(flag, place),
        Enum member => FactNode.OfEnum(NameOf(member.GetType()), member.ToString(), place),
        DateOnly date => Whole("System.DateOnly", null, place, ("year", date.Year), ("month", date.Month), ("day", date.Day)),
        TimeSpan span => Whole("System.TimeSpan", "FromSeconds", place, ("seconds", (decimal)span.Ticks / TimeSpan.TicksPerSecond)),
        double number => number is > -7.9e28 and < 7.9e28 ? FactNode.Of((decimal)number, place) : FactNode.Unknown(place),
        float number => number is > -7.9e28f and < 7.9e28f ? FactNode.Of((decimal)number, place) : FactNode.Unknown(place),
        decimal number => FactNode.Of(number, place),
        sbyte or byte or short or ushort or int or uint or long or ulong => FactNode.Of(Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture), place),

        // Rules know the contract from the client itself.
        TenantContract contract => FactNode.ObjectOf(NameOf(typeof(TenantContract)), null, [KeyValuePair.Create("Id", FactNode.Of(contract.Id, place))], isComplete: true, place),
        _ => null,
    };

    private static FactNode Whole(string type, string? maker, PlanPlace place, params (string Name, decimal Number)[] members)
        => FactNode.ObjectOf(type, maker, members.Select(member => KeyValuePair.Create(member.Name, FactNode.Of(member.Number, place))), isComplete: true, place);

    private static Task<FactNode> ObjectAsync(object value, FactoryCall? factory, PlanPlace place, int depth)
    {
        var members = PropertiesOf(value.GetType())
            .Where(property => factory is null || property.SetMethod is not null)
            .Select(property => (property.Name, Get(property, value)));
        return MembersAsync(NameOf(value.GetType()), factory?.Method, [.. factory?.Arguments ?? [], .. members], place, depth);
    }

    private static async Task<FactNode> ListAsync(IEnumerable list, PlanPlace place, int depth)
    {
        Task<FactNode>[] items = [.. Items(list).Select((item, i) => ReadAsync(item, place.Item(i), depth + 1))];
        return FactNode.ListOf(await Task.WhenAll(items), isComplete: true, place);
    }

    private static object?[] Items(IEnumerable list)
    {
        try
        {
            return [.. list.Cast<object?>()];
        }
        catch (InvalidOperationException)
        {
            // The default value of ImmutableArray is no array at all.
            return [];
        }
    }

    private static IEnumerable<(string Name, object? Value)> Entries(IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
        {
            yield return (entry.Key as string ?? Convert.ToString(entry.Key, System.Globalization.CultureInfo.InvariantCulture) ?? "", entry.Value);
        }
    }

    /// <summary>A sequence that may be made only once, or never end, is not for us to enumerate.</summary>
    private static bool IsCounted(object value)
        => value is ICollection || Array.Exists(value.GetType().GetInterfaces(), face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>));

    /// <summary>Objects of libraries say nothing by their properties that rules could know from source.</summary>
    private static bool IsOpaque(object value)
        => value is Resource or Delegate or Task or IEnumerable || value.GetType().Namespace?.Split('.')[0] is "System" or "Microsoft" or "NodaTime" or "Grpc" or "Google";

    private static object? Get(PropertyInfo property, object value)
    {
        try
        {
            return property.GetValue(value);
        }
        catch (TargetInvocationException)
        {
            // What the component itself cannot read it will complain about; here it is not known.
            return Task.CompletedTask;
        }
    }

    private static PropertyInfo[] PropertiesOf(Type type)
        => Properties.GetOrAdd(type, static type => [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.CanRead && property.GetIndexParameters().Length == 0)]);
}
