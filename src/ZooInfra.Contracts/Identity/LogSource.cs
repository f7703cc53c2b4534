namespace ZooInfra.Contracts.Identity;

/// <summary>What is logged.</summary>
public enum LogSource
{
    /// <summary>Sign-ins, good and failed: <c>sign-in</c>.</summary>
    SignIn = 1,

    /// <summary>Changes of accounts, groups and units: <c>directory-change</c>.</summary>
    DirectoryChange,

    /// <summary>Changes of policies and trusts: <c>policy-change</c>.</summary>
    PolicyChange,
}
