namespace Pulumi;

/// <summary>
/// Another name under which the engine may find a resource in its state: a whole URN, or the parts that were different. A part that is not
/// given is the resource's current one.
/// </summary>
public sealed class Alias
{
    /// <summary>The whole URN; the other members are then ignored.</summary>
    public string? Urn { get; set; }

    /// <summary>The old name.</summary>
    public Input<string>? Name { get; set; }

    /// <summary>The old type.</summary>
    public Input<string>? Type { get; set; }

    /// <summary>The old stack.</summary>
    public Input<string>? Stack { get; set; }

    /// <summary>The old project.</summary>
    public Input<string>? Project { get; set; }

    /// <summary>The old parent. At most one of <see cref="Parent"/>, <see cref="ParentUrn"/> and <see cref="NoParent"/> is set.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The URN of the old parent.</summary>
    public Input<string>? ParentUrn { get; set; }

    /// <summary>Whether it had no parent.</summary>
    public bool NoParent { get; set; }
}
