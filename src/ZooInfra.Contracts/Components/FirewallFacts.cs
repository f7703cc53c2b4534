using NodaTime;
using ZooInfra.Contracts.Firewall;

namespace ZooInfra.Contracts.Components;

/// <summary>A firewall that a client's program makes, as far as it is known.</summary>
internal sealed record FirewallFacts(FactNode Node)
{
    private const string Component = "ZooInfra.Firewalls.Firewall";

    private static readonly FactCache<FirewallFacts> Known = new(Component, From);

    /// <summary>The name of the firewall.</summary>
    public required FactNode Name { get; init; }

    /// <summary>The zones.</summary>
    public required NodeList Zones { get; init; }

    /// <summary>The named sets of addresses.</summary>
    public required NodeList Addresses { get; init; }

    /// <summary>The named sets of services.</summary>
    public required NodeList Services { get; init; }

    /// <summary>The rules that are known to be there, in order.</summary>
    public required IReadOnlyList<FirewallRuleFacts> Rules { get; init; }

    /// <summary>The list of rules.</summary>
    public required NodeList RuleList { get; init; }

    /// <summary>The address translations.</summary>
    public required NodeList Nat { get; init; }

    /// <summary>The firewalls of a client.</summary>
    public static IReadOnlyList<FirewallFacts> Of(ClientView client) => Known.Of(client);

    /// <summary>Reads one firewall.</summary>
    public static FirewallFacts From(FactNode component)
    {
        var args = component["args"];
        var rules = NodeList.Of(args["Rules"]);
        return new(component)
        {
            Name = component["name"],
            Zones = NodeList.Of(args["Zones"]),
            Addresses = NodeList.Of(args["Addresses"]),
            Services = NodeList.Of(args["Services"]),
            Rules = [.. rules.Items.Select(rule => new FirewallRuleFacts(rule))],
            RuleList = rules,
            Nat = NodeList.Of(args["Nat"]),
        };
    }

    /// <summary>The firewall for messages.</summary>
    public string Title => Name.Text is { } name ? $"the firewall '{name}'" : "a firewall";

    /// <summary>The names of the zones; null when one of them is not known.</summary>
    public IReadOnlyList<string>? ZoneNames
        => Zones.IsComplete && Zones.Items.All(zone => zone["Name"].Text is not null) ? [.. Zones.Items.Select(zone => zone["Name"].Text!)] : null;

    /// <summary>Whether a list of zones, <c>From</c> or <c>To</c> of a rule, names every zone; null when that is not known.</summary>
    public bool? IsEveryZone(NodeList zones)
    {
        if (zones.Find(Zone.Any) is not null)
        {
            return true;
        }

        var all = ZoneNames is { Count: > 0 } names && names.All(name => zones.Find(name) is not null);
        return all ? true : zones.AreTexts && ZoneNames is not null ? false : null;
    }
}

/// <summary>A rule of a firewall, as far as it is known.</summary>
internal sealed record FirewallRuleFacts(FactNode Node)
{
    /// <summary>Zones that it matches from.</summary>
    public NodeList From => NodeList.Of(Node["From"]);

    /// <summary>Zones that it matches to.</summary>
    public NodeList To => NodeList.Of(Node["To"]);

    /// <summary>Addresses that it matches from; any when empty.</summary>
    public NodeList Sources => NodeList.Of(Node["Sources"]);

    /// <summary>Addresses that it matches to; any when empty.</summary>
    public NodeList Destinations => NodeList.Of(Node["Destinations"]);

    /// <summary>Services.</summary>
    public NodeList Services => NodeList.Of(Node["Services"]);

    /// <summary>Whether it logs; absent for no.</summary>
    public FactNode Log => Node["Log"];

    /// <summary>The last date on which it works; absent for a permanent rule.</summary>
    public FactNode Expires => Node["Expires"];

    /// <summary>Who approved that it never ends.</summary>
    public FactNode PermanentApprover => Node["PermanentApprover"];

    /// <summary>The rule for messages.</summary>
    public string Title => Node["Name"].Text is { } name ? $"'{name}'" : "without a known name";

    /// <summary><c>allow</c>, <c>deny</c> or <c>reject</c>; null when it is not known.</summary>
    public string? Action => Node["Action"] is { IsAbsent: true } ? "allow" : Node["Action"].Text?.ToLowerInvariant();

    /// <summary>Whether it has ended by <paramref name="today"/>; null when that is not known.</summary>
    public bool? HasEnded(LocalDate? today)
        => Expires.IsAbsent ? false
            : Expires.Date is { } last && today is { } day ? last < day
            : null;
}
