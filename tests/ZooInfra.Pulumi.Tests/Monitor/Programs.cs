using System.Text.Json;

namespace ZooInfra.Pulumi.Tests;

/// <summary>Runs programs as an engine in the same process does: the environment is set around the call only.</summary>
internal static class Programs
{
    private static readonly Lock Environment = new();

    public static Task<int> RunAsync(RecordingMonitor monitor, Func<Task<int>> run) => RunAsync(monitor.Script, monitor.Address, run);

    public static async Task<int> RunAsync(MonitorScript script, string address, Func<Task<int>> run) => await Start(
        new()
        {
            ["PULUMI_MONITOR"] = address,
            ["PULUMI_ENGINE"] = address,
            ["PULUMI_PROJECT"] = script.Project,
            ["PULUMI_STACK"] = script.Stack,
            ["PULUMI_ORGANIZATION"] = "organization",
            ["PULUMI_DRY_RUN"] = script.DryRun ? "true" : "false",
            ["PULUMI_PARALLEL"] = "16",
            ["PULUMI_CONFIG"] = JsonSerializer.Serialize(script.Config),
            ["PULUMI_CONFIG_SECRET_KEYS"] = JsonSerializer.Serialize(script.SecretKeys),
        },
        run).WaitAsync(TimeSpan.FromSeconds(60));

    public static Task<int> Start(Dictionary<string, string?> environment, Func<Task<int>> run)
    {
        lock (Environment)
        {
            foreach (var (name, value) in environment)
            {
                System.Environment.SetEnvironmentVariable(name, value);
            }

            try
            {
                return run();
            }
            finally
            {
                foreach (var name in environment.Keys)
                {
                    System.Environment.SetEnvironmentVariable(name, null);
                }
            }
        }
    }
}
