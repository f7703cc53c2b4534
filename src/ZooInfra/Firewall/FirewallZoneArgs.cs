using Pulumi;

namespace ZooInfra.Firewalls;

/// <summary>Interfaces that are trusted alike.</summary>
public sealed class FirewallZoneArgs : ResourceArgs
{
    /// <summary>1 to 40 lower-case letters, digits and hyphens; neither <c>any</c> nor <c>self</c>, which rules use for every zone and the firewall itself.</summary>
    [Input("name", required: true)]
    public string Name { get; set; } = null!;

    /// <summary>Network interfaces, at least one; each is in one zone only. What comes by an interface in no zone is dropped.</summary>
    [Input("interfaces", required: true)]
    public List<string> Interfaces { get; set; } = [];

    /// <summary>The prefixes behind it, where they are known. They say whose networks collide and match no packet.</summary>
    [Input("networks")]
    public InputList<string> Networks { get; set; } = new();

    /// <summary>The id of the client whose zone it is, on a firewall that several clients share.</summary>
    [Input("client")]
    public string? Client { get; set; }
}
