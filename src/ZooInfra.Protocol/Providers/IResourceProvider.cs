using System.Collections.Immutable;

namespace ZooInfra.Protocol.Providers;

/// <summary>
/// A provider of custom resources: the provider service of the protocol (section 2.3) without its transport. The embedded engine hosts one in
/// process; a plugin serves one over gRPC. All methods may be called at the same time; an expected failure is a <see cref="ProviderException"/>.
/// </summary>
public interface IResourceProvider
{
    /// <summary>The package whose resources this provides: the text before the first colon of a type token.</summary>
    string Package { get; }

    /// <summary>The semantic version of the provider.</summary>
    string Version { get; }

    /// <summary>Checks the configuration. Never touches the world.</summary>
    ValueTask<CheckResult> CheckConfigAsync(PropertyMap config, CancellationToken cancellationToken);

    /// <summary>Takes the checked configuration; called before any resource method.</summary>
    ValueTask ConfigureAsync(PropertyMap config, CancellationToken cancellationToken);

    /// <summary>Checks the inputs of a resource and fills in defaults. Unknown values are let pass.</summary>
    ValueTask<CheckResult> CheckAsync(CheckCall call, CancellationToken cancellationToken);

    /// <summary>Compares checked inputs with the state of a resource.</summary>
    ValueTask<DiffResult> DiffAsync(DiffCall call, CancellationToken cancellationToken);

    /// <summary>Makes a resource; in a preview says what it would be and touches nothing.</summary>
    ValueTask<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken);

    /// <summary>Reads a resource as it is; null when it does not exist.</summary>
    ValueTask<ReadResult?> ReadAsync(ReadCall call, CancellationToken cancellationToken);

    /// <summary>Changes a resource in place and returns its outputs; in a preview says what they would be and touches nothing.</summary>
    ValueTask<PropertyMap> UpdateAsync(UpdateCall call, CancellationToken cancellationToken);

    /// <summary>Removes a resource; one that is gone already is a success.</summary>
    ValueTask DeleteAsync(DeleteCall call, CancellationToken cancellationToken);
}

/// <summary>Inputs to be checked.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="OldInputs">The inputs that were checked last; empty for a new resource.</param>
/// <param name="NewInputs">What the program asks for.</param>
public sealed record CheckCall(ResourceUrn Urn, PropertyMap OldInputs, PropertyMap NewInputs);

/// <summary>Checked inputs, or why they are refused.</summary>
/// <param name="Inputs">The inputs with defaults filled in.</param>
/// <param name="Failures">Empty when the inputs are good.</param>
public sealed record CheckResult(PropertyMap Inputs, ImmutableArray<CheckFailure> Failures)
{
    /// <summary>Good inputs.</summary>
    public CheckResult(PropertyMap inputs)
        : this(inputs, [])
    {
    }
}

/// <summary>One reason to refuse inputs.</summary>
/// <param name="Property">The property path (section 6.7); empty when the resource as a whole is meant.</param>
/// <param name="Reason">What is wrong and what would be right.</param>
public sealed record CheckFailure(string Property, string Reason);

/// <summary>A resource to be compared.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Id">Its id.</param>
/// <param name="OldInputs">The inputs that were checked last.</param>
/// <param name="OldOutputs">Its state.</param>
/// <param name="NewInputs">The inputs that are checked now; unknown values only in a preview.</param>
public sealed record DiffCall(ResourceUrn Urn, string Id, PropertyMap OldInputs, PropertyMap OldOutputs, PropertyMap NewInputs);

/// <summary>What an update would change.</summary>
/// <param name="Changes">Changed properties by property path (section 6.7); empty when nothing changes.</param>
/// <param name="DeleteBeforeReplace">Whether the old resource must go before the new one can be made.</param>
public sealed record DiffResult(ImmutableSortedDictionary<string, PropertyChange> Changes, bool DeleteBeforeReplace = false)
{
    /// <summary>Nothing changes.</summary>
    public static DiffResult None { get; } = new(ImmutableSortedDictionary.Create<string, PropertyChange>(StringComparer.Ordinal));

    /// <summary>Whether any change needs a new resource.</summary>
    public bool Replaces => Changes.Values.Any(change => change.Replaces);
}

/// <summary>What happens to a property.</summary>
public enum ChangeKind
{
    /// <summary>It is new.</summary>
    Add,

    /// <summary>It goes.</summary>
    Delete,

    /// <summary>It has another value.</summary>
    Update,
}

/// <summary>A changed property.</summary>
/// <param name="Kind">What happens to it.</param>
/// <param name="Replaces">Whether the change needs a new resource.</param>
/// <param name="InputDiff">Whether the old value is found in the old inputs; otherwise in the old outputs.</param>
public sealed record PropertyChange(ChangeKind Kind, bool Replaces, bool InputDiff = true);

/// <summary>A resource to be made.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Inputs">Checked inputs.</param>
/// <param name="Preview">Whether to touch nothing and answer with what is known already.</param>
public sealed record CreateCall(ResourceUrn Urn, PropertyMap Inputs, bool Preview);

/// <summary>A resource that was made.</summary>
/// <param name="Id">Its id; may be empty in a preview only.</param>
/// <param name="Outputs">Its state.</param>
public sealed record CreateResult(string Id, PropertyMap Outputs);

/// <summary>A resource to be read.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Id">Its id.</param>
/// <param name="Inputs">The last inputs; empty on import.</param>
/// <param name="Outputs">The last state; empty on import.</param>
public sealed record ReadCall(ResourceUrn Urn, string Id, PropertyMap Inputs, PropertyMap Outputs);

/// <summary>A resource as it is.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Inputs">The inputs that would make it so.</param>
/// <param name="Outputs">Its state.</param>
public sealed record ReadResult(string Id, PropertyMap Inputs, PropertyMap Outputs);

/// <summary>A resource to be changed in place.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Id">Its id.</param>
/// <param name="OldInputs">The inputs that were checked last.</param>
/// <param name="OldOutputs">Its state.</param>
/// <param name="NewInputs">Checked inputs.</param>
/// <param name="Preview">Whether to touch nothing and answer with what is known already.</param>
public sealed record UpdateCall(ResourceUrn Urn, string Id, PropertyMap OldInputs, PropertyMap OldOutputs, PropertyMap NewInputs, bool Preview);

/// <summary>A resource to be removed.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Id">Its id.</param>
/// <param name="OldInputs">The inputs that were checked last.</param>
/// <param name="OldOutputs">Its state.</param>
public sealed record DeleteCall(ResourceUrn Urn, string Id, PropertyMap OldInputs, PropertyMap OldOutputs);
