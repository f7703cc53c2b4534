using Pulumi;

namespace ZooInfra.Firewalls;

/// <summary>A named set of addresses.</summary>
public sealed class FirewallAddressesArgs : ResourceArgs
{
    /// <summary>1 to 40 lower-case letters, digits and hyphens.</summary>
    [Input("name", required: true)]
    public string Name { get; set; } = null!;

    /// <summary>Addresses, prefixes and ranges of both families; at least one.</summary>
    [Input("members", required: true)]
    public InputList<string> Members { get; set; } = new();
}
