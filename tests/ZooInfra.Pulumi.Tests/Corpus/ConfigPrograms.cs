using System.Text.Json;
using Pulumi;
using static ZooInfra.Pulumi.Tests.CorpusProgram;

namespace ZooInfra.Pulumi.Tests;

/// <summary>Configuration and messages.</summary>
internal static class ConfigPrograms
{
    private static readonly JsonSerializerOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    private static readonly Func<MonitorScript> Configured = () => new()
    {
        Config = new()
        {
            ["proj:text"] = "hello",
            ["proj:number"] = "42",
            ["proj:real"] = "1.5",
            ["proj:flag"] = "true",
            ["proj:object"] = """{"City":"Ulm","zip":7}""",
            ["proj:password"] = "hunter2",
            ["proj:wrong"] = "TRUE",
            ["other:text"] = "elsewhere",
        },
        SecretKeys = ["proj:password"],
    };

    public static IEnumerable<CorpusProgram> All =>
    [
        Of("configuration", () =>
        {
            var config = new Config();
            return new()
            {
                ["text"] = config.Get("text"),
                ["number"] = config.RequireInt32("number"),
                ["real"] = config.GetDouble("real"),
                ["flag"] = config.RequireBoolean("flag"),
                ["city"] = config.RequireObject<JsonElement>("object").GetProperty("City").GetString(),
                ["typed"] = config.GetObject<Town>("object", AnyCase)!.Zip,
                ["password"] = config.RequireSecret("password"),
                ["secretNumber"] = config.GetSecretInt32("number"),
                ["secretObject"] = config.RequireSecretObject<Town>("object").Apply(town => town.City),
                ["missing"] = config.Get("missing"),
                ["missingNumber"] = config.GetInt32("missing"),
                ["missingSecret"] = config.GetSecret("missing"),
                ["other"] = new Config("other").Require("text"),
                ["otherOldName"] = new Config("other:config").Require("text"),
            };
        }, Configured, notWithMocks: "a test has no configuration of its own"),
        Do("missing_configuration_fails", () => { new Config().Require("nothing"); }, exitCode: 32),
        Do("wrong_configuration_fails", () => { new Config().GetBoolean("wrong"); }, Configured, exitCode: 32, engineFails: true),
        Do("wrong_secret_configuration_is_not_shown", () => { new Config().GetInt32("password"); }, Configured, exitCode: 32, engineFails: true),
        Of("names_of_the_run", () => new()
        {
            ["project"] = Deployment.Instance.ProjectName,
            ["stack"] = Deployment.Instance.StackName,
            ["organization"] = Deployment.Instance.OrganizationName,
        }),
        Do("messages_in_order", () =>
        {
            var thing = new Thing("thing");
            Log.Debug("one");
            Log.Info("two", thing);
            Log.Warn("three", streamId: 7);
            Log.Info("four", ephemeral: true);
        }),
        Do("a_logged_error_fails_the_program", () =>
        {
            Log.Error("something is wrong");
            _ = new Thing("still-registered");
        }, exitCode: 1),
        Of("an_output_as_text_warns", () => new() { ["text"] = $"{Output.Create("x")}" }),
        Later("an_engine_version_is_required", async () =>
        {
            await Deployment.RequirePulumiVersionAsync(">=3.100.0");
            return new Dictionary<string, object?>();
        }),
        Later("an_engine_version_is_too_old", async () =>
        {
            await Deployment.RequirePulumiVersionAsync(">=999.0.0");
            return new Dictionary<string, object?>();
        }, exitCode: 32, engineFails: true),
    ];

    internal sealed record Town(string City, int Zip);
}
