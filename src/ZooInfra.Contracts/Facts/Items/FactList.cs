namespace ZooInfra.Contracts;

/// <summary>A list of like items that a contract can have: on a class each item is an attribute, in a file each is a map.</summary>
/// <param name="Key">The key in a contract file: <c>signals</c>.</param>
/// <param name="Singular">What one item is called: <c>signal</c>.</param>
/// <param name="Attribute">The name of the attribute class.</param>
/// <param name="Fields">What an item can state.</param>
public sealed record FactList(string Key, string Singular, string Attribute, EquatableArray<FactField> Fields)
{
    /// <summary>The rule that an unreadable value breaks.</summary>
    public string UnreadableRule { get; init; } = "ZOO1009";

    /// <summary>The field with this key; null when there is none.</summary>
    public FactField? Field(string key) => Fields.FirstOrDefault(field => field.Key == key);
}
