namespace ZooInfra.Cli;

/// <summary>Where a command reads and writes.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Errors.</param>
/// <param name="In">Answers of the user.</param>
/// <param name="WorkingDirectory">Where relative paths start.</param>
/// <param name="IsInteractive">Whether a person reads and can answer.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, TextReader In, string WorkingDirectory, bool IsInteractive)
{
    public static bool IsInteractiveConsole => !Console.IsInputRedirected && !Console.IsOutputRedirected;
}
