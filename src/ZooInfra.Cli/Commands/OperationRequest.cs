using ZooInfra.Engine;

namespace ZooInfra.Cli.Commands;

/// <summary>What is to be done with the stacks.</summary>
internal enum Operation
{
    Preview,
    Up,
    Destroy,
    Refresh,
    Drift,
}

/// <summary>One preview, up or destroy as the user asked for it.</summary>
internal sealed record OperationRequest
{
    public required Operation Operation { get; init; }

    public required IReadOnlyList<string> Stacks { get; init; }

    public bool All { get; init; }

    /// <summary>Whether the stacks that failed last time are meant.</summary>
    public bool Failed { get; init; }

    public int ParallelStacks { get; init; } = Fleet.DefaultParallel;

    public bool Yes { get; init; }

    public bool Json { get; init; }

    public bool Diff { get; init; }

    public bool ExpectNoChanges { get; init; }

    public int Parallel { get; init; }

    public string? State { get; init; }

    public string? Out { get; init; }

    public bool NonInteractive { get; init; }

    /// <summary>Where findings of contract rules are written as SARIF; null for nowhere.</summary>
    public string? Sarif { get; init; }

    /// <summary>Whether the state is brought up to date with the real resources first.</summary>
    public bool RefreshFirst { get; init; }

    /// <summary>Whether creates that were cut off are forgotten.</summary>
    public bool ClearPendingCreates { get; init; }

    /// <summary>Which resources it is about, and what a failure stops.</summary>
    public RunOptions Run { get; init; } = RunOptions.None;

    /// <summary>Whether the command only looks.</summary>
    public bool IsReadOnly => Operation is Operation.Preview or Operation.Drift;
}
