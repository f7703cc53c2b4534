using ZooInfra.Engine.State;
using ZooInfra.Protocol;

namespace ZooInfra.Engine;

/// <summary>What the state of a stack says of its resources.</summary>
public sealed class StackLook
{
    internal StackLook(Snapshot snapshot)
    {
        Resources = [.. snapshot.Resources.Where(state => !state.Delete).Select(Seen)];
        CutOffCreates = [.. snapshot.PendingOperations.Where(operation => operation.Type == PendingOperation.Creating).Select(operation => Seen(operation.Resource))];
    }

    /// <summary>The resources, each behind what it refers to, without those that wait to be deleted.</summary>
    public IReadOnlyList<SeenResource> Resources { get; }

    /// <summary>The resources whose creation was cut off, so that nobody knows whether they are there. They have no outputs.</summary>
    public IReadOnlyList<SeenResource> CutOffCreates { get; }

    private static SeenResource Seen(ResourceState state) => new(state.Urn, state.Id, state.Inputs, state.Outputs);
}

/// <summary>A resource in a state.</summary>
/// <param name="Urn">Its URN.</param>
/// <param name="Id">The provider's id; empty for components.</param>
/// <param name="Inputs">Its inputs.</param>
/// <param name="Outputs">Its outputs; what is secret is decrypted and marked.</param>
public sealed record SeenResource(ResourceUrn Urn, string Id, PropertyMap Inputs, PropertyMap Outputs);
