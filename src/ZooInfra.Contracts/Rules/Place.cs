using ZooInfra.Contracts.Components;

namespace ZooInfra.Contracts;

/// <summary>Where a rule is broken: a fact of the contract or a value of the program.</summary>
/// <param name="Path">A name of <see cref="FactPath"/>; null when it is a value of the program.</param>
/// <param name="Node">The value; null when it is a fact of the contract.</param>
public readonly record struct Place(string? Path, FactNode? Node)
{
    /// <summary>A fact of the contract.</summary>
    public static implicit operator Place(string path) => new(path, null);

    /// <summary>A value of the program.</summary>
    public static implicit operator Place(FactNode node) => new(null, node);
}
