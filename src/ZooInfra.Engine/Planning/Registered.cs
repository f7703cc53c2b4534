using ZooInfra.Engine.State;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Planning;

/// <summary>What became of a registration.</summary>
/// <param name="Goal">What the program asked for.</param>
/// <param name="State">The resource as it is; null when it did not come about.</param>
/// <param name="Alias">The URN it was known under before; null when that did not change.</param>
/// <param name="End">How it ended.</param>
internal sealed record Registered(Goal Goal, ResourceState? State, ResourceUrn? Alias, RegistrationEnd End);

/// <summary>How a registration ended.</summary>
internal enum RegistrationEnd
{
    /// <summary>The resource is as the program wants it, or as it was when it is not a target.</summary>
    Done,

    /// <summary>Its step failed.</summary>
    Failed,

    /// <summary>Something it needs failed.</summary>
    Skipped,

    /// <summary>It does not exist yet and is not a target.</summary>
    NotTargeted,
}
