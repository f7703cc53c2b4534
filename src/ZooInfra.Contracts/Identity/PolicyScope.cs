namespace ZooInfra.Contracts.Identity;

/// <summary>Whom a group policy setting is for.</summary>
public enum PolicyScope
{
    /// <summary>The machine, whoever signs in: <c>computer</c>.</summary>
    Computer = 1,

    /// <summary>The user, on whatever machine: <c>user</c>.</summary>
    User,
}
