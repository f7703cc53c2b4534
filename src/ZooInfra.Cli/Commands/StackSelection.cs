namespace ZooInfra.Cli.Commands;

/// <summary>Finds the clients that a command means.</summary>
internal static class StackSelection
{
    /// <exception cref="CliException">A stack does not exist, or none was named.</exception>
    public static IReadOnlyList<Client> Select(Platform platform, OperationRequest request)
    {
        var known = string.Join(", ", platform.Clients.Select(client => client.Id));
        if (request.All)
        {
            return request.Stacks.Count == 0
                ? platform.Clients
                : throw new CliException(ExitCode.Usage, "Give either --stack or --all, not both.");
        }

        if (request.Stacks.Count == 0)
        {
            return platform.Clients is [var only]
                ? [only]
                : throw new CliException(ExitCode.Usage, $"Name the stacks with -s NAME (repeatable) or take them all with --all. Stacks: {known}");
        }

        return [.. request.Stacks.Distinct(StringComparer.Ordinal).Select(name => platform.Find(name)
            ?? throw new CliException(ExitCode.NoSuchStack, $"No stack named '{name}'. Stacks: {known}"))];
    }
}
