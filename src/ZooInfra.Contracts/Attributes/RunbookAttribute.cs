namespace ZooInfra;

/// <summary>What to do when it happens.</summary>
/// <param name="name">What it is called.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RunbookAttribute(string name) : Attribute
{
    /// <summary>What it is called.</summary>
    public string Name { get; } = name;

    /// <summary>How much hangs on it: 1 for the most, upward; not stated when 0.</summary>
    public int Tier { get; set; }

    /// <summary>The assets it deals with.</summary>
    public string[] Assets { get; set; } = [];

    /// <summary>When it was last rehearsed, <c>2027-03-31</c>.</summary>
    public string? Rehearsed { get; set; }

    /// <summary>How old a rehearsal may be: <c>90d</c>.</summary>
    public string? RehearseEvery { get; set; }

    /// <summary>How long 95 of 100 rehearsals took at most.</summary>
    public string? Takes { get; set; }

    /// <summary>How long it takes to undo.</summary>
    public string? Rollback { get; set; }

    /// <summary>Who approved it.</summary>
    public string? ApprovedBy { get; set; }
}
