using ZooInfra.Api.Vpn;
using ZooInfra.Cli.Workspace;

namespace ZooInfra.Cli.Serving;

/// <summary>Has <c>zoo serve</c> take requests for VPN peers and apply them to the stacks of the project it runs in.</summary>
internal static class VpnServing
{
    /// <exception cref="CliException">There is no project here, or it cannot be read.</exception>
    public static VpnHosting Of(Platform platform, Terminal terminal, string database, string? state, string? output)
    {
        var file = ProjectFile.Find(terminal.WorkingDirectory);
        var project = new ServedProject(file, StatePlace.Of(state, file, terminal))
        {
            Out = output is null ? null : Path.GetFullPath(output, terminal.WorkingDirectory),
        };
        return new()
        {
            Apply = new EngineApply(platform, project),
            Database = database,
            Output = terminal.Out,
        };
    }
}
