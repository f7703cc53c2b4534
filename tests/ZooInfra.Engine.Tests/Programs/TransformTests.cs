using Google.Protobuf.WellKnownTypes;
using Pulumirpc;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Tests.Programs;

public sealed class TransformTests : IAsyncLifetime
{
    private readonly Talk _talk = new();
    private CallbackHost _host = null!;

    public async Task InitializeAsync() => _host = await CallbackHost.StartAsync();

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _talk.Dispose();
    }

    [Fact]
    public async Task A_transform_changes_properties_and_options()
    {
        await _talk.UpAsync(async (monitor, root) =>
        {
            var request = Talk.Thing("a", root, "x=1");
            request.Transforms.Add(_host.Offer<TransformRequest>(asked =>
            {
                asked.Options.Protect = true;
                return new TransformResponse { Properties = With(asked.Properties, "x", "2"), Options = asked.Options };
            }));
            await monitor.RegisterResourceAsync(request);
        });

        Assert.Equal(PropertyValue.Of("2"), _talk.Found("a").Inputs["x"]);
        Assert.True(_talk.Found("a").Protect);
    }

    [Fact]
    public async Task A_transform_that_answers_nothing_changes_nothing()
    {
        await _talk.UpAsync(async (monitor, root) =>
        {
            var request = Talk.Thing("a", root, "x=!s");
            request.Transforms.Add(_host.Offer<TransformRequest>(_ => new TransformResponse()));
            await monitor.RegisterResourceAsync(request);
        });

        Assert.Equal(PropertyValue.Secret(PropertyValue.Of("s")), _talk.Found("a").Inputs["x"]);
    }

    [Fact]
    public async Task Own_transforms_come_before_those_of_ancestors_and_of_the_stack()
    {
        await _talk.UpAsync(async (monitor, root) =>
        {
            await monitor.RegisterStackTransformAsync(Append("stack"));
            var component = await monitor.RegisterResourceAsync(new() { Type = "test:index:Group", Name = "g", Parent = root, Object = new(), Transforms = { Append("parent") } });
            var request = Talk.Thing("a", component.Urn, "x=");
            request.Transforms.Add(Append("own"));
            await monitor.RegisterResourceAsync(request);
        });

        Assert.Equal(PropertyValue.Of(".own.parent.stack"), _talk.Found("a").Inputs["x"]);
    }

    [Fact]
    public async Task Properties_carry_their_dependencies_through_a_transform()
    {
        TransformRequest? seen = null;
        await _talk.UpAsync(async (monitor, root) =>
        {
            var first = await monitor.RegisterResourceAsync(Talk.Thing("a", root));
            var request = Talk.Thing("b", root, "x=1 y=2");
            request.Dependencies.Add(first.Urn);
            request.PropertyDependencies["x"] = new() { Urns = { first.Urn } };
            request.PropertyDependencies["y"] = new();
            request.Transforms.Add(_host.Offer<TransformRequest>(asked =>
            {
                seen = asked;
                var swapped = new Struct { Fields = { ["y"] = asked.Properties.Fields["x"] } };
                return new TransformResponse { Properties = swapped, Options = asked.Options };
            }));
            await monitor.RegisterResourceAsync(request);
        });

        var x = Assert.IsType<PropertyValue.OutputValue>(PropertyMarshaller.FromStruct(seen!.Properties)["x"]);
        Assert.Equal([_talk.Found("a").Urn.Text], x.Dependencies.AsEnumerable());
        var state = _talk.Found("b");
        Assert.Equal(["y"], state.Inputs.Keys);
        Assert.Equal([_talk.Found("a").Urn.Text], state.PropertyDependencies["y"].AsEnumerable());
    }

    [Fact]
    public async Task A_transform_that_throws_ends_the_run_with_its_words()
    {
        var result = await _talk.UpAsync(async (monitor, root) =>
        {
            var request = Talk.Thing("a", root);
            request.Transforms.Add(_host.Offer<TransformRequest>(_ => throw new InvalidOperationException("no tags")));
            await monitor.RegisterResourceAsync(request);
        });

        Assert.Equal(Outcome.Failed, result.Outcome);
        Assert.Equal("A transform of 'a' (fake:index:Thing) failed: no tags", _talk.Errors);
        Assert.Empty(_talk.World.Ledger);
    }

    [Fact]
    public async Task Functions_are_transformed()
    {
        ResourceInvokeResponse? answer = null;
        await _talk.UpAsync(async (monitor, _) =>
        {
            await monitor.RegisterStackInvokeTransformAsync(_host.Offer<TransformInvokeRequest>(asked => new TransformInvokeResponse { Args = With(asked.Args, "x", "2"), Options = asked.Options }));
            answer = await monitor.InvokeAsync(new() { Tok = "fake:index:echo", Args = new() });
        });

        Assert.Equal("2", answer!.Return.Fields["x"].StringValue);
    }

    [Fact]
    public async Task A_preview_and_its_update_are_transformed_alike()
    {
        async Task Program(ResourceMonitor.ResourceMonitorClient monitor, string root)
        {
            var request = Talk.Thing("a", root, "key=1");
            request.Transforms.Add(_host.Offer<TransformRequest>(asked => new TransformResponse { Properties = With(asked.Properties, "key", "2"), Options = asked.Options }));
            await monitor.RegisterResourceAsync(request);
        }

        await _talk.UpAsync(async (monitor, root) => await monitor.RegisterResourceAsync(Talk.Thing("a", root, "key=1")));
        await _talk.PreviewAsync(Program);
        var planned = _talk.Steps;
        await _talk.UpAsync(Program);

        Assert.Equal("++a +-a --a", planned);
        Assert.Equal(planned, _talk.Steps);
    }

    private static Struct With(Struct properties, string key, string value)
    {
        var changed = properties.Clone();
        changed.Fields[key] = Value.ForString(value);
        return changed;
    }

    private Callback Append(string word) => _host.Offer<TransformRequest>(asked =>
    {
        if (asked.Type != "fake:index:Thing")
        {
            return new TransformResponse();
        }

        var x = PropertyMarshaller.FromStruct(asked.Properties)["x"];
        var text = ((PropertyValue.StringValue)(x is PropertyValue.OutputValue output ? output.Value! : x)).Value;
        return new TransformResponse { Properties = With(asked.Properties, "x", $"{text}.{word}"), Options = asked.Options };
    });
}
