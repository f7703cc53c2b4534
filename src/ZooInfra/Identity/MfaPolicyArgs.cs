using Pulumi;

namespace ZooInfra.Identity;

/// <summary>The inputs of a <see cref="MfaPolicy"/>.</summary>
public sealed class MfaPolicyArgs : ResourceArgs
{
    /// <summary>Its name, which is that of its file.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>The access that asks for a second factor: <c>administration</c>, <c>applications</c>, <c>remote</c>.</summary>
    [Input("access", required: true)]
    public InputList<string> Access { get; set; } = new();

    /// <summary>The groups that it is for; empty for everybody.</summary>
    [Input("groups")]
    public InputList<string> Groups { get; set; } = new();

    /// <summary>The accounts that it is not for.</summary>
    [Input("excludedAccounts")]
    public InputList<string> ExcludedAccounts { get; set; } = new();

    /// <summary>Networks in CIDR form from which no second factor is asked for.</summary>
    [Input("excludedNetworks")]
    public InputList<string> ExcludedNetworks { get; set; } = new();

    /// <summary>The second factors that count: <c>certificate</c>, <c>fido2</c>, <c>number-match</c>, <c>totp</c>.</summary>
    [Input("methods", required: true)]
    public InputList<string> Methods { get; set; } = new();

    /// <summary>Hours after which the factors are asked for again, 1 to 720; 12 when it is not given.</summary>
    [Input("sessionHours")]
    public Input<int>? SessionHours { get; set; }
}
