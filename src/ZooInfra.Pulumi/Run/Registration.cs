using Pulumirpc;
using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>One resource on its way to the engine.</summary>
internal sealed class Registration(
    Deployment deployment,
    Resource resource,
    bool custom,
    bool remote,
    ResourceArgs args,
    ResourceOptions options,
    RegisterPackageRequest? package)
{
    private readonly string _type = resource.GetResourceType();
    private readonly string _name = resource.GetResourceName();

    public async Task<RegistrationAnswer> SendAsync()
    {
        if (!string.IsNullOrEmpty(options.Urn))
        {
            return await LookUpAsync(options.Urn).ConfigureAwait(false);
        }

        return options.Id is { } id ? await ReadAsync(id).ConfigureAwait(false) : await RegisterAsync().ConfigureAwait(false);
    }

    private async Task<RegistrationAnswer> LookUpAsync(string urn)
    {
        var answer = await deployment.Functions.InvokeEngineAsync("pulumi:pulumi:getResource", PropertyMap.Empty.With("urn", PropertyValue.Of(urn))).ConfigureAwait(false);
        var state = answer.GetValueOrDefault("state") is PropertyValue.ObjectValue map ? map.Properties : PropertyMap.Empty;
        var id = answer.GetValueOrDefault("id") is PropertyValue.StringValue text ? text.Value : "";
        return new(urn, id, state, true);
    }

    private async Task<RegistrationAnswer> ReadAsync(Input<string> id)
    {
        if (!custom)
        {
            throw new ArgumentException($"'{_name}' ({_type}) is a component; the option Id is only valid for a CustomResource.");
        }

        var data = await id.ToOutput().DataAsync.ConfigureAwait(false);
        if (data.IsKnown && string.IsNullOrEmpty(data.Value))
        {
            return await RegisterAsync().ConfigureAwait(false);
        }

        var inputs = await PrepareAsync().ConfigureAwait(false);
        var request = new ReadResourceRequest
        {
            Id = data.IsKnown ? data.Value : Signatures.Unknown,
            Type = _type,
            Name = _name,
            Parent = inputs.Parent,
            Properties = inputs.Object,
            Provider = inputs.Provider,
            Version = options.Version ?? "",
            AcceptSecrets = true,
            AcceptResources = deployment.Settings.ResourceReferences,
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            PackageRef = inputs.PackageRef,
            Dependencies = { inputs.Dependencies },
        };
        var response = await EngineCalls.AnswerAsync(deployment.Monitor.ReadResourceAsync(resource, request), $"Reading '{_name}' ({_type})").ConfigureAwait(false);
        return new(response.Urn, data.IsKnown ? data.Value : "", EngineCalls.Read(response.Properties, $"Reading '{_name}' ({_type})"), true);
    }

    private async Task<RegistrationAnswer> RegisterAsync()
    {
        var inputs = await PrepareAsync().ConfigureAwait(false);
        var request = new RegisterResourceRequest
        {
            Type = _type,
            Name = _name,
            Parent = inputs.Parent,
            Custom = custom,
            Remote = remote,
            Object = inputs.Object,
            Provider = inputs.Provider,
            PackageRef = inputs.PackageRef,
            Dependencies = { inputs.Dependencies },
            AcceptSecrets = true,
            AcceptResources = deployment.Settings.ResourceReferences,
            SupportsResultReporting = true,
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            IgnoreChanges = { options.IgnoreChanges },
            HideDiffs = { options.HideDiffs },
        };
        foreach (var (name, urns) in inputs.PropertyDependencies)
        {
            request.PropertyDependencies.Add(name, new RegisterResourceRequest.Types.PropertyDependencies { Urns = { urns } });
        }

        foreach (var (name, reference) in inputs.Providers)
        {
            request.Providers.Add(name, reference);
        }

        await new RegistrationOptions(deployment, resource, options).ApplyAsync(request).ConfigureAwait(false);
        var what = $"Registering '{_name}' ({_type})";
        var response = await EngineCalls.AnswerAsync(deployment.Monitor.RegisterResourceAsync(resource, request), what).ConfigureAwait(false);
        return new(response, EngineCalls.Read(response.Object, what));
    }

    /// <summary>
    /// Waits for everything that the resource needs. The engine relies on it that a resource is registered after its parent, its provider and its
    /// dependencies.
    /// </summary>
    private async Task<Inputs> PrepareAsync()
    {
        var packageRef = package is null ? "" : await deployment.Packages.RegisterAsync(package).ConfigureAwait(false);
        var parent = resource is Stack ? null : options.Parent ?? deployment.StackOrNull;
        var explicitly = await options.DependsOnAsync().ConfigureAwait(false);
        var (properties, sources) = await SerializeOrExplainAsync().ConfigureAwait(false);

        var inputs = new Inputs(PropertyMarshaller.ToStruct(properties, MarshalOptions.KeepAll), packageRef);
        if (parent is not null)
        {
            inputs.Parent = (await parent.Urn.DataAsync.ConfigureAwait(false)).Value;
        }

        if (custom && options.Provider is { } provider)
        {
            inputs.Provider = await provider.ReferenceAsync().ConfigureAwait(false);
        }

        if (remote)
        {
            foreach (var (name, each) in resource.Providers)
            {
                inputs.Providers.Add(name, await each.ReferenceAsync().ConfigureAwait(false));
            }
        }

        inputs.Dependencies.UnionWith(await Dependencies.ExpandAsync(explicitly, resource).ConfigureAwait(false));
        foreach (var (name, resources) in sources)
        {
            var urns = await Dependencies.ExpandAsync(resources, resource).ConfigureAwait(false);
            inputs.PropertyDependencies.Add(name, urns);
            inputs.Dependencies.UnionWith(urns);
        }

        return inputs;
    }

    private async Task<(PropertyMap Properties, Dictionary<string, HashSet<Resource>> Sources)> SerializeOrExplainAsync()
    {
        try
        {
            return await SerializeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is MissingInputException or UnsupportedInputException)
        {
            throw new RunException($"Registering '{_name}' ({_type}) failed: {e.Message}", e);
        }
    }

    private async Task<(PropertyMap Properties, Dictionary<string, HashSet<Resource>> Sources)> SerializeAsync()
    {
        var properties = new List<KeyValuePair<string, PropertyValue>>();
        var sources = new Dictionary<string, HashSet<Resource>>(StringComparer.Ordinal);
        // The engine is asked what it can do only when there is something to say.
        var values = args.Values().ToArray();
        var references = values.Length > 0 && await deployment.Features.ResourceReferencesAsync.ConfigureAwait(false);
        var outputs = values.Length > 0 && remote && await deployment.Features.OutputValuesAsync.ConfigureAwait(false);
        foreach (var (name, value) in values)
        {
            // These two belong to the engine.
            if (name is "id" or "urn")
            {
                continue;
            }

            var serializer = new Serializer(outputs, referencesAreDependencies: !(remote && references), references);
            if (await Registrar.SerializedAsync(serializer, name, value).ConfigureAwait(false) is { } property)
            {
                properties.Add(KeyValuePair.Create(name, property));
                sources.Add(name, serializer.Resources);
            }
        }

        return (PropertyMap.From(properties), sources);
    }

    private sealed class Inputs(Google.Protobuf.WellKnownTypes.Struct properties, string packageRef)
    {
        public Google.Protobuf.WellKnownTypes.Struct Object { get; } = properties;

        public string PackageRef { get; } = packageRef;

        public string Parent { get; set; } = "";

        public string Provider { get; set; } = "";

        public SortedDictionary<string, string> Providers { get; } = new(StringComparer.Ordinal);

        public SortedSet<string> Dependencies { get; } = new(StringComparer.Ordinal);

        public SortedDictionary<string, SortedSet<string>> PropertyDependencies { get; } = new(StringComparer.Ordinal);
    }
}
