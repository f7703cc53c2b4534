using System.Globalization;
using Pulumi.Testing;
using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>What a program is told when it starts (protocol facts, section 1.3).</summary>
internal sealed record ProgramSettings(
    string MonitorAddress,
    string EngineAddress,
    string Organization,
    string Project,
    string Stack,
    string? RootDirectory,
    bool IsDryRun,
    string? Config,
    string? ConfigSecretKeys,
    bool ResourceReferences,
    bool OutputTextIsError)
{
    private const string InThisProcess = "this process";

    /// <summary>Reads the environment. Nothing else reads it for this program: another program may be started with other values right after.</summary>
    /// <exception cref="InvalidOperationException">A variable is missing or wrong.</exception>
    public static ProgramSettings FromEnvironment()
    {
        return new(
            Address("PULUMI_MONITOR"),
            Address("PULUMI_ENGINE"),
            Optional("PULUMI_ORGANIZATION") ?? "organization",
            Required("PULUMI_PROJECT"),
            Required("PULUMI_STACK"),
            Optional("PULUMI_ROOT_DIRECTORY"),
            Flag("PULUMI_DRY_RUN"),
            Optional("PULUMI_CONFIG"),
            Optional("PULUMI_CONFIG_SECRET_KEYS"),
            !IsSet(Optional("PULUMI_DISABLE_RESOURCE_REFERENCES")),
            IsSet(Optional("PULUMI_ERROR_OUTPUT_STRING")));

        static string? Optional(string name) => RunEnvironment.Get(name) is { Length: > 0 } value ? value : null;

        static string Address(string name) => RunEnvironment.Engine is null ? Required(name) : InThisProcess;

        static string Required(string name) => Optional(name) ?? throw new InvalidOperationException(
            $"Program run without the Pulumi engine available: the environment variable {name} is missing; re-run using the `pulumi` CLI or the `zoo` command line.");

        static bool Flag(string name) => bool.TryParse(Required(name), out var value) ? value : throw new InvalidOperationException(
            string.Create(CultureInfo.InvariantCulture, $"The environment variable {name} is '{Required(name)}'; it must be 'true' or 'false'."));
    }

    /// <summary>What a program under test is told; its configuration is in the environment, as in a run.</summary>
    public static ProgramSettings ForTest(TestOptions options) => new(
        "",
        "",
        options.OrganizationName ?? "organization",
        options.ProjectName ?? "project",
        options.StackName ?? "stack",
        options.RootDirectory,
        options.IsPreview ?? true,
        Environment.GetEnvironmentVariable("PULUMI_CONFIG"),
        Environment.GetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS"),
        ResourceReferences: true,
        IsSet(Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING")));

    /// <summary>Whether a switch variable is on.</summary>
    public static bool IsSet(string? value) => value is "1" || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
