namespace ZooInfra.Contracts.Identity;

/// <summary>A group policy: settings, and the organizational units they are linked to.</summary>
/// <param name="Name">The name of the policy.</param>
public sealed record GroupPolicyRules(string Name)
{
    /// <summary>The units it is linked to, by path such as <c>Org X/Workstations</c>; empty for the base of the directory.</summary>
    public EquatableArray<string> Units { get; init; }

    /// <summary>Whether a unit below cannot block it.</summary>
    public bool Enforced { get; init; }

    /// <summary>What it sets.</summary>
    public EquatableArray<PolicySetting> Settings { get; init; }
}
