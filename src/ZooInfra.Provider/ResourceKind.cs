using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider;

/// <summary>One type of resource: how its inputs are checked and compared, and how it comes into the world and goes.</summary>
internal abstract class ResourceKind
{
    /// <summary>The type token.</summary>
    public abstract string Type { get; }

    /// <summary>Checks inputs without looking at the world.</summary>
    public abstract CheckResult Check(PropertyMap inputs);

    /// <summary>Checks inputs, also against those that were checked last.</summary>
    public virtual CheckResult Check(CheckCall call) => Check(call.NewInputs);

    /// <summary>Compares checked inputs with the state.</summary>
    public abstract DiffResult Diff(DiffCall call);

    /// <summary>Makes a resource.</summary>
    public abstract ValueTask<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken);

    /// <summary>Reads a resource; null when it does not exist.</summary>
    public abstract ValueTask<ReadResult?> ReadAsync(ReadCall call, CancellationToken cancellationToken);

    /// <summary>Changes a resource in place.</summary>
    public abstract ValueTask<PropertyMap> UpdateAsync(UpdateCall call, CancellationToken cancellationToken);

    /// <summary>Removes a resource.</summary>
    public abstract ValueTask DeleteAsync(DeleteCall call, CancellationToken cancellationToken);

    /// <summary>The inputs when they are good enough to act on.</summary>
    /// <exception cref="ProviderException">They failed the check.</exception>
    protected static void RequireGood(InputReader reader, ResourceUrn urn)
    {
        if (reader.Failures is [var failure, ..])
        {
            throw new ProviderException($"{urn.Name}: {failure.Property}: {failure.Reason}");
        }
    }

    /// <summary>An unknown value reached a step that acts; only an engine's mistake can do that.</summary>
    protected static ProviderException NotKnown(ResourceUrn urn, string input)
        => new($"{urn.Name}: '{input}' is not known yet, but the resource is to be made now. Run the update again.");
}
