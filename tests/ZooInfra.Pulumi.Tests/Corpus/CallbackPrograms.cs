using Pulumi;
using static ZooInfra.Pulumi.Tests.CorpusProgram;

namespace ZooInfra.Pulumi.Tests;

/// <summary>Transformations, transforms and hooks.</summary>
internal static class CallbackPrograms
{
    public static IEnumerable<CorpusProgram> All =>
    [
        Do("a_transformation_of_one_resource", () =>
        {
            _ = new Thing("thing", new() { Text = "before" }, new()
            {
                ResourceTransformations = { args => new ResourceTransformationResult(new ThingArgs { Text = "after" }, CustomResourceOptions.Merge((CustomResourceOptions)args.Options, new() { Protect = true })) },
            });
        }),
        Do("transformations_of_parents_run_after_a_resources_own", () =>
        {
            var parent = new ComponentResource("test:index:Bare", "parent", new ComponentResourceOptions { ResourceTransformations = { Append("parent") } });
            _ = new Thing("thing", new() { Text = "start" }, new() { Parent = parent, ResourceTransformations = { Append("own") } });
        }, options: new() { ResourceTransformations = { Append("stack") } }),
        Do("a_transformation_that_changes_the_parent_fails", () =>
        {
            var parent = new ComponentResource("test:index:Bare", "parent");
            _ = new Thing("thing", null, new() { ResourceTransformations = { args => new ResourceTransformationResult(args.Args, new CustomResourceOptions { Parent = parent }) } });
        }, exitCode: 32),
        Do("a_transform_of_one_resource", () => { _ = new Thing("thing", null, new() { ResourceTransforms = { (_, _) => Task.FromResult<ResourceTransformResult?>(null) } }); }),
        Do("transforms_of_the_stack", () => { _ = new Thing("thing"); }, options: new() { ResourceTransforms = { (_, _) => Task.FromResult<ResourceTransformResult?>(null) } }),
        Do("transforms_need_a_newer_engine", () => { _ = new Thing("thing", null, new() { ResourceTransforms = { (_, _) => Task.FromResult<ResourceTransformResult?>(null) } }); }, () => new() { Lacks = { "transforms" } }, exitCode: 32, engineFails: true),
        Of("a_transform_of_functions_is_registered_before_they_are_called", () =>
        {
            Deployment.Instance.RegisterInvokeTransform((_, _) => Task.FromResult<InvokeTransformResult?>(null));
            return new() { ["name"] = Deployment.Instance.Invoke<LookupResult>("test:index:lookup", new LookupArgs { Name = "n" }).Apply(result => result.Name) };
        }),
        Do("hooks_are_registered_once", () =>
        {
            var before = new ResourceHook("before", (_, _) => Task.CompletedTask, new() { OnDryRun = true });
            var after = new ResourceHook("after", (_, _) => Task.CompletedTask, new() { IgnoreErrors = true });
            var error = new ErrorHook("retry", (_, _) => Task.FromResult(true));
            _ = new Thing("one", null, new() { Hooks = new() { BeforeCreate = { before }, AfterCreate = { after }, BeforeUpdate = { before }, OnError = { error } } });
            _ = new Thing("two", null, new() { Hooks = { AfterDelete = { after } } });
        }),
        Do("two_hooks_of_one_name_fail", () =>
        {
            _ = new Thing("one", null, new() { Hooks = { BeforeCreate = { new ResourceHook("same", (_, _) => Task.CompletedTask), new ResourceHook("same", (_, _) => Task.CompletedTask) } } });
        }, exitCode: 32),
    ];

    private static ResourceTransformation Append(string text) => args => args.Args is ThingArgs thing
        ? new ResourceTransformationResult(new ThingArgs { Text = thing.Text.Apply(before => $"{before} {text}") }, args.Options)
        : null;
}
