namespace ZooInfra;

/// <summary>A person who has or had access.</summary>
/// <param name="name">The name, as accounts and VPN peers name their holder.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PersonAttribute(string name) : Attribute
{
    /// <summary>The name, as accounts and VPN peers name their holder.</summary>
    public string Name { get; } = name;

    /// <summary>The last day at work, <c>2027-03-31</c>; still there when not given.</summary>
    public string? Left { get; set; }
}
