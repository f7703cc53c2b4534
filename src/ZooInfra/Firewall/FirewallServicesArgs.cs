using Pulumi;

namespace ZooInfra.Firewalls;

/// <summary>A named set of services.</summary>
public sealed class FirewallServicesArgs : ResourceArgs
{
    /// <summary>1 to 40 lower-case letters, digits and hyphens.</summary>
    [Input("name", required: true)]
    public string Name { get; set; } = null!;

    /// <summary>Services such as <c>tcp/443</c>, <c>udp/5000-5010</c>, <c>icmp/8</c>, <c>esp</c>, <c>proto/47</c> or <c>ssh</c>; at least one.</summary>
    [Input("members", required: true)]
    public List<string> Members { get; set; } = [];
}
