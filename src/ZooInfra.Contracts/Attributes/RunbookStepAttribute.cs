namespace ZooInfra;

/// <summary>A step of a runbook.</summary>
/// <param name="runbook">The name of the runbook.</param>
/// <param name="step">What is done.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RunbookStepAttribute(string runbook, string step) : Attribute
{
    /// <summary>The name of the runbook.</summary>
    public string Runbook { get; } = runbook;

    /// <summary>What is done.</summary>
    public string Step { get; } = step;

    /// <summary>Whether it changes anything.</summary>
    public bool Changes { get; set; }

    /// <summary>How it is checked.</summary>
    public string? Verify { get; set; }

    /// <summary>How it is undone.</summary>
    public string? Undo { get; set; }

    /// <summary>The asset it is done to.</summary>
    public string? Asset { get; set; }
}
