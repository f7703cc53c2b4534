using System.Collections;
using System.Globalization;
using System.Text.Json;
using ZooInfra.Engine;
using ZooInfra.Protocol;
using ZooInfra.Rules;

namespace ZooInfra.Cli;

/// <summary>
/// Starts client programs in this process against an engine. A program finds its engine through variables (protocol facts, section 1.2). The built-in
/// Pulumi model takes those of its run, and calls the engine without a connection. The official one reads the environment of the process, before RunAsync returns; there they stand only that
/// long, under a lock.
/// </summary>
internal static class ProgramLauncher
{
    private static readonly Lock Gate = new();

    private static readonly bool IsBuiltin = typeof(Pulumi.Deployment).Assembly.GetName().Name == "ZooInfra.Pulumi";

    public static async Task<int> RunAsync(Client client, ProgramSettings settings, string projectRoot, PlanWatch watch, CancellationToken cancellationToken)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PULUMI_ORGANIZATION"] = "organization",
            ["PULUMI_PROJECT"] = settings.Project,
            ["PULUMI_STACK"] = settings.Stack,
            ["PULUMI_ROOT_DIRECTORY"] = projectRoot,
            ["PULUMI_DRY_RUN"] = settings.DryRun ? "true" : "false",
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = settings.Parallel.ToString(CultureInfo.InvariantCulture),
            ["PULUMI_CONFIG"] = JsonSerializer.Serialize(settings.Config),
            ["PULUMI_CONFIG_SECRET_KEYS"] = JsonSerializer.Serialize(settings.SecretConfigKeys),
        };
        if (IsBuiltin)
        {
            return await RunEnvironment.StartAsync(variables, settings.Calls, () => watch.RunAsync(client.RunAsync));
        }

        variables["PULUMI_MONITOR"] = variables["PULUMI_ENGINE"] = await settings.AddressAsync(cancellationToken);
        return await RunInProcessEnvironmentAsync(() => watch.RunAsync(client.RunAsync), variables);
    }

    private static Task<int> RunInProcessEnvironmentAsync(Func<Task<int>> run, Dictionary<string, string> variables)
    {
        lock (Gate)
        {
            var before = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
                .Where(entry => variables.ContainsKey((string)entry.Key))
                .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value, StringComparer.Ordinal);
            try
            {
                foreach (var (name, value) in variables)
                {
                    Environment.SetEnvironmentVariable(name, value);
                }

                return run();
            }
            finally
            {
                foreach (var name in variables.Keys)
                {
                    Environment.SetEnvironmentVariable(name, before.GetValueOrDefault(name));
                }
            }
        }
    }
}
