using Pulumirpc;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Tests.Programs;

public sealed class StackReferenceTests : IDisposable
{
    private readonly Talk _talk = new();

    public void Dispose() => _talk.Dispose();

    [Fact]
    public async Task A_stack_reads_the_outputs_of_another_with_their_secrets()
    {
        await NetworkAsync("cidr=10.0.0.0/8 key=!hush");
        ReadResourceResponse? answer = null;
        var result = await _talk.UpAsync(async (monitor, root) => answer = await monitor.ReadResourceAsync(Reference("organization/proj/net", root)));

        Assert.Equal(Outcome.Succeeded, result.Outcome);
        Assert.Equal(">organization/proj/net", _talk.Steps);
        var outputs = ((PropertyValue.ObjectValue)PropertyMarshaller.FromStruct(answer!.Properties)["outputs"]).Properties;
        Assert.Equal(PropertyValue.Of("10.0.0.0/8"), outputs["cidr"]);
        Assert.Equal(PropertyValue.Secret(PropertyValue.Of("hush")), outputs["key"]);
        Assert.Equal(PropertyValue.Of([PropertyValue.Of("key")]), PropertyMarshaller.FromStruct(answer.Properties)["secretOutputNames"]);
        var state = _talk.Found("organization/proj/net");
        Assert.True(state.External);
        Assert.StartsWith("urn:pulumi:dev::proj::pulumi:providers:pulumi::default::", state.Provider, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("net")]
    [InlineData("organization/net")]
    public async Task A_stack_of_the_same_project_is_named_without_it(string name)
    {
        await NetworkAsync("cidr=10.0.0.0/8");
        var result = await _talk.UpAsync(async (monitor, root) => await monitor.ReadResourceAsync(Reference(name, root)));

        Assert.Equal(Outcome.Succeeded, result.Outcome);
    }

    [Theory]
    [InlineData("nowhere", "There is no stack 'nowhere' in this state")]
    [InlineData("acme/proj/net", "is not the name of a stack")]
    public async Task A_stack_that_cannot_be_read_is_named(string name, string error)
    {
        await NetworkAsync("cidr=10.0.0.0/8");
        var result = await _talk.UpAsync(async (monitor, root) => await monitor.ReadResourceAsync(Reference(name, root)));

        Assert.Equal(Outcome.Failed, result.Outcome);
        Assert.Contains(error, _talk.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_follows_what_the_other_stack_says_now()
    {
        await NetworkAsync("cidr=10.0.0.0/8");
        await _talk.UpAsync(async (monitor, root) => await monitor.ReadResourceAsync(Reference("net", root)));
        await NetworkAsync("cidr=10.1.0.0/16");
        ReadResourceResponse? answer = null;
        await _talk.UpAsync(async (monitor, root) => answer = await monitor.ReadResourceAsync(Reference("net", root)));

        Assert.Equal(PropertyValue.Of("10.1.0.0/16"), ((PropertyValue.ObjectValue)PropertyMarshaller.FromStruct(answer!.Properties)["outputs"]).Properties["cidr"]);
    }

    [Fact]
    public async Task Outputs_are_read_by_a_function_too()
    {
        await NetworkAsync("cidr=10.0.0.0/8");
        ResourceInvokeResponse? answer = null;
        await _talk.UpAsync(async (monitor, _) => answer = await monitor.InvokeAsync(new() { Tok = "pulumi:pulumi:readStackOutputs", Args = PropertyMarshaller.ToStruct(Scenarios.Thing.Read("name=net"), MarshalOptions.KeepAll) }));

        Assert.Equal("10.0.0.0/8", answer!.Return.Fields["outputs"].StructValue.Fields["cidr"].StringValue);
    }

    [Fact]
    public async Task A_resource_is_looked_up_by_its_urn()
    {
        ResourceInvokeResponse? answer = null;
        await _talk.UpAsync(async (monitor, root) =>
        {
            var thing = await monitor.RegisterResourceAsync(Talk.Thing("a", root, "x=1"));
            answer = await monitor.InvokeAsync(new() { Tok = "pulumi:pulumi:getResource", Args = PropertyMarshaller.ToStruct(PropertyMap.Empty.With("urn", PropertyValue.Of(thing.Urn)), MarshalOptions.KeepAll) });
        });

        Assert.Equal("a-1", answer!.Return.Fields["id"].StringValue);
        Assert.Equal("1", answer.Return.Fields["state"].StructValue.Fields["x"].StringValue);
    }

    [Fact]
    public async Task A_stash_keeps_its_first_value()
    {
        Task Program(ResourceMonitor.ResourceMonitorClient monitor, string root, string value)
            => monitor.RegisterResourceAsync(new() { Type = "pulumi:index:Stash", Name = "s", Custom = true, Parent = root, Object = PropertyMarshaller.ToStruct(Scenarios.Thing.Read($"input={value}"), MarshalOptions.KeepAll) }).ResponseAsync;
        await _talk.UpAsync((monitor, root) => Program(monitor, root, "first"));
        await _talk.UpAsync((monitor, root) => Program(monitor, root, "second"));

        Assert.Equal("~s", _talk.Steps);
        Assert.Equal((PropertyValue.Of("second"), PropertyValue.Of("first")), (_talk.Found("s").Outputs["input"], _talk.Found("s").Outputs["output"]));
    }

    private static ReadResourceRequest Reference(string name, string root) => new()
    {
        Type = "pulumi:pulumi:StackReference",
        Name = name,
        Id = name,
        Parent = root,
        Properties = PropertyMarshaller.ToStruct(PropertyMap.Empty.With("name", PropertyValue.Of(name)), MarshalOptions.KeepAll),
        AcceptSecrets = true,
    };

    private Task NetworkAsync(string outputs)
        => _talk.UpAsync(async (monitor, root) => await monitor.RegisterResourceOutputsAsync(new() { Urn = root, Outputs = PropertyMarshaller.ToStruct(Scenarios.Thing.Read(outputs), MarshalOptions.KeepAll) }), "net");
}
