using Pulumi;

namespace ZooInfra.Identity;

/// <summary>The inputs of a <see cref="PasswordPolicy"/>.</summary>
public sealed class PasswordPolicyArgs : ResourceArgs
{
    /// <summary>The entry below which OpenLDAP has it; the base of the domain in Active Directory.</summary>
    [Input("base", required: true)]
    public Input<string> Base { get; set; } = null!;

    /// <summary>Its name.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>The fewest characters, 8 to 255; 14 when it is not given.</summary>
    [Input("minimumLength")]
    public Input<int>? MinimumLength { get; set; }

    /// <summary>Whether several kinds of characters are asked for (Active Directory), and passwords that cannot be checked are refused (OpenLDAP); true when it is not given.</summary>
    [Input("complexity")]
    public Input<bool>? Complexity { get; set; }

    /// <summary>How many former passwords cannot be used again, 0 to 1024; 24 when it is not given.</summary>
    [Input("history")]
    public Input<int>? History { get; set; }

    /// <summary>Days after which a password must be changed, 0 for never; 0 when it is not given.</summary>
    [Input("maximumAgeDays")]
    public Input<int>? MaximumAgeDays { get; set; }

    /// <summary>Days before which a password cannot be changed again; 1 when it is not given.</summary>
    [Input("minimumAgeDays")]
    public Input<int>? MinimumAgeDays { get; set; }

    /// <summary>Failed sign-ins after which an account is locked, 0 for never; 5 when it is not given.</summary>
    [Input("lockoutThreshold")]
    public Input<int>? LockoutThreshold { get; set; }

    /// <summary>Minutes for which it stays locked, 0 until somebody unlocks it; 30 when it is not given.</summary>
    [Input("lockoutMinutes")]
    public Input<int>? LockoutMinutes { get; set; }

    /// <summary>Minutes after which failed sign-ins are forgotten; 30 when it is not given.</summary>
    [Input("observationMinutes")]
    public Input<int>? ObservationMinutes { get; set; }

    /// <summary>Groups and accounts that it is for; Active Directory only.</summary>
    [Input("appliesTo")]
    public InputList<string> AppliesTo { get; set; } = new();

    /// <summary>Which policy wins where several are for one account, the least first; Active Directory only; 10 when it is not given.</summary>
    [Input("precedence")]
    public Input<int>? Precedence { get; set; }
}
