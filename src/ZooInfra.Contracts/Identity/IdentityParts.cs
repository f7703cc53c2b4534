namespace ZooInfra.Contracts.Identity;

/// <summary>The parts of an identity boundary.</summary>
[Flags]
internal enum IdentityParts
{
    None = 0,
    Users = 1,
    Groups = 2,
    Passwords = 4,
    Mfa = 8,
    GroupPolicies = 16,
    Logs = 32,
    Emergency = 64,
}
