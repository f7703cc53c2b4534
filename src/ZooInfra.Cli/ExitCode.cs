namespace ZooInfra.Cli;

/// <summary>Exit codes, those of the Pulumi CLI (protocol facts, section 7.3).</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Usage = 2;

    /// <summary>A contract rule was violated at plan.</summary>
    public const int Policy = 5;

    public const int NoSuchStack = 6;
    public const int UnexpectedChanges = 7;
    public const int Cancelled = 8;
}
