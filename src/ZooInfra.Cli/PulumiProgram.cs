using Pulumi;
using ZooInfra.Rules;

namespace ZooInfra.Cli;

/// <summary>This executable as a plain Pulumi program, started by <c>pulumi</c>.</summary>
internal static class PulumiProgram
{
    public static bool IsWanted => Environment.GetEnvironmentVariable("PULUMI_MONITOR") is { Length: > 0 };

    public static Task<int> RunAsync(Platform platform, TextWriter error)
    {
        var stack = Environment.GetEnvironmentVariable("PULUMI_STACK") ?? "";
        if (platform.Find(stack) is { } client)
        {
            try
            {
                return new PlanWatch(PlanFacts.FromEnvironment(TimeProvider.System, platform), client.Contract).RunAsync(client.RunAsync);
            }
            catch (RunException e)
            {
                error.WriteLine($"error: {e.Message}");
                return Task.FromResult(ExitCode.Failed);
            }
        }

        error.WriteLine($"error: No client has the id '{stack}'. Stacks are named after clients: {string.Join(", ", platform.Clients.Select(c => c.Id))}.");
        return Task.FromResult(ExitCode.Failed);
    }
}
