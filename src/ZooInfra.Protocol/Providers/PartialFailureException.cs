using System.Collections.Immutable;

namespace ZooInfra.Protocol.Providers;

/// <summary>
/// A resource was made, changed or read, but did not come all the way up (protocol facts, section 2.3, ErrorResourceInitFailed). It is kept with what
/// it has, and the next run tries again.
/// </summary>
/// <param name="message">What is wrong, where, and what to do.</param>
/// <param name="id">The id of the resource.</param>
/// <param name="outputs">Its state as far as it got.</param>
/// <param name="reasons">What is still wrong, one reason each.</param>
public sealed class PartialFailureException(string message, string id, PropertyMap outputs, ImmutableArray<string> reasons) : Exception(message)
{
    /// <summary>The id of the resource.</summary>
    public string Id { get; } = id;

    /// <summary>Its state as far as it got.</summary>
    public PropertyMap Outputs { get; } = outputs;

    /// <summary>What is still wrong, one reason each.</summary>
    public ImmutableArray<string> Reasons { get; } = reasons;
}
