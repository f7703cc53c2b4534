namespace ZooInfra.Contracts;

/// <summary>One fact that an item of a list can state.</summary>
/// <param name="Key">Its key in a contract file.</param>
/// <param name="Argument">Its argument on a class: the position of a constructor parameter, or the name of a property.</param>
/// <param name="Form">What it is written as.</param>
public sealed record FactField(string Key, string Argument, FactForm Form)
{
    /// <summary>Whether every item states it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether items of class and file that state the same are one item.</summary>
    public bool IsIdentity { get; init; }
}
