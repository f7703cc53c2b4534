using Pulumirpc;
using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>Writes the options of a resource into its registration.</summary>
internal sealed class RegistrationOptions(Deployment deployment, Resource resource, ResourceOptions options)
{
    /// <summary>Completes at once for the many resources that have no option to wait for.</summary>
    public Task ApplyAsync(RegisterResourceRequest request)
    {
        if (options.Protect is { } protect)
        {
            request.Protect = protect;
        }

        if (options.RetainOnDelete is { } retain)
        {
            request.RetainOnDelete = retain;
        }

        request.CustomTimeouts = options.CustomTimeouts?.ToRequest();
        if (options is CustomResourceOptions custom)
        {
            request.ReplaceOnChanges.Add(custom.ReplaceOnChanges);
            request.AdditionalSecretOutputs.Add(custom.AdditionalSecretOutputs);
            request.ImportId = custom.ImportId ?? "";
            request.DeleteBeforeReplace = custom.DeleteBeforeReplace ?? false;
            request.DeleteBeforeReplaceDefined = custom.DeleteBeforeReplace is not null;
            request.EnvVarMappings.Add(custom.EnvVarMappings);
        }

        return options.HasOthers || options.HasTransforms || options.HooksOrNull is not null || options.AliasesOrNone.Count > 0
            ? WaitAsync(request)
            : Task.CompletedTask;
    }

    private async Task WaitAsync(RegisterResourceRequest request)
    {
        await RelateAsync(request).ConfigureAwait(false);
        await new Aliases(deployment, resource, options).ApplyAsync(request).ConfigureAwait(false);
        await deployment.Callbacks.BindAsync(resource, request, options).ConfigureAwait(false);
    }

    private async Task RelateAsync(RegisterResourceRequest request)
    {
        if (options.DeletedWith is { } with)
        {
            await deployment.Features.RequireAsync("deletedWith", "the DeletedWith option").ConfigureAwait(false);
            request.DeletedWith = (await with.Urn.DataAsync.ConfigureAwait(false)).Value;
        }

        var replaceWith = await options.ReplaceWithAsync().ConfigureAwait(false);
        if (!replaceWith.IsEmpty)
        {
            await deployment.Features.RequireAsync("replaceWith", "the ReplaceWith option").ConfigureAwait(false);
            foreach (var other in replaceWith)
            {
                request.ReplaceWith.Add((await other.Urn.DataAsync.ConfigureAwait(false)).Value);
            }
        }

        if (options.ReplacementTrigger is { } trigger)
        {
            var serializer = new Serializer(keepOutputs: false, referencesAreDependencies: true, await deployment.Features.ResourceReferencesAsync.ConfigureAwait(false));
            var value = await Registrar.SerializedAsync(serializer, "replacementTrigger", trigger).ConfigureAwait(false);
            request.ReplacementTrigger = PropertyMarshaller.ToValue(value ?? PropertyValue.Null, MarshalOptions.NoOutputs);
        }
    }
}
