using Pulumi;

namespace ZooInfra.Firewalls;

/// <summary>What a <see cref="Firewall"/> is made of. What no rule allows is dropped, IPv4 and IPv6 alike.</summary>
public class FirewallArgs : ResourceArgs
{
    /// <summary>The zones, 1 to 63.</summary>
    [Input("zones", required: true)]
    public List<FirewallZoneArgs> Zones { get; set; } = [];

    /// <summary>Named sets of addresses.</summary>
    [Input("addresses")]
    public List<FirewallAddressesArgs> Addresses { get; set; } = [];

    /// <summary>Named sets of services.</summary>
    [Input("services")]
    public List<FirewallServicesArgs> Services { get; set; } = [];

    /// <summary>The rules, in the order in which they are asked.</summary>
    [Input("rules")]
    public List<FirewallRuleArgs> Rules { get; set; } = [];

    /// <summary>Address translations.</summary>
    [Input("nat")]
    public List<FirewallNatArgs> Nat { get; set; } = [];

    /// <summary>Whether what no rule matches is logged, at most ten packets a second; true when it is not said.</summary>
    [Input("logDenied")]
    public bool LogDenied { get; set; } = true;

    /// <summary>The date, in UTC, that findings and questions about who reaches whom are meant for; today when it is not said. What becomes real depends on the provider's clock.</summary>
    public DateOnly? AsOf { get; set; }
}
