using ZooInfra.Contracts;
using ZooInfra.Contracts.Identity;
using Pulumi;

namespace ZooInfra.Identity;

/// <summary>What an <see cref="IdentityBoundary"/> is made of.</summary>
public sealed class IdentityBoundaryArgs : ResourceArgs
{
    /// <summary>The client's contract: <c>Contract</c> of the client's class. Its regimes decide what the boundary must have.</summary>
    public required TenantContract Contract { get; init; }

    /// <summary>The entry that everything is below (RFC 4514), such as <c>dc=acme,dc=example</c>. It exists.</summary>
    public required string BaseDn { get; init; }

    /// <summary>The tree of units.</summary>
    public IList<IdentityUnit> Units { get; init; } = new List<IdentityUnit>();

    /// <summary>The accounts that exist and that groups and policies speak of.</summary>
    public IList<UserAccount> Users { get; init; } = new List<UserAccount>();

    /// <summary>The groups.</summary>
    public IList<IdentityGroup> Groups { get; init; } = new List<IdentityGroup>();

    /// <summary>The password and lockout policies.</summary>
    public IList<PasswordRules> Passwords { get; init; } = new List<PasswordRules>();

    /// <summary>Who must show a second factor. Break-glass accounts are excluded from each.</summary>
    public IList<MfaRule> Mfa { get; init; } = new List<MfaRule>();

    /// <summary>The group policies.</summary>
    public IList<GroupPolicyRules> GroupPolicies { get; init; } = new List<GroupPolicyRules>();

    /// <summary>The applications that trust the client's identity provider.</summary>
    public IList<SaasFederation> Federations { get; init; } = new List<SaasFederation>();

    /// <summary>Where logs go.</summary>
    public IList<LogRoute> Logs { get; init; } = new List<LogRoute>();

    /// <summary>The break-glass accounts.</summary>
    public EmergencyAccess? Emergency { get; init; }

    /// <summary>What is declared, as a regime looks at it; tests ask it who can sign in without a second factor.</summary>
    public IdentityFacts Facts() => new()
    {
        Users = new(Users),
        Groups = new(Groups.Select(group => new GroupMembers(group.Name, new(UsersOf(group, []).Distinct())))),
        Passwords = new(Passwords),
        Mfa = new(Mfa),
        GroupPolicies = new(GroupPolicies),
        Logs = new(Logs),
        Emergency = Emergency,
    };

    private IEnumerable<string> UsersOf(IdentityGroup group, HashSet<string> seen)
        => seen.Add(group.Name) ? group.Users.Concat(Groups.Where(nested => group.Groups.Contains(nested.Name)).SelectMany(nested => UsersOf(nested, seen))) : [];
}
