using System.Collections.Immutable;
using Pulumirpc;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Planning;

/// <summary>What the program asks for: a resource as it should be.</summary>
internal sealed record Goal
{
    public required ResourceUrn Urn { get; init; }

    public required bool Custom { get; init; }

    public required PropertyMap Inputs { get; init; }

    public ResourceUrn? Parent { get; init; }

    /// <summary><c>URN::ID</c>; empty when the default provider is meant.</summary>
    public string Provider { get; init; } = "";

    public string Version { get; init; } = "";

    public ImmutableArray<string> Dependencies { get; init; } = [];

    public ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } = ResourceState.NoPropertyDependencies;

    public bool? Protect { get; init; }

    public bool? RetainOnDelete { get; init; }

    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>What the program says about the order of a replacement; null leaves it to the provider.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    public bool IsProvider => Urn.Type.StartsWith(ProviderReference.TypePrefix, StringComparison.Ordinal);

    /// <summary>Reads a registration.</summary>
    /// <exception cref="RunException">It asks for something this engine does not do; the message says what.</exception>
    public static Goal From(RegisterResourceRequest request, string project, string stack)
    {
        ResourceUrn? parent = request.Parent.Length == 0
            ? null
            : ResourceUrn.Parse(request.Parent) ?? throw new RunException($"Resource '{request.Name}' has the parent '{request.Parent}', which is not a URN.");
        var urn = ResourceUrn.Create(stack, project, parent, request.Type, request.Name);
        if (request.Custom && request.Type.Split(':').Length != 3)
        {
            throw new RunException($"Resource '{request.Name}' has the type '{request.Type}'; a type token is 'package:module:Type'.");
        }

        if (Unsupported(request) is { } feature)
        {
            throw new RunException($"Resource {urn} uses {feature}, which the embedded engine does not have yet. Run this stack with the Pulumi CLI: pulumi up -s {stack}");
        }

        var inputs = PropertyMarshaller.FromStruct(request.Object);
        ImmutableArray<string> dependencies = [.. request.Dependencies];
        return new()
        {
            Urn = urn,
            Custom = request.Custom,
            Inputs = inputs,
            Parent = parent,
            Provider = request.Provider,
            Version = request.Version,
            Dependencies = dependencies,
            PropertyDependencies = request.PropertyDependencies.Count == 0
                ? ResourceState.NoPropertyDependencies.AddRange(inputs.Keys.Select(key => KeyValuePair.Create(key, dependencies)))
                : ResourceState.NoPropertyDependencies.AddRange(request.PropertyDependencies.Select(p => KeyValuePair.Create(p.Key, p.Value.Urns.ToImmutableArray()))),
            Protect = request.HasProtect ? request.Protect : null,
            RetainOnDelete = request.HasRetainOnDelete ? request.RetainOnDelete : null,
            IgnoreChanges = [.. request.IgnoreChanges],
            AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
            DeleteBeforeReplace = request.DeleteBeforeReplaceDefined || request.DeleteBeforeReplace ? request.DeleteBeforeReplace : null,
        };
    }

    private static string? Unsupported(RegisterResourceRequest request) => request switch
    {
        { Remote: true } => "a remote component",
        { ImportId.Length: > 0 } => "the import option",
        { Aliases.Count: > 0 } or { AliasURNs.Count: > 0 } => "aliases",
        { DeletedWith.Length: > 0 } => "the deletedWith option",
        { ReplaceWith.Count: > 0 } => "the replaceWith option",
        { ReplaceOnChanges.Count: > 0 } => "the replaceOnChanges option",
        { ReplacementTrigger: not null } => "a replacement trigger",
        { Transforms.Count: > 0 } => "transforms",
        { Hooks: not null } when request.Hooks.CalculateSize() > 0 => "resource hooks",
        { PackageRef.Length: > 0 } => "a parameterized package",
        { EnvVarMappings.Count: > 0 } => "environment variable mappings",
        _ when request.IgnoreChanges.FirstOrDefault(path => path.AsSpan().ContainsAny('.', '[', '*')) is { } path => $"ignoreChanges with the nested path '{path}'",
        _ => null,
    };
}
