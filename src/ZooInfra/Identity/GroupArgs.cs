using Pulumi;

namespace ZooInfra.Identity;

/// <summary>The inputs of a <see cref="Group"/>.</summary>
public sealed class GroupArgs : ResourceArgs
{
    /// <summary>The entry it is in (RFC 4514).</summary>
    [Input("parent", required: true)]
    public Input<string> Parent { get; set; } = null!;

    /// <summary>Its name within its parent; 1 to 64 characters, and good for an account name in Active Directory.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>The entries that are in it; all of them, so one that somebody else adds is drift.</summary>
    [Input("members")]
    public InputList<string> Members { get; set; } = new();

    /// <summary>What it is for; none when it is not given.</summary>
    [Input("description")]
    public Input<string>? Description { get; set; }
}
