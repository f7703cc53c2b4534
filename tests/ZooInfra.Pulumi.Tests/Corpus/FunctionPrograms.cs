using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using static ZooInfra.Pulumi.Tests.CorpusProgram;

namespace ZooInfra.Pulumi.Tests;

/// <summary>Functions, methods and references to other stacks.</summary>
internal static class FunctionPrograms
{
    private static readonly Func<MonitorScript> Preview = () => new() { DryRun = true };

    public static IEnumerable<CorpusProgram> All =>
    [
        Of("a_function", () => new()
        {
            ["name"] = Deployment.Instance.Invoke<LookupResult>("test:index:lookup", new LookupArgs { Name = "n", Tags = new() { ["a"] = "b" } }).Apply(result => result.Name + result.Tags!["a"]),
        }),
        Of("a_function_of_one_value", () => new() { ["name"] = Deployment.Instance.InvokeSingle<string>("test:index:single", new LookupArgs { Name = "only" }) }),
        Do("a_function_of_outputs", () =>
        {
            var thing = new Thing("thing", new() { Text = "t" });
            var result = Deployment.Instance.Invoke<LookupResult>("test:index:lookup", new LookupOutputArgs { Name = thing.Text });
            _ = new Thing("after", new() { Text = result.Apply(found => found.Name) });
        }),
        Of("a_function_of_a_secret_is_secret", () => new()
        {
            ["name"] = Deployment.Instance.Invoke<LookupResult>("test:index:lookup", new LookupOutputArgs { Name = Output.CreateSecret("s") }).Apply(result => result.Name),
        }),
        Of("a_function_of_an_unknown_is_not_called", () =>
        {
            var thing = new Thing("thing");
            return new() { ["name"] = Deployment.Instance.Invoke<LookupResult>("test:index:lookup", new LookupOutputArgs { Name = thing.Id }).Apply(result => result.Name) };
        }, Preview),
        Of("a_function_that_depends_on_a_new_resource_is_not_called", () =>
        {
            var thing = new Thing("thing");
            return new() { ["name"] = Deployment.Instance.Invoke<LookupResult>("test:index:lookup", new LookupArgs { Name = "n" }, new InvokeOutputOptions { DependsOn = { thing } }).Apply(result => result.Name) };
        }, Preview),
        Do("a_function_that_depends_on_a_resource", () =>
        {
            var thing = new Thing("thing");
            var result = Deployment.Instance.Invoke<LookupResult>("test:index:lookup", new LookupArgs { Name = "n" }, new InvokeOutputOptions { DependsOn = { thing } });
            _ = new Thing("after", new() { Text = result.Apply(found => found.Name) });
        }),
        Of("a_function_with_a_provider", () =>
        {
            var provider = new TestProvider("mine");
            var component = new ComponentResource("x:index:Bare", "bare", new ComponentResourceOptions { Provider = provider });
            return new()
            {
                ["own"] = Deployment.Instance.Invoke<LookupResult>("test:index:lookup", new LookupArgs { Name = "own" }, new InvokeOptions { Provider = provider, Version = "1.0.0", PluginDownloadURL = "https://example.org" }).Apply(result => result.Name),
                ["parents"] = Deployment.Instance.Invoke<LookupResult>("test:index:lookup", new LookupArgs { Name = "parents" }, new InvokeOptions { Parent = component }).Apply(result => result.Name),
            };
        }),
        Later("a_function_awaited", async () =>
        {
            var result = await Deployment.Instance.InvokeAsync<LookupResult>("test:index:lookup", new LookupArgs { Name = "n" });
            await Deployment.Instance.InvokeAsync("test:index:touch", InvokeArgs.Empty);
            var single = await Deployment.Instance.InvokeSingleAsync<string>("test:index:single", new LookupArgs { Name = "s" });
            return new Dictionary<string, object?> { ["name"] = result.Name, ["single"] = single };
        }),
        Of("a_function_that_refuses_fails_the_program", () => new()
        {
            ["name"] = Deployment.Instance.Invoke<LookupResult>("test:index:lookup", new LookupArgs { Name = "n" }).Apply(result => result.Name),
        }, () => new() { OnInvoke = _ => new() { Failures = { new Pulumirpc.CheckFailure { Property = "name", Reason = "no such name" } } } }, exitCode: 32, engineFails: true),
        Of("a_function_that_the_engine_does_not_know_yet_is_unknown", () => new()
        {
            ["name"] = Deployment.Instance.Invoke<LookupResult>("test:index:lookup", new LookupArgs { Name = "n" }).Apply(_ => "never run"),
        }, () => new() { DryRun = true, OnInvoke = _ => new() { Unknown = true } }),
        Of("a_method", () =>
        {
            var thing = new Thing("self", new() { Text = "t" }, new() { Provider = new TestProvider("mine"), Version = "3.0.0" });
            var result = Deployment.Instance.Call<ImmutableDictionary<string, object>>("test:index:Thing/shout", new MethodArgs { Text = Output.CreateSecret("quiet") }, thing);
            return new() { ["text"] = result.Apply(values => values["text"]) };
        }),
        Do("a_method_of_outputs", () =>
        {
            var thing = new Thing("self", new() { Text = "t" });
            var other = new Thing("other", new() { Text = "o" });
            Deployment.Instance.Call("test:index:Thing/shout", new MethodArgs { Text = other.Text }, thing);
        }),
        Do("a_method_whose_result_depends_on_resources", () =>
        {
            var far = new Far("far");
            var result = Deployment.Instance.Call<ImmutableDictionary<string, object>>("test:index:Far/shout", new MethodArgs { Text = "x" }, far);
            _ = new Thing("after", new() { Any = result.Apply(values => values["text"]) });
        }, () =>
        {
            var script = new MonitorScript();
            script.OnCall = request => new()
            {
                Return = request.Args,
                ReturnDependencies = { ["text"] = new() { Urns = { script.UrnOf("", "test:index:Far", "far") } } },
            };
            return script;
        }),
        Of("a_stack_reference", () =>
        {
            var network = new StackReference("organization/network/prod");
            var named = new StackReference("network", new() { Name = "organization/network/prod" });
            return new()
            {
                ["vpc"] = network.RequireOutput("vpc"),
                ["password"] = network.GetOutput("password"),
                ["missing"] = network.GetOutput("missing"),
                ["all"] = named.Outputs.Apply(outputs => outputs.Count),
            };
        }, Network),
        Of("a_required_output_of_another_stack_is_missing", () => new() { ["x"] = new StackReference("organization/network/prod").RequireOutput("nothing") }, Network, exitCode: 32),
        Later("outputs_of_another_stack_awaited", async () =>
        {
            var network = new StackReference("organization/network/prod");
            var details = await network.GetOutputDetailsAsync("password");
            return new Dictionary<string, object?>
            {
                ["vpc"] = await network.RequireValueAsync("vpc"),
                ["isSecret"] = details.Value is null && details.SecretValue is "p",
            };
        }, engine: Network, notWithMocks: "mocks have no other stacks"),
        Later("a_secret_of_another_stack_cannot_be_awaited", async () =>
        {
            var network = new StackReference("organization/network/prod");
            return new Dictionary<string, object?> { ["password"] = await network.GetValueAsync("password") };
        }, engine: Network, exitCode: 32, notWithMocks: "mocks have no other stacks"),
    ];

    /// <summary>An engine with another stack.</summary>
    private static MonitorScript Network()
    {
        var script = new MonitorScript();
        script.OnRead = request => new()
        {
            Urn = script.UrnOf(request.Parent, request.Type, request.Name),
            Properties = new()
            {
                Fields =
                {
                    ["name"] = Value.ForString(request.Id),
                    ["outputs"] = Value.ForStruct(new()
                    {
                        Fields =
                        {
                            ["vpc"] = Value.ForString("vpc-1"),
                            ["password"] = Value.ForStruct(new()
                            {
                                Fields =
                                {
                                    ["4dabf18193072939515e22adb298388d"] = Value.ForString("1b47061264138c4ac30d75fd1eb44270"),
                                    ["value"] = Value.ForString("p"),
                                },
                            }),
                        },
                    }),
                    ["secretOutputNames"] = Value.ForList(Value.ForString("password")),
                },
            },
        };
        return script;
    }
}
