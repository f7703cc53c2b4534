namespace ZooInfra;

/// <summary>A story card: a negotiated change with its limits. Its limits are contract facts like any other.</summary>
/// <param name="title">What is to be done.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class StoryCardAttribute(string title) : Attribute
{
    /// <summary>What is to be done.</summary>
    public string Title { get; } = title;

    /// <summary>What the card covers.</summary>
    public string[] Scope { get; set; } = [];

    /// <summary>What must be true when it is done.</summary>
    public string[] Acceptance { get; set; } = [];

    /// <summary>The most downtime the change may cause: <c>30m</c>.</summary>
    public string? MaxDowntime { get; set; }

    /// <summary>Whether the change must pass in a sandbox first (NIST 800-53r5 CM-4(1)).</summary>
    public bool SandboxTest { get; set; }

    /// <summary>The clause or document that the card serves.</summary>
    public string? Contract { get; set; }
}
