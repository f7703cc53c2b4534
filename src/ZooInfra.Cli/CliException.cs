namespace ZooInfra.Cli;

/// <summary>The command cannot go on. The message is the sentence the user reads.</summary>
internal sealed class CliException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;
}
