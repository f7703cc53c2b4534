using System.Collections.Immutable;
using Pulumi;

namespace ZooInfra.Identity;

/// <summary>Settings of machines and users with the units they are linked to, as a document to be reviewed and imported. Its id is its name.</summary>
public sealed class GroupPolicy : CustomResource
{
    /// <summary>Makes it.</summary>
    public GroupPolicy(string name, GroupPolicyArgs args, CustomResourceOptions? options = null)
        : base("zoo:identity:GroupPolicy", name, args, options)
    {
    }

    /// <summary>Its name, which is that of its file.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>The entries that it is linked to.</summary>
    [Output("units")]
    public Output<ImmutableArray<string>> Units { get; private set; } = null!;

    /// <summary>Whether a unit below cannot block it.</summary>
    [Output("enforced")]
    public Output<bool> Enforced { get; private set; } = null!;
}
