namespace ZooInfra.Cli.Workspace;

/// <summary>Where the passphrase comes from, as for the Pulumi CLI (protocol facts, section 6.11).</summary>
internal static class Passphrase
{
    private const string Variable = "PULUMI_CONFIG_PASSPHRASE";
    private const string FileVariable = "PULUMI_CONFIG_PASSPHRASE_FILE";

    /// <summary>The passphrase, which may be empty; null when none is set.</summary>
    /// <exception cref="CliException">The file that should hold it cannot be read.</exception>
    public static string? FromEnvironment()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { } passphrase)
        {
            return passphrase;
        }

        if (Environment.GetEnvironmentVariable(FileVariable) is not { Length: > 0 } path)
        {
            return null;
        }

        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Usage, $"{FileVariable} names a file that cannot be read: {e.Message}", e);
        }
    }
}
