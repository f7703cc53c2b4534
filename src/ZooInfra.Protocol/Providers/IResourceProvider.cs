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

    /// <summary>Compares a new configuration with the one the provider had; a change that replaces means that everything it made must be made again.</summary>
    ValueTask<DiffResult> DiffConfigAsync(DiffCall call, CancellationToken cancellationToken) => new(DiffResult.None);

    /// <summary>Runs a function of the package.</summary>
    ValueTask<InvokeResult> InvokeAsync(InvokeCall call, CancellationToken cancellationToken)
        => throw new ProviderException($"Package {Package} has no function '{call.Token}'.");

    /// <summary>Runs a method of a resource.</summary>
    ValueTask<MethodResult> CallAsync(MethodCall call, CancellationToken cancellationToken)
        => throw new ProviderException($"Package {Package} has no method '{call.Token}'.");
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
public sealed record DiffCall(ResourceUrn Urn, string Id, PropertyMap OldInputs, PropertyMap OldOutputs, PropertyMap NewInputs)
{
    /// <summary>Property paths whose changes the program wants to be ignored; the new inputs have the old values there already.</summary>
    public ImmutableArray<string> IgnoreChanges { get; init; } = [];
}

/// <summary>What an update would change.</summary>
/// <param name="Changes">Changed properties by property path (section 6.7); empty when nothing changes.</param>
/// <param name="DeleteBeforeReplace">Whether the old resource must go before the new one can be made.</param>
public sealed record DiffResult(ImmutableSortedDictionary<string, PropertyChange> Changes, bool DeleteBeforeReplace = false)
{
    /// <summary>Nothing changes.</summary>
    public static DiffResult None { get; } = new(ImmutableSortedDictionary.Create<string, PropertyChange>(StringComparer.Ordinal));

    /// <summary>Whether something changes that the provider does not name.</summary>
    public bool HasUnnamedChange { get; init; }

    /// <summary>Whether nothing changes.</summary>
    public bool IsNone => Changes.IsEmpty && !HasUnnamedChange;

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
public sealed record CreateCall(ResourceUrn Urn, PropertyMap Inputs, bool Preview)
{
    /// <summary>How long it may take; null leaves it to the provider.</summary>
    public TimeSpan? Timeout { get; init; }
}

/// <summary>A resource that was made.</summary>
/// <param name="Id">Its id; may be empty in a preview only.</param>
/// <param name="Outputs">Its state.</param>
public sealed record CreateResult(string Id, PropertyMap Outputs)
{
    /// <summary>Whether it must be read before it is planned.</summary>
    public bool RefreshBeforeUpdate { get; init; }
}

/// <summary>A resource to be read.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Id">Its id.</param>
/// <param name="Inputs">The last inputs; empty on import.</param>
/// <param name="Outputs">The last state; empty on import.</param>
public sealed record ReadCall(ResourceUrn Urn, string Id, PropertyMap Inputs, PropertyMap Outputs)
{
    /// <summary>How long it may take; null leaves it to the provider.</summary>
    public TimeSpan? Timeout { get; init; }
}

/// <summary>A resource as it is.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Inputs">The inputs that would make it so.</param>
/// <param name="Outputs">Its state.</param>
public sealed record ReadResult(string Id, PropertyMap Inputs, PropertyMap Outputs)
{
    /// <summary>Whether the provider told the inputs; without them a resource cannot be imported, and a refresh keeps those it had.</summary>
    public bool HasInputs { get; init; } = true;
}

/// <summary>A resource to be changed in place.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Id">Its id.</param>
/// <param name="OldInputs">The inputs that were checked last.</param>
/// <param name="OldOutputs">Its state.</param>
/// <param name="NewInputs">Checked inputs.</param>
/// <param name="Preview">Whether to touch nothing and answer with what is known already.</param>
public sealed record UpdateCall(ResourceUrn Urn, string Id, PropertyMap OldInputs, PropertyMap OldOutputs, PropertyMap NewInputs, bool Preview)
{
    /// <summary>Property paths whose changes the program wants to be ignored.</summary>
    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    /// <summary>How long it may take; null leaves it to the provider.</summary>
    public TimeSpan? Timeout { get; init; }
}

/// <summary>A resource to be removed.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Id">Its id.</param>
/// <param name="OldInputs">The inputs that were checked last.</param>
/// <param name="OldOutputs">Its state.</param>
public sealed record DeleteCall(ResourceUrn Urn, string Id, PropertyMap OldInputs, PropertyMap OldOutputs)
{
    /// <summary>How long it may take; null leaves it to the provider.</summary>
    public TimeSpan? Timeout { get; init; }
}

/// <summary>A function to be run.</summary>
/// <param name="Token">Its token, <c>package:module:function</c>.</param>
/// <param name="Args">Its arguments.</param>
/// <param name="Preview">Whether this is a preview.</param>
public sealed record InvokeCall(string Token, PropertyMap Args, bool Preview);

/// <summary>What a function answered.</summary>
/// <param name="Return">Its result.</param>
/// <param name="Failures">Why its arguments are refused; empty when they are good.</param>
public sealed record InvokeResult(PropertyMap Return, ImmutableArray<CheckFailure> Failures)
{
    /// <summary>A result.</summary>
    public InvokeResult(PropertyMap result)
        : this(result, [])
    {
    }
}

/// <summary>A method of a resource to be run.</summary>
/// <param name="Token">Its token, <c>package:module:Type/method</c>.</param>
/// <param name="Args">Its arguments; the resource itself is <c>__self__</c>.</param>
/// <param name="ArgDependencies">The URNs that each argument depends on.</param>
/// <param name="Run">The run it belongs to.</param>
public sealed record MethodCall(string Token, PropertyMap Args, ImmutableSortedDictionary<string, ImmutableArray<string>> ArgDependencies, RunInfo Run);

/// <summary>What a method answered.</summary>
/// <param name="Return">Its result.</param>
/// <param name="Dependencies">The URNs that each part of the result depends on.</param>
/// <param name="Failures">Why its arguments are refused; empty when they are good.</param>
public sealed record MethodResult(PropertyMap Return, ImmutableSortedDictionary<string, ImmutableArray<string>> Dependencies, ImmutableArray<CheckFailure> Failures);

/// <summary>The run that a provider works for when it registers resources of its own.</summary>
/// <param name="Project">The project.</param>
/// <param name="Stack">The stack.</param>
/// <param name="MonitorAddress">Where the resource monitor listens: <c>127.0.0.1:PORT</c>.</param>
/// <param name="Preview">Whether this is a preview.</param>
/// <param name="Parallel">How many resources may be worked on at once.</param>
/// <param name="Config">The configuration of the stack by full key, decrypted.</param>
/// <param name="SecretConfigKeys">The keys whose values are secret.</param>
public sealed record RunInfo(string Project, string Stack, string MonitorAddress, bool Preview, int Parallel, IReadOnlyDictionary<string, string> Config, IReadOnlySet<string> SecretConfigKeys);
