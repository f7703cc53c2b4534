namespace ZooInfra.Contracts.Identity;

/// <summary>Who must show a second factor, and when. Break-glass accounts are excluded from each rule and need not be named.</summary>
/// <param name="Name">The name of the rule.</param>
public sealed record MfaRule(string Name)
{
    /// <summary>The access that asks for the second factor.</summary>
    public AccessKind Access { get; init; } = AccessKind.All;

    /// <summary>The groups it is for; empty for everybody.</summary>
    public EquatableArray<string> Groups { get; init; }

    /// <summary>Accounts, by name, that it is not for.</summary>
    public EquatableArray<string> ExcludedUsers { get; init; }

    /// <summary>Networks in CIDR form from which no second factor is asked for.</summary>
    public EquatableArray<string> ExcludedNetworks { get; init; }

    /// <summary>The second factors that count.</summary>
    public EquatableArray<MfaMethod> Methods { get; init; } = new([MfaMethod.Fido2, MfaMethod.NumberMatch]);

    /// <summary>For how many hours a session lasts before the factors are asked for again; 1 to 720.</summary>
    public int SessionHours { get; init; } = 12;
}
