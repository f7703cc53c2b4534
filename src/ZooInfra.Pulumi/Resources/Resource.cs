using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Anything that a stack manages: a provider's resource or a component.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly Lock _lock = new();
    private readonly ImmutableDictionary<string, ProviderResource> _providers = ImmutableDictionary<string, ProviderResource>.Empty;
    private readonly ImmutableArray<ResourceTransformation> _transformations = [];
    private readonly bool? _protect;
    private ImmutableArray<Resource> _children = [];

    private protected Resource(
        string type,
        string name,
        bool custom,
        ResourceArgs args,
        ResourceOptions options,
        bool remote = false,
        RegisterPackageRequest? registerPackageRequest = null)
    {
        (_type, _name, Remote) = (Named(type, "type"), Named(name, "name"), remote);
        var deployment = Deployment.Require();
        if (type != Stack.TypeToken && deployment.StackOrNull is null)
        {
            throw new InvalidOperationException($"'{name}' ({type}) is made before its stack: field initialisers run before the constructor of the stack. Make resources in the constructor.");
        }

        var completions = OutputProperties.Create(this, ownProperties: custom || remote);

        var transformationParent = type == Stack.TypeToken ? null : options.Parent ?? deployment.StackOrNull;
        (args, options) = Transformed(args, options, transformationParent);
        _transformations = transformationParent?._transformations ?? [];
        if (options.HasTransformations)
        {
            _transformations = [.. options.ResourceTransformations, .. _transformations];
        }

        options = options.Clone();

        if (options is ComponentResourceOptions { Provider: not null, Providers.Count: > 0 })
        {
            throw new ResourceException("Do not supply both 'provider' and 'providers' options to a ComponentResource.", options.Parent, hideStack: true);
        }

        _protect = options.Protect ??= options.Parent?._protect;
        _providers = Inherit(options, custom);
        (Parent, Version, PluginDownloadURL) = (options.Parent, options.Version, options.PluginDownloadURL);
        Parent?.Adopt(this);
        deployment.Registrar.Start(this, custom, remote, args, options, registerPackageRequest, completions);
    }

    /// <summary>A stand-in for a resource that is registered elsewhere.</summary>
    private protected Resource(string urn, string type, string name)
    {
        (_type, _name) = (type, name);
        Urn = Output.Create(urn);
    }

    /// <summary>The name that the engine gave.</summary>
    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!;

    internal bool Remote { get; }

    internal Resource? Parent { get; }

    internal string? Version { get; }

    internal string? PluginDownloadURL { get; }

    internal ImmutableDictionary<string, ProviderResource> Providers => _providers;

    /// <summary>The resources that have this one as their explicit parent, so far.</summary>
    internal ImmutableArray<Resource> Children
    {
        get
        {
            lock (_lock)
            {
                return _children;
            }
        }
    }

    /// <summary>The type token.</summary>
    public string GetResourceType() => _type;

    /// <summary>The name in the program.</summary>
    public string GetResourceName() => _name;

    internal ProviderResource? GetProvider(string package) => _providers.GetValueOrDefault(package);

    /// <summary>The package of a type token: the text before the first colon.</summary>
    internal static string PackageOf(string type) => type.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? type[..colon] : type;

    private void Adopt(Resource child)
    {
        lock (_lock)
        {
            _children = _children.Add(child);
        }
    }

    // Failures are shown on the parent: this resource is not registered yet, so it has no place in the engine's display.
    private (ResourceArgs Args, ResourceOptions Options) Transformed(ResourceArgs args, ResourceOptions options, Resource? parent)
    {
        ImmutableArray<ResourceTransformation> transformations = parent?._transformations ?? [];
        if (options.HasTransformations)
        {
            transformations = [.. options.ResourceTransformations, .. transformations];
        }

        foreach (var transformation in transformations)
        {
            if (transformation(new(this, args, options)) is not { } result)
            {
                continue;
            }

            if (result.Options.GetType() != options.GetType())
            {
                throw new ResourceException($"A transformation of '{_name}' returned {result.Options.GetType().Name} where {options.GetType().Name} is needed.", parent, hideStack: true);
            }

            if (!ReferenceEquals(result.Options.Parent, options.Parent))
            {
                throw new ResourceException($"A transformation changed the parent of '{_name}'; the parent cannot be changed by a transformation.", parent, hideStack: true);
            }

            (args, options) = (result.Args, result.Options);
        }

        return (args, options);
    }

    private ImmutableDictionary<string, ProviderResource> Inherit(ResourceOptions options, bool custom)
    {
        var providers = options.Parent?._providers ?? ImmutableDictionary<string, ProviderResource>.Empty;
        if (custom)
        {
            options.Provider ??= providers.GetValueOrDefault(PackageOf(_type));
        }

        var own = options is ComponentResourceOptions component ? component.Providers : [];
        foreach (var provider in options.Provider is { } single ? [single, .. own] : own)
        {
            providers = providers.SetItem(provider.Package, provider);
        }

        return providers;
    }

    private static string Named(string? text, string what)
        => !string.IsNullOrEmpty(text) ? text : throw new ArgumentException($"'{what}' cannot be null or empty.", what);
}
