namespace ZooInfra.Contracts.Components;

/// <summary>What all readers of components ask of nodes.</summary>
internal static class ComponentNodes
{
    private const string Conditional = "$conditional";

    /// <summary>Whether the program makes the component only sometimes, or more than once.</summary>
    public static bool MayBeLeftOut(this FactNode component) => component[Conditional].Flag == true;

    /// <summary>Whether it was given as a text of more than spaces; null when that is not known.</summary>
    public static bool? IsStated(this FactNode node)
        => node.Kind switch
        {
            FactNodeKind.Absent => false,
            FactNodeKind.Unknown => null,
            _ => node.Text is { } text ? !string.IsNullOrWhiteSpace(text) : true,
        };
}
