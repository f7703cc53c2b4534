using Pulumi;

namespace ZooInfra.Identity;

/// <summary>The inputs of a <see cref="OrganizationalUnit"/>.</summary>
public sealed class OrganizationalUnitArgs : ResourceArgs
{
    /// <summary>The entry it is in (RFC 4514), such as <c>dc=acme,dc=example</c>.</summary>
    [Input("parent", required: true)]
    public Input<string> Parent { get; set; } = null!;

    /// <summary>Its name within its parent; 1 to 64 characters.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>What it is for; none when it is not given.</summary>
    [Input("description")]
    public Input<string>? Description { get; set; }
}
