using System.Collections.Immutable;
using Pulumi;

namespace ZooInfra.Identity;

/// <summary>Who must show a second factor, as a document to be reviewed and taken over by the identity provider. Its id is its name.</summary>
public sealed class MfaPolicy : CustomResource
{
    /// <summary>Makes it.</summary>
    public MfaPolicy(string name, MfaPolicyArgs args, CustomResourceOptions? options = null)
        : base("zoo:identity:MfaPolicy", name, args, options)
    {
    }

    /// <summary>Its name, which is that of its file.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>The access that asks for a second factor: <c>administration</c>, <c>applications</c>, <c>remote</c>.</summary>
    [Output("access")]
    public Output<ImmutableArray<string>> Access { get; private set; } = null!;

    /// <summary>The groups that it is for; empty for everybody.</summary>
    [Output("groups")]
    public Output<ImmutableArray<string>> Groups { get; private set; } = null!;

    /// <summary>The accounts that it is not for.</summary>
    [Output("excludedAccounts")]
    public Output<ImmutableArray<string>> ExcludedAccounts { get; private set; } = null!;

    /// <summary>Networks in CIDR form from which no second factor is asked for.</summary>
    [Output("excludedNetworks")]
    public Output<ImmutableArray<string>> ExcludedNetworks { get; private set; } = null!;

    /// <summary>The second factors that count: <c>certificate</c>, <c>fido2</c>, <c>number-match</c>, <c>totp</c>.</summary>
    [Output("methods")]
    public Output<ImmutableArray<string>> Methods { get; private set; } = null!;

    /// <summary>Hours after which the factors are asked for again, 1 to 720.</summary>
    [Output("sessionHours")]
    public Output<int> SessionHours { get; private set; } = null!;
}
