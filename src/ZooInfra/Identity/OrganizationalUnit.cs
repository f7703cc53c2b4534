using Pulumi;

namespace ZooInfra.Identity;

/// <summary>A unit of a directory's tree. Its id is the name it was made with; a move keeps the id.</summary>
public sealed class OrganizationalUnit : CustomResource
{
    /// <summary>Makes it.</summary>
    public OrganizationalUnit(string name, OrganizationalUnitArgs args, CustomResourceOptions? options = null)
        : base("zoo:identity:OrganizationalUnit", name, args, options)
    {
    }

    /// <summary>The entry it is in (RFC 4514), such as <c>dc=acme,dc=example</c>.</summary>
    [Output("parent")]
    public Output<string> Parent { get; private set; } = null!;

    /// <summary>Its name within its parent; 1 to 64 characters.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>What it is for.</summary>
    [Output("description")]
    public Output<string?> Description { get; private set; } = null!;

    /// <summary>The name of the entry (RFC 4514), wherever it is now.</summary>
    [Output("dn")]
    public Output<string> Dn { get; private set; } = null!;
}
