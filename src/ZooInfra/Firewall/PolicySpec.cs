using Pulumi;
using ZooInfra.Contracts.Firewall;

namespace ZooInfra.Firewalls;

/// <summary>Turns the arguments of a firewall into what the model understands; known once all addresses are.</summary>
internal static class PolicySpec
{
    /// <summary>The firewall as written.</summary>
    public static Output<FirewallSpec> Of(string name, FirewallArgs args)
    {
        var zones = Output.All(args.Zones.Select(zone => zone.Networks.ToOutput().Apply(networks => new ZoneSpec
        {
            Name = zone.Name,
            Interfaces = zone.Interfaces,
            Networks = networks,
            Client = zone.Client,
        })));
        var sets = Output.All(args.Addresses.Select(set => set.Members.ToOutput().Apply(members => new NamedSetSpec { Name = set.Name, Members = members })));
        return Output.Tuple(zones, sets, Output.All(args.Rules.Select(Rule)), Output.All(args.Nat.Select(Nat))).Apply(parts => new FirewallSpec
        {
            Name = name,
            Zones = parts.Item1,
            Addresses = parts.Item2,
            Services = [.. args.Services.Select(set => new NamedSetSpec { Name = set.Name, Members = set.Members })],
            Rules = parts.Item3,
            Nat = parts.Item4,
            LogDenied = args.LogDenied,
        });
    }

    private static Output<RuleSpec> Rule(FirewallRuleArgs rule) => Output.Tuple(rule.Sources.ToOutput(), rule.Destinations.ToOutput()).Apply(ends => new RuleSpec
    {
        Name = rule.Name,
        Action = rule.ActionName,
        From = rule.From,
        To = rule.To,
        Sources = ends.Item1,
        Destinations = ends.Item2,
        Services = rule.Services,
        Log = rule.Log,
        Owner = rule.Owner,
        Reason = rule.Reason,
        Ticket = rule.Ticket,
        Created = rule.CreatedText,
        Expires = rule.ExpiresText,
        PermanentApprover = rule.PermanentApprover,
    });

    private static Output<NatSpec> Nat(FirewallNatArgs nat)
        => Output.Tuple(nat.Inside.ToOutput(), nat.Outside?.Apply(text => (string?)text) ?? Output.Create<string?>((string?)null)).Apply(addresses => new NatSpec
        {
            Name = nat.Name,
            Kind = nat.Kind,
            Zone = nat.Zone,
            Inside = addresses.Item1,
            Outside = addresses.Item2,
            Service = nat.Service,
            InsidePort = nat.InsidePort,
        });
}
