namespace ZooInfra.Contracts.Identity;

/// <summary>What passwords must be, and when an account is locked.</summary>
/// <param name="Name">The name of the policy.</param>
public sealed record PasswordRules(string Name)
{
    /// <summary>The fewest characters; 8 to 255.</summary>
    public int MinimumLength { get; init; } = 14;

    /// <summary>Whether several kinds of characters are asked for.</summary>
    public bool Complexity { get; init; } = true;

    /// <summary>How many former passwords cannot be used again; 0 to 1024.</summary>
    public int History { get; init; } = 24;

    /// <summary>Days after which a password must be changed; 0 for never.</summary>
    public int MaximumAgeDays { get; init; }

    /// <summary>Days before which a password cannot be changed again; 0 for none.</summary>
    public int MinimumAgeDays { get; init; } = 1;

    /// <summary>Failed sign-ins after which the account is locked; 0 for never.</summary>
    public int LockoutThreshold { get; init; } = 5;

    /// <summary>Minutes for which the account stays locked; 0 until somebody unlocks it.</summary>
    public int LockoutMinutes { get; init; } = 30;

    /// <summary>Minutes after which failed sign-ins are forgotten; 1 or more.</summary>
    public int ObservationMinutes { get; init; } = 30;

    /// <summary>Groups, by name, that it is for, where the directory can say so (Active Directory); empty for the directory's default.</summary>
    public EquatableArray<string> Groups { get; init; }
}
