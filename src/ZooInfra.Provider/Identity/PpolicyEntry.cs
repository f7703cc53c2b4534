using System.Globalization;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Identity;

/// <summary>A password policy as slapd's ppolicy overlay reads it (slapo-ppolicy(5)). Ages are seconds there.</summary>
internal static class PpolicyEntry
{
    public const string ObjectClass = "pwdPolicy";

    private const double Day = 86400;
    private const double Minute = 60;
    private const double DefaultPrecedence = 10;

    public static readonly ManagedAttribute[] Managed =
    [
        new("pwdMinLength"), new("pwdCheckQuality"), new("pwdInHistory"), new("pwdMaxAge"), new("pwdMinAge"),
        new("pwdLockout"), new("pwdMaxFailure"), new("pwdLockoutDuration"), new("pwdFailureCountInterval"),
    ];

    /// <summary>The entry.</summary>
    /// <exception cref="ProviderException">The policy names accounts, which OpenLDAP cannot.</exception>
    public static DirectoryEntry Entry(PasswordValues values)
    {
        if (!values.AppliesTo.IsEmpty || values.Precedence != DefaultPrecedence)
        {
            throw new ProviderException(
                $"The password policy {values.Name} states 'appliesTo' or 'precedence', which OpenLDAP has no place for. Leave them out, and name the policy as ppolicy_default of the overlay or as pwdPolicySubentry of an account. Nothing was changed.");
        }

        return new DirectoryEntry(values.Base.Child("cn", values.Name))
            .With("objectClass", "top", "device", ObjectClass)
            .With("cn", values.Name)
            .With("pwdAttribute", "userPassword")
            .With("pwdMinLength", Text(values.MinimumLength))
            .With("pwdCheckQuality", values.Complexity ? "2" : "1")
            .With("pwdInHistory", Text(values.History))
            .With("pwdMaxAge", Text(values.MaximumAgeDays * Day))
            .With("pwdMinAge", Text(values.MinimumAgeDays * Day))
            .With("pwdLockout", values.LockoutThreshold > 0 ? "TRUE" : "FALSE")
            .With("pwdMaxFailure", Text(values.LockoutThreshold))
            .With("pwdLockoutDuration", Text(values.LockoutMinutes * Minute))
            .With("pwdFailureCountInterval", Text(values.ObservationMinutes * Minute));
    }

    /// <summary>What an entry says; an attribute that is absent has the overlay's default.</summary>
    public static PasswordValues Read(DirectoryEntry entry) => new(
        entry.Dn.Parent ?? entry.Dn,
        entry.Dn.Names[0].Pairs[0].Value,
        Number(entry, "pwdMinLength"),
        Number(entry, "pwdCheckQuality") == 2,
        Number(entry, "pwdInHistory"),
        Number(entry, "pwdMaxAge") / Day,
        Number(entry, "pwdMinAge") / Day,
        entry["pwdLockout"] is ["TRUE"] ? Number(entry, "pwdMaxFailure") : 0,
        Number(entry, "pwdLockoutDuration") / Minute,
        Number(entry, "pwdFailureCountInterval") / Minute,
        [],
        DefaultPrecedence);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static double Number(DirectoryEntry entry, string attribute)
        => entry[attribute] is [var text, ..] && double.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
