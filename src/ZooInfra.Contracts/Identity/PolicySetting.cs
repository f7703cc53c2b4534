using System.Globalization;

namespace ZooInfra.Contracts.Identity;

/// <summary>One registry value that a group policy sets, as [MS-GPREG] carries it.</summary>
/// <param name="Scope">Whom it is for.</param>
/// <param name="Key">The registry key below HKLM or HKCU, with backslashes.</param>
/// <param name="Value">The name of the value.</param>
/// <param name="Number">The REG_DWORD, 0 to 4294967295; null when it is a text.</param>
/// <param name="Text">The REG_SZ; null when it is a number.</param>
public sealed record PolicySetting(PolicyScope Scope, string Key, string Value, long? Number, string? Text)
{
    private const string System = @"Software\Microsoft\Windows\CurrentVersion\Policies\System";
    private const string InactivityValue = "InactivityTimeoutSecs";

    /// <summary>The machine locks itself when nobody has touched it for this long.</summary>
    /// <param name="seconds">1 to 599940 seconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in the range.</exception>
    public static PolicySetting InactivityLock(int seconds) => seconds is >= 1 and <= 599940
        ? Dword(PolicyScope.Computer, System, InactivityValue, seconds)
        : throw new ArgumentOutOfRangeException(nameof(seconds), string.Format(CultureInfo.InvariantCulture, "The inactivity limit must be 1 to 599940 seconds, not {0}.", seconds));

    /// <summary>Whether the name of who signed in last is hidden at the sign-in screen.</summary>
    public static PolicySetting HideLastUserName(bool hide) => Dword(PolicyScope.Computer, System, "DontDisplayLastUserName", hide ? 1 : 0);

    /// <summary>A REG_DWORD.</summary>
    public static PolicySetting Dword(PolicyScope scope, string key, string value, long number) => new(scope, key, value, number, null);

    /// <summary>A REG_SZ.</summary>
    public static PolicySetting String(PolicyScope scope, string key, string value, string text) => new(scope, key, value, null, text);

    /// <summary>The seconds of an inactivity lock; null when the setting is another one or does not lock.</summary>
    internal long? InactivitySeconds => Scope == PolicyScope.Computer
        && Number > 0
        && global::System.StringComparer.OrdinalIgnoreCase.Equals(Key, System)
        && global::System.StringComparer.OrdinalIgnoreCase.Equals(Value, InactivityValue) ? Number : null;
}
