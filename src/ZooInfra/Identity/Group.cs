using System.Collections.Immutable;
using Pulumi;

namespace ZooInfra.Identity;

/// <summary>A group of a directory with all its members. Its id is the name it was made with; a move keeps the id.</summary>
public sealed class Group : CustomResource
{
    /// <summary>Makes it.</summary>
    public Group(string name, GroupArgs args, CustomResourceOptions? options = null)
        : base("zoo:identity:Group", name, args, options)
    {
    }

    /// <summary>The entry it is in (RFC 4514).</summary>
    [Output("parent")]
    public Output<string> Parent { get; private set; } = null!;

    /// <summary>Its name within its parent; 1 to 64 characters, and good for an account name in Active Directory.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>The entries that are in it; all of them, so one that somebody else adds is drift.</summary>
    [Output("members")]
    public Output<ImmutableArray<string>> Members { get; private set; } = null!;

    /// <summary>What it is for.</summary>
    [Output("description")]
    public Output<string?> Description { get; private set; } = null!;

    /// <summary>The name of the entry (RFC 4514), wherever it is now.</summary>
    [Output("dn")]
    public Output<string> Dn { get; private set; } = null!;
}
