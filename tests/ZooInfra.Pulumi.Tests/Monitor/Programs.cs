using System.Text.Json;
using Grpc.Core;
using ZooInfra.Protocol;

namespace ZooInfra.Pulumi.Tests;

/// <summary>Runs programs as an engine in the same process does: the environment is set around the call only.</summary>
internal static class Programs
{
    private static readonly Lock Environment = new();

    public static Task<int> RunAsync(RecordingMonitor monitor, Func<Task<int>> run) => RunAsync(monitor.Script, monitor.Address, run);

    public static async Task<int> RunAsync(MonitorScript script, string address, Func<Task<int>> run)
    {
        var variables = Variables(script).ToDictionary(variable => variable.Key, variable => (string?)variable.Value);
        variables["PULUMI_MONITOR"] = variables["PULUMI_ENGINE"] = address;
        return await Start(variables, run).WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>Runs a program against an engine that it calls without a connection.</summary>
    public static async Task<int> RunAsync(MonitorScript script, CallInvoker engine, Func<Task<int>> run)
        => await RunEnvironment.StartAsync(Variables(script), engine, run).WaitAsync(TimeSpan.FromSeconds(60));

    private static Dictionary<string, string> Variables(MonitorScript script) => new()
    {
        ["PULUMI_PROJECT"] = script.Project,
        ["PULUMI_STACK"] = script.Stack,
        ["PULUMI_ORGANIZATION"] = "organization",
        ["PULUMI_DRY_RUN"] = script.DryRun ? "true" : "false",
        ["PULUMI_PARALLEL"] = "16",
        ["PULUMI_CONFIG"] = JsonSerializer.Serialize(script.Config),
        ["PULUMI_CONFIG_SECRET_KEYS"] = JsonSerializer.Serialize(script.SecretKeys),
    };

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
