using ZooInfra.Contracts.Components;

namespace ZooInfra.Contracts.Tests.Rules;

/// <summary>Writes nodes as short as the code they stand for, and hides parts of them.</summary>
internal static class Nodes
{
    /// <summary>A component of this class with these arguments.</summary>
    public static FactNode Component(string type, string name, params (string Name, object? Value)[] args)
        => Object(type, null, ("name", name), ("args", Object(type + "Args", null, args)));

    public static FactNode New(params (string Name, object? Value)[] members) => Object("Something", null, members);

    public static FactNode Made(string maker, params (string Name, object? Value)[] members) => Object("Something", maker, members);

    public static FactNode List(params object[] items) => FactNode.ListOf([.. items.Select(Of)], isComplete: true, null);

    public static FactNode Unknown { get; } = FactNode.Unknown(null);

    /// <summary>The node with parts of it hidden, by chance: what is hidden is not known, and what it was in is not complete.</summary>
    public static FactNode Hide(FactNode node, Random chance, double share)
    {
        if (chance.NextDouble() < share)
        {
            return FactNode.Unknown(node.Origin);
        }

        return node.Kind switch
        {
            FactNodeKind.List => Partly(node.Items, chance, share) is var (items, all) ? FactNode.ListOf([.. items.Select(item => Hide(item, chance, share))], node.IsComplete && all, node.Origin) : node,
            FactNodeKind.Object => Partly([.. node.Members], chance, share) is var (members, all)
                ? FactNode.ObjectOf(node.Type!, node.Maker, members.Select(member => KeyValuePair.Create(member.Key, Hide(member.Value, chance, share))), node.IsComplete && all, node.Origin)
                : node,
            _ => node,
        };
    }

    /// <summary>Components with parts hidden, but not what class they are of.</summary>
    public static FactNode HideIn(FactNode component, Random chance, double share)
        => FactNode.ObjectOf(component.Type!, null, component.Members.Select(member => KeyValuePair.Create(member.Key, Hide(member.Value, chance, share))), component.IsComplete, component.Origin);

    private static (IReadOnlyList<T> Left, bool All) Partly<T>(IReadOnlyList<T> parts, Random chance, double share)
    {
        List<T> left = [.. parts.Where(_ => chance.NextDouble() >= share / 2)];
        return (left, left.Count == parts.Count);
    }

    private static FactNode Object(string type, string? maker, params (string Name, object? Value)[] members)
        => FactNode.ObjectOf(type, maker, members.Select(member => KeyValuePair.Create(member.Name, Of(member.Value))), isComplete: true, null);

    private static FactNode Of(object? value) => value switch
    {
        null => FactNode.Absent(null),
        FactNode node => node,
        string text => FactNode.Of(text, null),
        bool flag => FactNode.Of(flag, null),
        int number => FactNode.Of(number, null),
        Enum word => FactNode.OfEnum(word.GetType().FullName!, word.ToString(), null),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
