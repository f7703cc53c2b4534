namespace ZooInfra.Cli.Reports;

/// <summary>Writes what a command made into the file that the user names.</summary>
internal static class ReportFile
{
    /// <exception cref="CliException">The file cannot be written.</exception>
    public static void Write(Terminal terminal, string file, string text)
    {
        var path = Path.GetFullPath(file, terminal.WorkingDirectory);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Failed, $"{path} cannot be written: {e.Message}", e);
        }
    }
}
