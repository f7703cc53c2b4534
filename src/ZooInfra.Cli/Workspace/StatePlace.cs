namespace ZooInfra.Cli.Workspace;

/// <summary>Finds the state directory.</summary>
internal static class StatePlace
{
    /// <param name="chosen">What <c>--state</c> said; null when the user did not say.</param>
    /// <param name="project">The project.</param>
    /// <param name="terminal">Where relative paths start.</param>
    public static string Of(string? chosen, ProjectFile project, Terminal terminal)
        => chosen is null ? Path.Combine(project.Root, ".zoo", "state") : Path.GetFullPath(chosen, terminal.WorkingDirectory);
}
