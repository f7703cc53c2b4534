namespace ZooInfra.Contracts.Identity;

/// <summary>What an identity boundary declares, as far as a regime asks for it.</summary>
public sealed record IdentityFacts
{
    /// <summary>The accounts.</summary>
    public EquatableArray<UserAccount> Users { get; init; }

    /// <summary>The names of the members of each group, nested groups resolved.</summary>
    public EquatableArray<GroupMembers> Groups { get; init; }

    /// <summary>The password and lockout policies.</summary>
    public EquatableArray<PasswordRules> Passwords { get; init; }

    /// <summary>The rules for second factors.</summary>
    public EquatableArray<MfaRule> Mfa { get; init; }

    /// <summary>The group policies.</summary>
    public EquatableArray<GroupPolicyRules> GroupPolicies { get; init; }

    /// <summary>Where logs go.</summary>
    public EquatableArray<LogRoute> Logs { get; init; }

    /// <summary>The break-glass accounts; null when there are none.</summary>
    public EmergencyAccess? Emergency { get; init; }

    /// <summary>The accounts, by name, that can come in by <paramref name="access"/> without a second factor; break-glass accounts are not counted.</summary>
    /// <param name="access">One or several ways; an account that can use any of them without is counted.</param>
    public IReadOnlyList<string> WithoutMfa(AccessKind access)
    {
        // A rule with an excluded network asks nobody who comes from there, so it does not cover anybody.
        var rules = Mfa.Where(rule => rule.ExcludedNetworks.Count == 0 && rule.Methods.Count > 0).ToList();
        return [.. Users.Select(user => user.Name).Where(name => Emergency?.Accounts.Contains(name, StringComparer.Ordinal) != true).Where(name =>
        {
            var covered = rules.Where(rule => IsFor(rule, name)).Aggregate(AccessKind.None, (all, rule) => all | rule.Access);
            return (covered & access) != access;
        })];
    }

    private bool IsFor(MfaRule rule, string user)
        => !rule.ExcludedUsers.Contains(user, StringComparer.Ordinal)
            && (rule.Groups.Count == 0 || Groups.Any(group => rule.Groups.Contains(group.Name, StringComparer.Ordinal) && group.Users.Contains(user, StringComparer.Ordinal)));
}
