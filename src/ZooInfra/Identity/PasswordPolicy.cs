using System.Collections.Immutable;
using Pulumi;

namespace ZooInfra.Identity;

/// <summary>A password and lockout policy of a directory: read by the ppolicy overlay of OpenLDAP, a password settings object in Active Directory.</summary>
public sealed class PasswordPolicy : CustomResource
{
    /// <summary>Makes it.</summary>
    public PasswordPolicy(string name, PasswordPolicyArgs args, CustomResourceOptions? options = null)
        : base("zoo:identity:PasswordPolicy", name, args, options)
    {
    }

    /// <summary>The entry below which OpenLDAP has it; the base of the domain in Active Directory.</summary>
    [Output("base")]
    public Output<string> Base { get; private set; } = null!;

    /// <summary>Its name.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>The fewest characters, 8 to 255.</summary>
    [Output("minimumLength")]
    public Output<int> MinimumLength { get; private set; } = null!;

    /// <summary>Whether several kinds of characters are asked for (Active Directory), and passwords that cannot be checked are refused (OpenLDAP).</summary>
    [Output("complexity")]
    public Output<bool> Complexity { get; private set; } = null!;

    /// <summary>How many former passwords cannot be used again, 0 to 1024.</summary>
    [Output("history")]
    public Output<int> History { get; private set; } = null!;

    /// <summary>Days after which a password must be changed, 0 for never.</summary>
    [Output("maximumAgeDays")]
    public Output<int> MaximumAgeDays { get; private set; } = null!;

    /// <summary>Days before which a password cannot be changed again.</summary>
    [Output("minimumAgeDays")]
    public Output<int> MinimumAgeDays { get; private set; } = null!;

    /// <summary>Failed sign-ins after which an account is locked, 0 for never.</summary>
    [Output("lockoutThreshold")]
    public Output<int> LockoutThreshold { get; private set; } = null!;

    /// <summary>Minutes for which it stays locked, 0 until somebody unlocks it.</summary>
    [Output("lockoutMinutes")]
    public Output<int> LockoutMinutes { get; private set; } = null!;

    /// <summary>Minutes after which failed sign-ins are forgotten.</summary>
    [Output("observationMinutes")]
    public Output<int> ObservationMinutes { get; private set; } = null!;

    /// <summary>Groups and accounts that it is for; Active Directory only.</summary>
    [Output("appliesTo")]
    public Output<ImmutableArray<string>> AppliesTo { get; private set; } = null!;

    /// <summary>Which policy wins where several are for one account, the least first.</summary>
    [Output("precedence")]
    public Output<int> Precedence { get; private set; } = null!;

    /// <summary>The name of the entry (RFC 4514), wherever it is now.</summary>
    [Output("dn")]
    public Output<string> Dn { get; private set; } = null!;
}
