using Pulumirpc;

namespace Pulumi;

/// <summary>Transforms and hooks, which the engine calls back.</summary>
internal sealed class Callbacks(Deployment deployment)
{
    public Task BindAsync(RegisterResourceRequest request, ResourceOptions options)
        => options.HasTransforms || options.HooksOrNull is { IsEmpty: false }
            ? throw new NotSupportedException($"Transforms and hooks in {deployment.Settings.Stack} are not supported by this version of the built-in SDK.")
            : Task.CompletedTask;
}
