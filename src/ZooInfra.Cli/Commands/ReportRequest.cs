namespace ZooInfra.Cli.Commands;

/// <summary>A report as the user asked for it.</summary>
internal sealed record ReportRequest
{
    public required IReadOnlyList<string> Stacks { get; init; }

    public bool All { get; init; }

    public required string Format { get; init; }

    public string? Output { get; init; }

    public string? Sarif { get; init; }

    public string? Commit { get; init; }

    public bool FailOnViolation { get; init; }

    public string? State { get; init; }
}
