namespace ZooInfra;

/// <summary>Something that the promise rests on and others run: a cloud, a carrier, a shared service.</summary>
/// <param name="name">What it is called.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DependencyAttribute(string name) : Attribute
{
    /// <summary>What it is called.</summary>
    public string Name { get; } = name;

    /// <summary>What its operator promises, in percent, above 0 and at most 100; unknown when not given.</summary>
    public double Availability { get; set; }

    /// <summary>Dependencies with one such name stand in for each other.</summary>
    public string? Redundancy { get; set; }

    /// <summary>Where its operator promises it.</summary>
    public string? Clause { get; set; }
}
