using System.Collections.Immutable;

namespace Pulumi;

/// <summary>How a resource is managed, beside its inputs.</summary>
public abstract class ResourceOptions
{
    private static readonly Task<ImmutableArray<Resource>> Nothing = Task.FromResult(ImmutableArray<Resource>.Empty);

    private InputList<Resource>? _dependsOn;
    private InputList<Resource>? _replaceWith;
    private List<string>? _ignoreChanges;
    private List<string>? _replaceOnChanges;
    private List<string>? _hideDiffs;
    private List<ResourceTransformation>? _resourceTransformations;
    private List<ResourceTransform>? _resourceTransforms;
    private List<Input<Alias>>? _aliases;
    private ResourceHookBinding? _hooks;

    private protected ResourceOptions()
    {
    }

    /// <summary>The id of an existing resource to read instead of making one.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>The parent; the stack when null.</summary>
    public Resource? Parent { get; set; }

    /// <summary>Resources that must be done before this one.</summary>
    public InputList<Resource> DependsOn { get => _dependsOn ??= []; set => _dependsOn = value; }

    /// <summary>Whether deleting the resource is refused; inherited from the parent when null.</summary>
    public bool? Protect { get; set; }

    /// <summary>Property paths whose changes are not acted on.</summary>
    public List<string> IgnoreChanges { get => _ignoreChanges ??= []; set => _ignoreChanges = value; }

    /// <summary>The version of the provider plugin; the engine's choice when null.</summary>
    public string? Version { get; set; }

    /// <summary>The provider; inherited from the parent when null.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>How long operations may take.</summary>
    public CustomTimeouts? CustomTimeouts { get; set; }

    /// <summary>Changes to this resource and its children that run in this process, before registration.</summary>
    public List<ResourceTransformation> ResourceTransformations { get => _resourceTransformations ??= []; set => _resourceTransformations = value; }

    /// <summary>Changes to this resource and its children that the engine asks for.</summary>
    public List<ResourceTransform> ResourceTransforms { get => _resourceTransforms ??= []; set => _resourceTransforms = value; }

    /// <summary>Other names under which the engine may find this resource in its state.</summary>
    public List<Input<Alias>> Aliases { get => _aliases ??= []; set => _aliases = value; }

    /// <summary>The URN of a resource that is in the state already; it is looked up instead of registered.</summary>
    public string? Urn { get; set; }

    /// <summary>Property paths whose changes replace the resource.</summary>
    public List<string> ReplaceOnChanges { get => _replaceOnChanges ??= []; set => _replaceOnChanges = value; }

    /// <summary>Where the provider plugin is downloaded from.</summary>
    public string? PluginDownloadURL { get; set; }

    /// <summary>Whether the resource is left in the world when it is deleted from the stack; inherited from the parent when null.</summary>
    public bool? RetainOnDelete { get; set; }

    /// <summary>A resource whose deletion deletes this one too, so that no delete of its own is needed.</summary>
    public Resource? DeletedWith { get; set; }

    /// <summary>Resources whose replacement replaces this one too.</summary>
    public InputList<Resource> ReplaceWith { get => _replaceWith ??= []; set => _replaceWith = value; }

    /// <summary>Callbacks around the operations on this resource.</summary>
    public ResourceHookBinding Hooks { get => _hooks ??= new(); set => _hooks = value; }

    /// <summary>Property paths that a plan does not show.</summary>
    public List<string> HideDiffs { get => _hideDiffs ??= []; set => _hideDiffs = value; }

    /// <summary>A value whose change replaces the resource.</summary>
    public Input<object>? ReplacementTrigger { get; set; }

    internal bool HasTransforms => _resourceTransforms is { Count: > 0 };

    internal bool HasTransformations => _resourceTransformations is { Count: > 0 };

    /// <summary>Whether an option names other resources or a trigger.</summary>
    internal bool HasOthers => DeletedWith is not null || _replaceWith is not null || ReplacementTrigger is not null;

    internal ResourceHookBinding? HooksOrNull => _hooks;

    internal IReadOnlyList<Input<Alias>> AliasesOrNone => _aliases ?? [];

    /// <summary>The resources of <see cref="DependsOn"/>, as far as they are known.</summary>
    internal Task<ImmutableArray<Resource>> DependsOnAsync() => KnownAsync(_dependsOn);

    /// <summary>The resources of <see cref="ReplaceWith"/>, as far as they are known.</summary>
    internal Task<ImmutableArray<Resource>> ReplaceWithAsync() => KnownAsync(_replaceWith);

    /// <summary>A copy whose lists are its own.</summary>
    internal abstract ResourceOptions Clone();

    /// <summary>Puts another's settings on top: single values are replaced where the other has one, lists are appended.</summary>
    private protected void Apply(ResourceOptions other)
    {
        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        Protect = other.Protect ?? Protect;
        Urn = other.Urn ?? Urn;
        Version = other.Version ?? Version;
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        ReplacementTrigger = other.ReplacementTrigger ?? ReplacementTrigger;
        _dependsOn = Appended(_dependsOn, other._dependsOn);
        _replaceWith = Appended(_replaceWith, other._replaceWith);
        _ignoreChanges = Appended(_ignoreChanges, other._ignoreChanges);
        _replaceOnChanges = Appended(_replaceOnChanges, other._replaceOnChanges);
        _hideDiffs = Appended(_hideDiffs, other._hideDiffs);
        _resourceTransformations = Appended(_resourceTransformations, other._resourceTransformations);
        _resourceTransforms = Appended(_resourceTransforms, other._resourceTransforms);
        _aliases = Appended(_aliases, other._aliases);
        _hooks = ResourceHookBinding.Appended(_hooks, other._hooks);
    }

    // Most resources have neither; they pay nothing.
    private static Task<ImmutableArray<Resource>> KnownAsync(InputList<Resource>? list)
    {
        return list is null ? Nothing : ReadAsync(list);

        static async Task<ImmutableArray<Resource>> ReadAsync(InputList<Resource> list)
            => (await list.ToOutput().DataAsync.ConfigureAwait(false)).Value is { IsDefault: false } known ? known : [];
    }

    private protected static List<T>? Appended<T>(List<T>? one, List<T>? other)
        => other is null ? one : one is null ? [.. other] : [.. one, .. other];

    private static InputList<T>? Appended<T>(InputList<T>? one, InputList<T>? other)
        => other is null ? one : one is null ? other.Clone() : one.Concat(other);
}
