using System.Globalization;

namespace ZooInfra.Provider.Identity;

/// <summary>A password policy as a password settings object of Active Directory ([MS-ADTS], section 3.1.1.5.2; [MS-ADA2] for the attributes). Ages are negative counts of 100 ns there.</summary>
internal static class PasswordSettings
{
    public const string ObjectClass = "msDS-PasswordSettings";

    private const long Minute = 60L * 10_000_000;
    private const long Day = 24 * 60 * Minute;

    public static readonly ManagedAttribute[] Managed =
    [
        new("msDS-PasswordSettingsPrecedence"), new("msDS-PasswordReversibleEncryptionEnabled"), new("msDS-PasswordHistoryLength"), new("msDS-PasswordComplexityEnabled"),
        new("msDS-MinimumPasswordLength"), new("msDS-MinimumPasswordAge"), new("msDS-MaximumPasswordAge"), new("msDS-LockoutThreshold"), new("msDS-LockoutObservationWindow"),
        new("msDS-LockoutDuration"), new("msDS-PSOAppliesTo", IsName: true),
    ];

    /// <summary>The entry. Active Directory has one place for all of them.</summary>
    public static DirectoryEntry Entry(PasswordValues values)
        => new DirectoryEntry(values.Base.Child("CN", "System").Child("CN", "Password Settings Container").Child("CN", values.Name))
            .With("objectClass", "top", ObjectClass)
            .With("cn", values.Name)
            .With("msDS-PasswordSettingsPrecedence", Text(values.Precedence))
            .With("msDS-PasswordReversibleEncryptionEnabled", "FALSE")
            .With("msDS-PasswordHistoryLength", Text(values.History))
            .With("msDS-PasswordComplexityEnabled", values.Complexity ? "TRUE" : "FALSE")
            .With("msDS-MinimumPasswordLength", Text(values.MinimumLength))
            .With("msDS-MinimumPasswordAge", Interval(values.MinimumAgeDays, Day))
            .With("msDS-MaximumPasswordAge", Interval(values.MaximumAgeDays, Day, zeroIsNever: true))
            .With("msDS-LockoutThreshold", Text(values.LockoutThreshold))
            .With("msDS-LockoutObservationWindow", Interval(values.ObservationMinutes, Minute))
            .With("msDS-LockoutDuration", Interval(values.LockoutMinutes, Minute, zeroIsNever: true))
            .With("msDS-PSOAppliesTo", values.AppliesTo.Select(name => name.Text));

    /// <summary>What an entry says.</summary>
    public static PasswordValues Read(DirectoryEntry entry) => new(
        entry.Dn.Parent?.Parent?.Parent ?? entry.Dn,
        entry.Dn.Names[0].Pairs[0].Value,
        Number(entry, "msDS-MinimumPasswordLength"),
        entry["msDS-PasswordComplexityEnabled"] is ["TRUE"],
        Number(entry, "msDS-PasswordHistoryLength"),
        Count(entry, "msDS-MaximumPasswordAge", Day),
        Count(entry, "msDS-MinimumPasswordAge", Day),
        Number(entry, "msDS-LockoutThreshold"),
        Count(entry, "msDS-LockoutDuration", Minute),
        Count(entry, "msDS-LockoutObservationWindow", Minute),
        [.. entry["msDS-PSOAppliesTo"].Select(text => DistinguishedName.TryParse(text, out var name, out _) ? name : null).OfType<DistinguishedName>().OrderBy(name => name.Key, StringComparer.Ordinal)],
        Number(entry, "msDS-PasswordSettingsPrecedence"));

    private static string Interval(double count, long unit, bool zeroIsNever = false)
        => (count == 0 && zeroIsNever ? long.MinValue : -(long)count * unit).ToString(CultureInfo.InvariantCulture);

    private static double Count(DirectoryEntry entry, string attribute, long unit)
        => Number(entry, attribute) is var number && number == long.MinValue ? 0 : 0 - ((double)number / unit);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(DirectoryEntry entry, string attribute)
        => entry[attribute] is [var text, ..] && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
