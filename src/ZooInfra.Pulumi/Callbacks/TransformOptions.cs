using Pulumirpc;
using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>The options of a resource as transforms see and return them (protocol facts, section 2.1.8).</summary>
internal static class TransformOptions
{
    public static ResourceOptions Read(TransformResourceOptions message, bool isCustom, string parent, Callbacks callbacks)
    {
        ResourceOptions options = isCustom
            ? new CustomResourceOptions
            {
                DeleteBeforeReplace = message.HasDeleteBeforeReplace ? message.DeleteBeforeReplace : null,
                AdditionalSecretOutputs = [.. message.AdditionalSecretOutputs],
                ImportId = Given(message.Import),
            }
            : new ComponentResourceOptions { Providers = [.. message.Providers.Values.Select(DependencyProviderResource.From)] };
        options.Parent = parent.Length > 0 ? new DependencyResource(parent) : null;
        options.DependsOn = Resources(message.DependsOn);
        options.Protect = message.HasProtect ? message.Protect : null;
        options.IgnoreChanges = [.. message.IgnoreChanges];
        options.ReplaceOnChanges = [.. message.ReplaceOnChanges];
        options.Version = Given(message.Version);
        options.Aliases = [.. message.Aliases.Select(alias => (Input<Alias>)Read(alias))];
        options.Provider = Given(message.Provider) is { } provider ? DependencyProviderResource.From(provider) : null;
        options.CustomTimeouts = message.CustomTimeouts is { } timeouts
            ? new() { Create = GoDuration.Parse(timeouts.Create), Update = GoDuration.Parse(timeouts.Update), Delete = GoDuration.Parse(timeouts.Delete) }
            : null;
        options.PluginDownloadURL = Given(message.PluginDownloadUrl);
        options.RetainOnDelete = message.HasRetainOnDelete ? message.RetainOnDelete : null;
        options.DeletedWith = Given(message.DeletedWith) is { } with ? new DependencyResource(with) : null;
        options.Hooks = callbacks.Find(message.Hooks);
        options.HideDiffs = [.. message.HideDiff];
        options.ReplaceWith = Resources(message.ReplaceWith);
        options.ReplacementTrigger = message.ReplacementTrigger is { } trigger ? Trigger(trigger) : null;
        return options;
    }

    public static async Task<TransformResourceOptions> WriteAsync(ResourceOptions options, Callbacks callbacks)
    {
        var message = new TransformResourceOptions
        {
            DependsOn = { await UrnsAsync(options.DependsOn).ConfigureAwait(false) },
            IgnoreChanges = { options.IgnoreChanges },
            ReplaceOnChanges = { options.ReplaceOnChanges },
            Version = options.Version ?? "",
            Provider = options.Provider is { } provider ? await provider.ReferenceAsync().ConfigureAwait(false) : "",
            CustomTimeouts = options.CustomTimeouts?.ToRequest(),
            PluginDownloadUrl = options.PluginDownloadURL ?? "",
            DeletedWith = options.DeletedWith is { } with ? await UrnAsync(with).ConfigureAwait(false) : "",
            HideDiff = { options.HideDiffs },
            ReplaceWith = { await UrnsAsync(options.ReplaceWith).ConfigureAwait(false) },
        };
        foreach (var alias in options.Aliases)
        {
            message.Aliases.Add(await Aliases.SpecAsync((await alias.ToOutput().DataAsync.ConfigureAwait(false)).Value).ConfigureAwait(false));
        }

        if (options.Protect is { } protect)
        {
            message.Protect = protect;
        }

        if (options.RetainOnDelete is { } retain)
        {
            message.RetainOnDelete = retain;
        }

        if (options.HooksOrNull is { IsEmpty: false } hooks)
        {
            message.Hooks = await callbacks.BindAsync(hooks).ConfigureAwait(false);
        }

        if (options.ReplacementTrigger is { } trigger)
        {
            var serializer = new Serializer(keepOutputs: false, referencesAreDependencies: true, keepReferences: true);
            message.ReplacementTrigger = PropertyMarshaller.ToValue(await serializer.SerializeAsync("replacementTrigger", trigger).ConfigureAwait(false) ?? PropertyValue.Null, MarshalOptions.NoOutputs);
        }

        await WriteKindAsync(options, message).ConfigureAwait(false);
        return message;
    }

    private static async Task WriteKindAsync(ResourceOptions options, TransformResourceOptions message)
    {
        if (options is CustomResourceOptions custom)
        {
            message.AdditionalSecretOutputs.Add(custom.AdditionalSecretOutputs);
            message.Import = custom.ImportId ?? "";
            if (custom.DeleteBeforeReplace is { } before)
            {
                message.DeleteBeforeReplace = before;
            }
        }
        else if (options is ComponentResourceOptions component)
        {
            foreach (var provider in component.Providers)
            {
                message.Providers[provider.Package] = await provider.ReferenceAsync().ConfigureAwait(false);
            }
        }
    }

    private static Alias Read(Pulumirpc.Alias alias)
    {
        if (alias.AliasCase == Pulumirpc.Alias.AliasOneofCase.Urn)
        {
            return new() { Urn = alias.Urn };
        }

        var spec = alias.Spec ?? new();
        return new()
        {
            Name = Optional(spec.Name),
            Type = Optional(spec.Type),
            Stack = Optional(spec.Stack),
            Project = Optional(spec.Project),
            ParentUrn = Optional(spec.ParentUrn),
            NoParent = spec.NoParent,
        };
    }

    private static Input<object> Trigger(Google.Protobuf.WellKnownTypes.Value value)
    {
        var data = Deserializer.Deserialize(PropertyMarshaller.FromValue(value));
        return Output<object>.From(data.With(data.Value!));
    }

    private static InputList<Resource> Resources(IEnumerable<string> urns) => urns.Select(urn => (Input<Resource>)new DependencyResource(urn)).ToList();

    private static async Task<IEnumerable<string>> UrnsAsync(InputList<Resource> resources)
    {
        var list = (await resources.ToOutput().DataAsync.ConfigureAwait(false)).Value;
        return await Dependencies.ExpandAsync(list.IsDefault ? [] : list).ConfigureAwait(false);
    }

    private static async Task<string> UrnAsync(Resource resource) => (await resource.Urn.DataAsync.ConfigureAwait(false)).Value;

    private static Input<string>? Optional(string text)
    {
        Input<string>? given = null;
        if (text.Length > 0)
        {
            given = text;
        }

        return given;
    }

    private static string? Given(string text) => text.Length > 0 ? text : null;
}
