namespace ZooInfra;

/// <summary>Something that is counted for the bill.</summary>
/// <param name="name">What is counted.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MeterAttribute(string name) : Attribute
{
    /// <summary>What is counted.</summary>
    public string Name { get; } = name;

    /// <summary>Where the count comes from.</summary>
    public string? Source { get; set; }
}
