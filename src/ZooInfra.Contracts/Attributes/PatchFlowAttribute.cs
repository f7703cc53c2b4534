namespace ZooInfra;

/// <summary>How patches reach assets.</summary>
/// <param name="name">What it is called.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PatchFlowAttribute(string name) : Attribute
{
    /// <summary>What it is called.</summary>
    public string Name { get; } = name;

    /// <summary>Names or groups of assets.</summary>
    public string[] Targets { get; set; } = [];

    /// <summary>Whether it reboots what it patches, or installs what is known to.</summary>
    public bool Reboots { get; set; }

    /// <summary>How it is checked that all is well after it.</summary>
    public string? Verify { get; set; }

    /// <summary>How often it runs: <c>7d</c>.</summary>
    public string? Every { get; set; }

    /// <summary>How often the agent on the asset looks for work; at once when not given.</summary>
    public string? AgentInterval { get; set; }

    /// <summary>How long 95 of 100 runs took at most.</summary>
    public string? Takes { get; set; }

    /// <summary>How long it takes to undo.</summary>
    public string? Rollback { get; set; }

    /// <summary>When it starts: <c>Mon 02:00 UTC</c>; at the start of a patch window when not given.</summary>
    public string? Starts { get; set; }
}
