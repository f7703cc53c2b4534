using System.Collections.Immutable;
using System.Text.Json;

namespace ZooInfra.Engine.State;

/// <summary>The state of a stack: its resources in topological order, and what was cut off in the middle.</summary>
/// <param name="Resources">A resource stands behind everything it refers to.</param>
/// <param name="PendingOperations">Provider calls of which nobody knows how they ended.</param>
/// <param name="SecretsProvider">The secrets manager of the stack, kept as it was read; null when there is none.</param>
internal sealed record Snapshot(
    ImmutableArray<ResourceState> Resources,
    ImmutableArray<PendingOperation> PendingOperations,
    JsonElement? SecretsProvider)
{
    public static Snapshot Empty { get; } = new([], [], null);
}
