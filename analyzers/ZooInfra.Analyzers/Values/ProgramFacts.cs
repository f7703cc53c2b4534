using Microsoft.CodeAnalysis;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Analyzers.Values;

/// <summary>What the source says of the components that a client's program makes.</summary>
/// <param name="Components">
/// The components and resources in the order in which they are made: objects whose type is the component's class, with the arguments of its constructor
/// as members. One that is made in a loop or under a condition that is not constant has the member <see cref="Conditional"/> as well.
/// </param>
/// <param name="IsComplete">Whether there can be no others.</param>
internal sealed record ProgramFacts(IReadOnlyList<FactNode> Components, bool IsComplete)
{
    /// <summary>The member of a component that is true when the program may make it not at all, or several times.</summary>
    public const string Conditional = "$conditional";

    /// <summary>Where <paramref name="node"/> is written; null when it is written nowhere.</summary>
    public static Location? Locate(FactNode node) => (node.Origin as SyntaxNode)?.GetLocation();
}
