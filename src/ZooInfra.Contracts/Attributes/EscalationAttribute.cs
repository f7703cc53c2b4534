namespace ZooInfra;

/// <summary>Who is told next.</summary>
/// <param name="level">1 for the first.</param>
/// <param name="contact">Who is told.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class EscalationAttribute(int level, string contact) : Attribute
{
    /// <summary>1 for the first.</summary>
    public int Level { get; } = level;

    /// <summary>Who is told.</summary>
    public string Contact { get; } = contact;

    /// <summary>How long after the level before: <c>15m</c>; at once when not given.</summary>
    public string? After { get; set; }
}
