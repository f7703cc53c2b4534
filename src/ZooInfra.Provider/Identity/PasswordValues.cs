using System.Collections.Immutable;

namespace ZooInfra.Provider.Identity;

/// <summary>What a password policy says. Zero means never for <paramref name="MaximumAgeDays"/> and <paramref name="LockoutThreshold"/>, and until unlocked for <paramref name="LockoutMinutes"/>.</summary>
internal sealed record PasswordValues(
    DistinguishedName Base,
    string Name,
    double MinimumLength,
    bool Complexity,
    double History,
    double MaximumAgeDays,
    double MinimumAgeDays,
    double LockoutThreshold,
    double LockoutMinutes,
    double ObservationMinutes,
    ImmutableArray<DistinguishedName> AppliesTo,
    double Precedence);
