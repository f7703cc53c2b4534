namespace ZooInfra.Contracts.Components;

/// <summary>The items of a list in a program, as far as they are known.</summary>
/// <param name="Node">The list itself, where it is written.</param>
/// <param name="Items">The items that are known to be there.</param>
/// <param name="IsComplete">Whether there are no others.</param>
internal readonly record struct NodeList(FactNode Node, IReadOnlyList<FactNode> Items, bool IsComplete)
{
    /// <summary>Reads a list; what was not given is an empty one, and one value stands for a list of one.</summary>
    public static NodeList Of(FactNode node) => node.Kind switch
    {
        FactNodeKind.Absent => new(node, [], true),
        FactNodeKind.List => new(node, node.Items, node.IsComplete),
        FactNodeKind.Unknown => new(node, [], false),
        _ => new(node, [node], true),
    };

    /// <summary>Whether all items are there and all are texts.</summary>
    public bool AreTexts => IsComplete && Items.All(item => item.Text is not null);

    /// <summary>The texts among the items.</summary>
    public IReadOnlyList<string> Texts => [.. Items.Select(item => item.Text).OfType<string>()];

    /// <summary>Whether nothing was given.</summary>
    public bool IsEmpty => IsComplete && Items.Count == 0;

    /// <summary>The first item that is the text <paramref name="text"/>; null when none is known to be.</summary>
    public FactNode? Find(string text) => Items.FirstOrDefault(item => item.Text == text);
}
