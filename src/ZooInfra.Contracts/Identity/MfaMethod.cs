namespace ZooInfra.Contracts.Identity;

/// <summary>A second factor.</summary>
public enum MfaMethod
{
    /// <summary>A FIDO2 security key or passkey; resists phishing.</summary>
    Fido2 = 1,

    /// <summary>A smart card or another certificate; resists phishing.</summary>
    Certificate,

    /// <summary>An authenticator application that shows a number to be typed.</summary>
    NumberMatch,

    /// <summary>A time-based one-time password (RFC 6238).</summary>
    Totp,
}
