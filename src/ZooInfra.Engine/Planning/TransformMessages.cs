using Pulumirpc;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Planning;

/// <summary>A registration as transforms see it, and back (protocol facts, section 2.1.8).</summary>
internal static class TransformMessages
{
    public static TransformRequest Of(RegisterResourceRequest request)
    {
        var options = new TransformResourceOptions
        {
            DependsOn = { request.Dependencies },
            IgnoreChanges = { request.IgnoreChanges },
            ReplaceOnChanges = { request.ReplaceOnChanges },
            Version = request.Version,
            Aliases = { request.Aliases.Concat(request.AliasURNs.Select(urn => new Alias { Urn = urn })) },
            Provider = request.Provider,
            CustomTimeouts = request.CustomTimeouts,
            PluginDownloadUrl = request.PluginDownloadURL,
            DeletedWith = request.DeletedWith,
            AdditionalSecretOutputs = { request.AdditionalSecretOutputs },
            Providers = { request.Providers },
            PluginChecksums = { request.PluginChecksums },
            Hooks = request.Hooks,
            Import = request.ImportId,
            HideDiff = { request.HideDiffs },
            ReplaceWith = { request.ReplaceWith },
            ReplacementTrigger = request.ReplacementTrigger,
        };
        if (request.HasProtect)
        {
            options.Protect = request.Protect;
        }

        if (request.HasRetainOnDelete)
        {
            options.RetainOnDelete = request.RetainOnDelete;
        }

        if (request.DeleteBeforeReplaceDefined)
        {
            options.DeleteBeforeReplace = request.DeleteBeforeReplace;
        }

        return new()
        {
            Type = request.Type,
            Name = request.Name,
            Custom = request.Custom,
            Parent = request.Parent,
            Properties = PropertyMarshaller.ToStruct(WithDependencies(request), MarshalOptions.KeepAll),
            Options = options,
        };
    }

    public static RegisterResourceRequest Applied(RegisterResourceRequest request, TransformRequest message)
    {
        var (changed, options) = (request.Clone(), message.Options);
        var properties = PropertyMarshaller.FromStruct(message.Properties);
        changed.Object = PropertyMarshaller.ToStruct(OutputValues.Downgrade(properties), MarshalOptions.NoOutputs);
        changed.PropertyDependencies.Clear();
        foreach (var (key, value) in properties)
        {
            changed.PropertyDependencies[key] = new() { Urns = { OutputValues.DependenciesOf(value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal) } };
        }

        Set(changed.Dependencies, options.DependsOn.Concat(changed.PropertyDependencies.Values.SelectMany(property => property.Urns)).Distinct(StringComparer.Ordinal));
        Set(changed.IgnoreChanges, options.IgnoreChanges);
        Set(changed.ReplaceOnChanges, options.ReplaceOnChanges);
        Set(changed.Aliases, options.Aliases);
        changed.AliasURNs.Clear();
        Set(changed.AdditionalSecretOutputs, options.AdditionalSecretOutputs);
        Set(changed.HideDiffs, options.HideDiff);
        Set(changed.ReplaceWith, options.ReplaceWith);
        changed.Providers.Clear();
        changed.Providers.Add(options.Providers);
        changed.Version = options.Version;
        changed.Provider = options.Provider;
        changed.CustomTimeouts = options.CustomTimeouts;
        changed.PluginDownloadURL = options.PluginDownloadUrl;
        changed.DeletedWith = options.DeletedWith;
        changed.Hooks = options.Hooks;
        changed.ImportId = options.Import;
        changed.ReplacementTrigger = options.ReplacementTrigger;
        SetOptional(changed, options);
        return changed;
    }

    private static void SetOptional(RegisterResourceRequest changed, TransformResourceOptions options)
    {
        changed.ClearProtect();
        changed.ClearRetainOnDelete();
        if (options.HasProtect)
        {
            changed.Protect = options.Protect;
        }

        if (options.HasRetainOnDelete)
        {
            changed.RetainOnDelete = options.RetainOnDelete;
        }

        changed.DeleteBeforeReplaceDefined = options.HasDeleteBeforeReplace;
        changed.DeleteBeforeReplace = options is { HasDeleteBeforeReplace: true, DeleteBeforeReplace: true };
    }

    /// <summary>Every property as an output value with the resources it comes from; without a list of its own a property comes from all dependencies.</summary>
    private static PropertyMap WithDependencies(RegisterResourceRequest request)
        => PropertyMap.From(PropertyMarshaller.FromStruct(request.Object).Select(property =>
        {
            var (value, isSecret) = property.Value switch
            {
                PropertyValue.SecretValue secret => (secret.Inner, true),
                PropertyValue.OutputValue output => (output.Value ?? PropertyValue.Unknown, output.IsSecret),
                var plain => (plain, false),
            };
            IEnumerable<string> urns = request.PropertyDependencies.Count == 0
                ? request.Dependencies
                : request.PropertyDependencies.TryGetValue(property.Key, out var own) ? own.Urns : [];
            return KeyValuePair.Create(
                property.Key,
                (PropertyValue)new PropertyValue.OutputValue(value is PropertyValue.UnknownValue ? null : value, isSecret, [.. urns.Union(OutputValues.DependenciesOf(property.Value), StringComparer.Ordinal)]));
        }));

    private static void Set<T>(Google.Protobuf.Collections.RepeatedField<T> field, IEnumerable<T> values)
    {
        var list = values.ToList();
        field.Clear();
        field.Add(list);
    }
}
