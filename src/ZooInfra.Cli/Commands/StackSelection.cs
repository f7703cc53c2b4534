namespace ZooInfra.Cli.Commands;

/// <summary>Finds the clients that a command means.</summary>
internal static class StackSelection
{
    /// <exception cref="CliException">A stack does not exist, or none was named.</exception>
    /// <param name="platform">The clients there are.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="failed">The stacks that failed last time; null where that cannot be asked for.</param>
    public static IReadOnlyList<Client> Select(Platform platform, OperationRequest request, Func<IReadOnlyList<string>>? failed = null)
    {
        var known = string.Join(", ", platform.Clients.Select(client => client.Id));
        if (request.Failed && failed is not null)
        {
            return request.Stacks.Count == 0 && !request.All
                ? [.. failed().Select(platform.Find).OfType<Client>()]
                : throw new CliException(ExitCode.Usage, "--failed names the stacks itself; give neither --stack nor --all with it.");
        }

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
