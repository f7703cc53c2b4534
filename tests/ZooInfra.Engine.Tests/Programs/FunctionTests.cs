using Google.Protobuf.WellKnownTypes;
using Pulumirpc;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Tests.Programs;

public sealed class FunctionTests : IDisposable
{
    private readonly Talk _talk = new();

    public void Dispose() => _talk.Dispose();

    [Fact]
    public async Task A_function_answers_through_the_default_provider()
    {
        ResourceInvokeResponse? answer = null;
        var result = await _talk.UpAsync(async (monitor, _) => answer = await monitor.InvokeAsync(new() { Tok = "fake:index:echo", Args = Args("x=1") }));

        Assert.Equal(Outcome.Succeeded, result.Outcome);
        Assert.Equal("1", answer!.Return.Fields["x"].StringValue);
        Assert.Contains(_talk.State().Resources, resource => resource.Urn.Name == "default");
    }

    [Fact]
    public async Task A_function_runs_in_a_preview_and_writes_nothing()
    {
        ResourceInvokeResponse? answer = null;
        await _talk.PreviewAsync(async (monitor, _) => answer = await monitor.InvokeAsync(new() { Tok = "fake:index:echo", Args = Args("x=1") }));

        Assert.Equal("1", answer!.Return.Fields["x"].StringValue);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_talk.Folder));
    }

    [Fact]
    public async Task A_function_of_something_unknown_is_unknown_in_a_preview()
    {
        ResourceInvokeResponse? byArgs = null;
        ResourceInvokeResponse? byDependency = null;
        await _talk.PreviewAsync(async (monitor, root) =>
        {
            byArgs = await monitor.InvokeAsync(new() { Tok = "fake:index:echo", Args = Args("x=?") });
            var thing = await monitor.RegisterResourceAsync(Talk.Thing("a", root));
            byDependency = await monitor.InvokeAsync(new() { Tok = "fake:index:echo", Args = Args("x=1"), DependsOn = { thing.Urn } });
        });

        Assert.True(byArgs!.Unknown);
        Assert.True(byDependency!.Unknown);
    }

    [Fact]
    public async Task Secrets_of_a_function_stay_secret()
    {
        ResourceInvokeResponse? answer = null;
        await _talk.UpAsync(async (monitor, _) => answer = await monitor.InvokeAsync(new() { Tok = "fake:index:seal", Args = new() }));

        Assert.Equal(PropertyValue.Secret(PropertyValue.Of("hush")), PropertyMarshaller.FromStruct(answer!.Return)["sealed"]);
    }

    [Fact]
    public async Task Refused_arguments_are_the_programs_to_see()
    {
        ResourceInvokeResponse? answer = null;
        var result = await _talk.UpAsync(async (monitor, _) => answer = await monitor.InvokeAsync(new() { Tok = "fake:index:refuse", Args = new() }));

        Assert.Equal(Outcome.Succeeded, result.Outcome);
        Assert.Equal(("x", "must be even"), (answer!.Failures[0].Property, answer.Failures[0].Reason));
    }

    [Fact]
    public async Task A_function_that_does_not_exist_ends_the_run()
    {
        var result = await _talk.UpAsync(async (monitor, _) => await monitor.InvokeAsync(new() { Tok = "fake:index:nothing", Args = new() }));

        Assert.Equal(Outcome.Failed, result.Outcome);
        Assert.Equal("The function fake:index:nothing failed: Package fake has no function 'fake:index:nothing'.", _talk.Errors);
    }

    [Fact]
    public async Task A_function_uses_the_provider_of_its_parent()
    {
        await _talk.UpAsync(async (monitor, root) =>
        {
            var provider = await monitor.RegisterResourceAsync(new() { Type = "pulumi:providers:fake", Name = "p", Custom = true, Parent = root, Object = Args("region=north") });
            var component = await monitor.RegisterResourceAsync(new() { Type = "test:index:Group", Name = "g", Parent = root, Object = new(), Providers = { ["fake"] = $"{provider.Urn}::{provider.Id}" } });
            await monitor.InvokeAsync(new() { Tok = "fake:index:echo", Args = new(), Parent = component.Urn });
        });

        Assert.DoesNotContain(_talk.State().Resources, resource => resource.Urn.Name == "default");
    }

    [Fact]
    public async Task Children_inherit_the_provider_of_their_component()
    {
        await _talk.UpAsync(async (monitor, root) =>
        {
            var provider = await monitor.RegisterResourceAsync(new() { Type = "pulumi:providers:fake", Name = "p", Custom = true, Parent = root, Object = Args("region=north") });
            var component = await monitor.RegisterResourceAsync(new() { Type = "test:index:Group", Name = "g", Parent = root, Object = new(), Providers = { ["fake"] = $"{provider.Urn}::{provider.Id}" } });
            await monitor.RegisterResourceAsync(Talk.Thing("a", component.Urn));
        });

        Assert.Contains("::p::", _talk.Found("a").Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_answers_with_what_it_depends_on()
    {
        CallResponse? answer = null;
        await _talk.UpAsync(async (monitor, root) =>
        {
            var thing = await monitor.RegisterResourceAsync(Talk.Thing("a", root));
            var self = PropertyMap.Empty.With("__self__", new PropertyValue.ResourceValue(thing.Urn, thing.Id, ""));
            answer = await monitor.CallAsync(new()
            {
                Tok = "fake:index:Thing/greet",
                Args = PropertyMarshaller.ToStruct(self, MarshalOptions.KeepAll),
                ArgDependencies = { ["__self__"] = new() { Urns = { thing.Urn } } },
            });
        });

        Assert.Equal("hello a-1", answer!.Return.Fields["greeting"].StringValue);
        Assert.Equal([_talk.Found("a").Urn.Text], answer.ReturnDependencies["__self__"].Urns);
    }

    [Fact]
    public async Task The_engine_says_what_it_is_doing_and_can_do()
    {
        DeploymentInfo? info = null;
        _talk.Config["proj:size"] = "3";
        await _talk.PreviewAsync(async (monitor, _) => info = await monitor.GetDeploymentInfoAsync(new Empty()));

        Assert.Equal(("proj", "dev", "organization", true), (info!.Project, info.Stack, info.Organization, info.DryRun));
        Assert.Equal("3", info.Config["proj:size"]);
        Assert.Contains(ResourceMonitorFeature.Transforms, info.SupportedFeatures);
        Assert.DoesNotContain(ResourceMonitorFeature.Parameterization, info.SupportedFeatures);
    }

    private static Struct Args(string props) => PropertyMarshaller.ToStruct(Scenarios.Thing.Read(props), MarshalOptions.KeepAll);
}
