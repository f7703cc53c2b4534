using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace ZooInfra.Pulumi.Tests;

public class MocksTests
{
    [Fact]
    public async Task Resources_come_back_in_the_order_of_their_registration_without_the_stack()
    {
        var resources = await Deployment.TestAsync(new EmptyMocks(), new(), () =>
        {
            var first = new Thing("first", new() { Text = "t" });
            _ = new Thing("second", new() { Text = first.Text });
        });
        Assert.Equal(["first", "second"], resources.Select(resource => resource.GetResourceName()));
    }

    [Fact]
    public async Task A_stack_class_is_the_first_resource()
    {
        var resources = await Deployment.TestAsync<TwoThings>(new EmptyMocks());
        var stack = Assert.IsType<TwoThings>(resources[0]);
        Assert.Equal(3, resources.Length);
        Assert.Equal("t", await OutputUtilities.GetValueAsync(stack.Text));
    }

    [Fact]
    public async Task A_stack_class_gets_services()
    {
        var resources = await Deployment.TestWithServiceProviderAsync<ServedStack>(new EmptyMocks(), new OneService("from the service"));
        Assert.Equal("from the service", await OutputUtilities.GetValueAsync(Assert.IsType<ServedStack>(resources[0]).Text));
    }

    [Fact]
    public async Task Outputs_of_a_program_come_back()
    {
        var (_, outputs) = await Deployment.TestAsync(new EmptyMocks(), new() { IsPreview = false }, () => new Dictionary<string, object?> { ["id"] = new Thing("thing").Id });
        Assert.Equal("thing_id", await OutputUtilities.GetValueAsync((Output<string>)outputs["id"]!));
    }

    [Fact]
    public async Task Names_and_modes_are_the_tests()
    {
        var seen = "";
        await Deployment.TestAsync(
            new EmptyMocks(),
            new() { ProjectName = "p", StackName = "s", OrganizationName = "o", RootDirectory = "/r", IsPreview = false },
            () => seen = $"{Deployment.Instance.ProjectName} {Deployment.Instance.StackName} {Deployment.Instance.OrganizationName} {Deployment.Instance.RootDirectory} {Deployment.Instance.IsDryRun}");
        Assert.Equal("p s o /r False", seen);

        await Deployment.TestAsync(new EmptyMocks(), new(), () =>
        {
            seen = $"{Deployment.Instance.ProjectName} {Deployment.Instance.StackName} {Deployment.Instance.OrganizationName} {Deployment.Instance.IsDryRun}";
            Assert.Throws<InvalidOperationException>(() => Deployment.Instance.RootDirectory);
        });
        Assert.Equal("project stack organization True", seen);
    }

    [Fact]
    public async Task Urns_are_those_that_tests_of_users_assert()
    {
        var resources = await Deployment.TestAsync(new EmptyMocks(), new(), () =>
        {
            var pair = new Pair("pair");
            _ = new Thing("top");
        });
        var urns = new Dictionary<string, string>();
        foreach (var resource in resources)
        {
            urns[resource.GetResourceName()] = await OutputUtilities.GetValueAsync(resource.Urn);
        }

        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Thing::top", urns["top"]);
        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Pair::pair", urns["pair"]);
        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Thing::pair-first", urns["pair-first"]);
    }

    [Fact]
    public async Task Mocks_see_known_inputs_and_plain_secrets_only()
    {
        var mocks = new Recording();
        await Deployment.TestAsync(mocks, new(), () =>
        {
            var source = new Thing("unknown-id", new() { Text = "no id" });
            _ = new Thing("thing", new()
            {
                Text = Output.CreateSecret("s"),
                Number = 1,
                Any = source.Id.Apply(id => (object)id),
                File = new StringAsset("f"),
                Other = source,
            });
        });
        var inputs = mocks.Seen["thing"].Inputs;
        Assert.Equal(["file", "number", "other", "text"], inputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("s", 1.0), ((string)inputs["text"], (double)inputs["number"]));
        Assert.IsType<StringAsset>(inputs["file"]);
        Assert.Equal("unknown-id", Assert.IsType<Thing>(inputs["other"]).GetResourceName());
    }

    [Fact]
    public async Task A_missing_id_is_an_unknown_id()
    {
        var resources = await Deployment.TestAsync(new Recording(), new(), () => { _ = new Thing("unknown-id"); });
        Assert.False(await OutputUtilities.GetIsKnownAsync(((Thing)resources[0]).Id));
    }

    [Fact]
    public async Task Outputs_of_components_are_told()
    {
        var mocks = new Recording();
        await Deployment.TestAsync(mocks, new() { IsPreview = false }, () => { _ = new Pair("pair"); });
        var (urn, outputs) = mocks.Outputs.Single(entry => entry.Key.EndsWith("::pair", StringComparison.Ordinal));
        Assert.Contains("Pair", urn, StringComparison.Ordinal);
        Assert.Equal("pair-first_id/one+two", await OutputUtilities.GetValueAsync(outputs["both"]));
    }

    [Fact]
    public async Task One_failure_is_a_run_exception()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(new EmptyMocks(), new(), () => { Log.Error("first"); }));
        Assert.Equal("first", error.Message);
    }

    [Fact]
    public async Task Several_failures_are_an_aggregate()
    {
        var error = await Assert.ThrowsAsync<AggregateException>(() => Deployment.TestAsync(new EmptyMocks(), new(), () =>
        {
            Log.Error("first");
            Log.Error("second");
        }));
        Assert.Equal(["first", "second"], error.InnerExceptions.Select(inner => Assert.IsType<RunException>(inner).Message));
    }

    [Fact]
    public async Task A_mock_that_returns_something_else_than_a_dictionary_is_told_so()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(new Odd(), new(), () => { _ = new Thing("thing"); }));
        Assert.Contains("A mock returned a System.Int32; return a dictionary with string keys.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task Many_tests_run_at_a_time() => Task.WhenAll(Enumerable.Range(0, 50).Select(async number =>
    {
        var resources = await Deployment.TestAsync(new EmptyMocks(), new() { StackName = $"s{number}" }, async () =>
        {
            _ = new Thing("one");
            await Task.Yield();
            _ = new Thing(Deployment.Instance.StackName);
        });
        Assert.Equal(["one", $"s{number}"], resources.Select(resource => resource.GetResourceName()));
    }));

    [Fact]
    public async Task Nothing_of_a_test_is_left_behind()
    {
        await Deployment.TestAsync(new EmptyMocks(), new(), () => { });
        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
    }

    private sealed class TwoThings : Stack
    {
        public TwoThings()
        {
            Text = new Thing("one", new() { Text = "t" }).Text;
            _ = new Thing("two");
        }

        [Output("text")]
        public Output<string> Text { get; private set; }
    }

    private sealed class ServedStack : Stack
    {
        public ServedStack(string service) => Text = Output.Create(service);

        [Output("text")]
        public Output<string> Text { get; private set; }
    }

    private sealed class OneService(string service) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(string) ? service : null;
    }

    private sealed class Recording : IMocks
    {
        public System.Collections.Concurrent.ConcurrentDictionary<string, MockResourceArgs> Seen { get; } = new();

        public System.Collections.Concurrent.ConcurrentDictionary<string, ImmutableDictionary<string, Output<object?>>> Outputs { get; } = new();

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            Seen[args.Name!] = args;
            return Task.FromResult<(string?, object)>((args.Name == "unknown-id" ? null : $"{args.Name}_id", args.Inputs));
        }

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);

        public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
        {
            Outputs[args.Urn] = args.Outputs;
            return Task.CompletedTask;
        }
    }

    private sealed class Odd : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) => Task.FromResult<(string?, object)>(("id", 7));

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args);
    }
}
