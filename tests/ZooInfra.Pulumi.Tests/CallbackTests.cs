using System.Collections.Immutable;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Pulumi;
using Pulumirpc;
using ZooInfra.Protocol;

namespace ZooInfra.Pulumi.Tests;

public class CallbackTests
{
    [Fact]
    public async Task A_transform_sees_a_resource_and_changes_it()
    {
        var seen = new TaskCompletionSource<(ResourceTransformArgs Args, string Stack)>();
        var response = await TransformAsync(
            (args, _) =>
            {
                seen.SetResult((args, Deployment.Instance.StackName));
                var options = CustomResourceOptions.Merge((CustomResourceOptions)args.Options, new() { Protect = true, Version = "9.0.0" });
                return Task.FromResult<ResourceTransformResult?>(new(args.Args.SetItem("text", "changed").SetItem("more", Output.CreateSecret("s")), options));
            },
            new()
            {
                Type = "test:index:Thing",
                Name = "thing",
                Custom = true,
                Parent = "urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev",
                Properties = PropertyMarshaller.ToStruct(
                    PropertyMap.From([
                        new("text", PropertyValue.Of("before")),
                        new("later", new PropertyValue.OutputValue(null, false, ["urn:pulumi:dev::proj::a:b:C::d"])),
                        new("list", PropertyValue.Of([PropertyValue.Of(1), PropertyValue.Secret(PropertyValue.Of("x"))])),
                    ]),
                    MarshalOptions.KeepAll),
                Options = new()
                {
                    DependsOn = { "urn:pulumi:dev::proj::a:b:C::d" },
                    Provider = "urn:pulumi:dev::proj::pulumi:providers:test::mine::some-id",
                    CustomTimeouts = new() { Create = "1h30m", Update = "300000000000ns" },
                    Aliases = { new Pulumirpc.Alias { Urn = "urn:old" }, new Pulumirpc.Alias { Spec = new() { Name = "n", ParentUrn = "urn:p" } } },
                    IgnoreChanges = { "a" },
                    ReplacementTrigger = Value.ForString("t"),
                },
            });

        var (transformed, stack) = await seen.Task;
        Assert.Equal("dev", stack);
        Assert.Equal(("test:index:Thing", "thing", true), (transformed.Type, transformed.Name, transformed.Custom));
        Assert.Equal("before", transformed.Args["text"]);
        Assert.IsType<Output<object?>>(transformed.Args["later"]);
        Assert.IsType<Output<object?>>(Assert.IsType<ImmutableArray<object?>>(transformed.Args["list"])[1]);
        Assert.Equal(TimeSpan.FromMinutes(90), transformed.Options.CustomTimeouts!.Create);

        var properties = PropertyMarshaller.FromStruct(response.Properties);
        Assert.Equal(PropertyValue.Of("changed"), properties["text"]);
        Assert.Equal(new PropertyValue.OutputValue(PropertyValue.Of("s"), true, []), properties["more"]);
        Assert.Equal(new PropertyValue.OutputValue(null, false, ["urn:pulumi:dev::proj::a:b:C::d"]), properties["later"]);
        Assert.True(response.Options.Protect);
        Assert.Equal("9.0.0", response.Options.Version);
        Assert.Equal(["urn:pulumi:dev::proj::a:b:C::d"], response.Options.DependsOn);
        Assert.Equal("urn:pulumi:dev::proj::pulumi:providers:test::mine::some-id", response.Options.Provider);
        Assert.Equal(("5400000000000ns", "300000000000ns", ""), (response.Options.CustomTimeouts.Create, response.Options.CustomTimeouts.Update, response.Options.CustomTimeouts.Delete));
        Assert.Equal(["urn:old", ""], response.Options.Aliases.Select(alias => alias.Urn));
        Assert.Equal("urn:p", response.Options.Aliases[1].Spec.ParentUrn);
        Assert.Equal(["a"], response.Options.IgnoreChanges);
        Assert.Equal("t", response.Options.ReplacementTrigger.StringValue);
    }

    [Fact]
    public async Task A_transform_without_a_result_changes_nothing()
    {
        var response = await TransformAsync((_, _) => Task.FromResult<ResourceTransformResult?>(null), new() { Type = "a:b:C", Name = "n", Properties = new() });
        Assert.Null(response.Properties);
        Assert.Null(response.Options);
    }

    [Fact]
    public async Task A_transform_that_throws_fails_the_call_with_its_message()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => TransformAsync((_, _) => throw new InvalidOperationException("not like this"), new() { Type = "a:b:C", Name = "n", Properties = new() }));
        Assert.Equal((StatusCode.Unknown, "not like this"), (error.StatusCode, error.Status.Detail));
    }

    [Fact]
    public async Task A_component_transform_keeps_providers()
    {
        var response = await TransformAsync(
            (args, _) => Task.FromResult<ResourceTransformResult?>(new(args.Args, args.Options)),
            new() { Type = "a:b:C", Name = "n", Properties = new(), Options = new() { Providers = { ["test"] = "urn:pulumi:dev::proj::pulumi:providers:test::mine::some-id" } } });
        Assert.Equal("urn:pulumi:dev::proj::pulumi:providers:test::mine::some-id", response.Options.Providers["test"]);
    }

    [Fact]
    public async Task A_hook_is_told_of_the_operation_and_may_refuse_it()
    {
        var seen = new TaskCompletionSource<ResourceHookArgs>();
        var hook = new ResourceHook("hook", (args, _) =>
        {
            seen.TrySetResult(args);
            return args.Name == "bad" ? throw new InvalidOperationException("no") : Task.CompletedTask;
        });
        await WithHooksAsync(new() { BeforeCreate = { hook } }, async callback =>
        {
            var good = ResourceHookResponse.Parser.ParseFrom(await InvokeAsync(callback, new ResourceHookRequest
            {
                Urn = "u",
                Id = "i",
                Name = "good",
                Type = "t",
                NewInputs = new() { Fields = { ["a"] = Value.ForNumber(1) } },
            }));
            Assert.Equal("", good.Error);
            var args = await seen.Task;
            Assert.Equal(("u", "i", "t"), (args.Urn, args.Id, args.Type));
            Assert.Equal(1.0, args.NewInputs!["a"]);
            Assert.Null(args.OldOutputs);

            var bad = ResourceHookResponse.Parser.ParseFrom(await InvokeAsync(callback, new ResourceHookRequest { Name = "bad" }));
            Assert.Equal("no", bad.Error);
        });
    }

    [Fact]
    public async Task An_error_hook_decides_about_another_attempt()
    {
        var hook = new ErrorHook("hook", (args, _) => args.Errors.Length < 2 ? Task.FromResult(true) : args.FailedOperation == "create" ? Task.FromResult(false) : throw new InvalidOperationException("broken"));
        await WithHooksAsync(new() { OnError = { hook } }, async callback =>
        {
            Assert.True(ErrorHookResponse.Parser.ParseFrom(await InvokeAsync(callback, new ErrorHookRequest { FailedOperation = "create", Errors = { "one" } })).Retry);
            Assert.False(ErrorHookResponse.Parser.ParseFrom(await InvokeAsync(callback, new ErrorHookRequest { FailedOperation = "create", Errors = { "one", "two" } })).Retry);
            Assert.Equal("broken", ErrorHookResponse.Parser.ParseFrom(await InvokeAsync(callback, new ErrorHookRequest { FailedOperation = "delete", Errors = { "one", "two" } })).Error);
        });
    }

    [Fact]
    public async Task A_transform_of_functions_changes_inputs_and_options()
    {
        Callback? callback = null;
        var script = new MonitorScript();
        script.OnShutdown = async _ =>
        {
            callback = script.Requests.OfType<Callback>().Single();
            var bytes = await InvokeAsync(callback, new TransformInvokeRequest { Token = "a:b:c", Args = new() { Fields = { ["x"] = Value.ForNumber(1) } }, Options = new() { Version = "1.0.0" } });
            var response = TransformInvokeResponse.Parser.ParseFrom(bytes);
            Assert.Equal(2, response.Args.Fields["x"].NumberValue);
            Assert.Equal("2.0.0", response.Options.Version);
        };
        await using var monitor = await RecordingMonitor.StartAsync(script);
        var exitCode = await Programs.RunAsync(monitor, () => Deployment.RunAsync(() => Deployment.Instance.RegisterInvokeTransform((args, _) =>
            Task.FromResult<InvokeTransformResult?>(new(args.Args.SetItem("x", (double)args.Args["x"]! + 1), new() { Version = args.Options.Version!.Replace('1', '2') })))));
        Assert.Equal(0, exitCode);
        Assert.NotNull(callback);
    }

    [Fact]
    public async Task A_callback_that_nobody_offered_is_not_found()
    {
        await WithHooksAsync(new() { BeforeCreate = { new ResourceHook("hook", (_, _) => Task.CompletedTask) } }, async callback =>
        {
            var error = await Assert.ThrowsAsync<RpcException>(() => InvokeAsync(new() { Target = callback.Target, Token = "another" }, new ResourceHookRequest()));
            Assert.Equal(StatusCode.NotFound, error.StatusCode);
        });
    }

    private static async Task<TransformResponse> TransformAsync(ResourceTransform transform, TransformRequest request)
    {
        var answer = new TaskCompletionSource<TransformResponse>();
        var script = new MonitorScript();
        script.OnRegister = async (registration, _) =>
        {
            if (registration.Transforms.Count > 0)
            {
                try
                {
                    answer.SetResult(TransformResponse.Parser.ParseFrom(await InvokeAsync(registration.Transforms[0], request)));
                }
                catch (Exception e)
                {
                    answer.SetException(e);
                }
            }

            return script.Echo(registration);
        };
        await using var monitor = await RecordingMonitor.StartAsync(script);
        Assert.Equal(0, await Programs.RunAsync(monitor, () => Deployment.RunAsync(() => { _ = new Thing("thing", null, new() { ResourceTransforms = { transform } }); })));
        return await answer.Task;
    }

    private static async Task WithHooksAsync(ResourceHookBinding hooks, Func<Callback, Task> test)
    {
        var script = new MonitorScript();
        var failure = default(Exception);
        script.OnShutdown = async _ =>
        {
            try
            {
                await test(script.Requests.OfType<RegisterResourceHookRequest>().Select(request => request.Callback).Concat(script.Requests.OfType<RegisterErrorHookRequest>().Select(request => request.Callback)).Single());
            }
            catch (Exception e)
            {
                failure = e;
            }
        };
        await using var monitor = await RecordingMonitor.StartAsync(script);
        Assert.Equal(0, await Programs.RunAsync(monitor, () => Deployment.RunAsync(() => { _ = new Thing("thing", null, new() { Hooks = hooks }); })));
        Assert.Null(failure);
    }

    private static async Task<ByteString> InvokeAsync(Callback callback, IMessage request)
    {
        using var channel = GrpcChannel.ForAddress($"http://{callback.Target}");
        var response = await new Pulumirpc.Callbacks.CallbacksClient(channel).InvokeAsync(new() { Token = callback.Token, Request = request.ToByteString() });
        return response.Response;
    }
}
