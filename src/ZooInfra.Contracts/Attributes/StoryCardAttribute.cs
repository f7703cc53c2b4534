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

    /// <summary>When the change is planned, weekdays and hours with their zone: <c>Wed 01:00-03:00 UTC</c>.</summary>
    public string? Window { get; set; }

    /// <summary>The day by which it must be done, <c>2027-03-31</c>.</summary>
    public string? Deadline { get; set; }

    /// <summary>The sandbox that it is tried in.</summary>
    public string? Sandbox { get; set; }

    /// <summary>The tests of <see cref="Acceptance"/>, one for each in the same order: names that <c>dotnet test --filter</c> takes.</summary>
    public string[] Tests { get; set; } = [];
}
