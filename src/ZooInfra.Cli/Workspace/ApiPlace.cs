using ZooInfra.Api;
using ZooInfra.Api.Storage;

namespace ZooInfra.Cli.Workspace;

/// <summary>Where the database of the API is.</summary>
internal static class ApiPlace
{
    /// <summary>The file that was named, else <c>.zoo/api/zoo.db</c> beside Pulumi.yaml.</summary>
    public static string Of(string? named, Terminal terminal)
        => named is null ? Path.Combine(ProjectFile.Find(terminal.WorkingDirectory).Root, ".zoo", "api", "zoo.db") : Path.GetFullPath(named, terminal.WorkingDirectory);

    /// <summary>Opens the database; makes it when <paramref name="make"/> says so.</summary>
    /// <exception cref="CliException">It is not there, or cannot be used.</exception>
    public static async Task<ApiDatabase> OpenAsync(string? named, Terminal terminal, bool make, CancellationToken cancellationToken)
    {
        var file = Of(named, terminal);
        if (!make && !File.Exists(file))
        {
            throw new CliException(ExitCode.Usage, $"There is no {file}. The first 'zoo key add' or 'zoo serve' makes it; name another with --database.");
        }

        try
        {
            return await ApiDatabase.OpenAsync(file, Migrations.All, cancellationToken);
        }
        catch (ContractHostException e)
        {
            throw new CliException(ExitCode.Failed, e.Message, e);
        }
    }
}
