using System.Globalization;
using System.Text;
using ZooInfra.Contracts.Firewall;

namespace ZooInfra.Provider.Firewall;

/// <summary>Writes address translations as nftables chains.</summary>
internal sealed class NatText(FirewallPolicy policy, StringBuilder text)
{
    /// <summary>Writes the two chains.</summary>
    public void Write()
    {
        Chain("prerouting", "dstnat", policy.Nat.Where(nat => nat.Kind is NatKind.Destination or NatKind.OneToOne).SelectMany(Before));
        Chain("postrouting", "srcnat", policy.Nat.Where(nat => nat.Kind is not NatKind.Destination).Select(After));
    }

    private IEnumerable<string> Before(NatRule nat)
    {
        var ip = Ip(nat);
        var outside = nat.Outside!.Value;
        if (nat.Kind == NatKind.OneToOne)
        {
            // Everybody but the zone itself, which knows its own network by its real numbers.
            yield return $"iifname != {Interfaces(nat)} {ip} daddr {Addresses.Format(outside)} dnat {Prefix(nat, "daddr", outside, nat.Inside)}{Comment(nat)}";
            yield break;
        }

        foreach (var service in nat.Service is null ? [""] : ServiceText.Matches(nat.Service))
        {
            var inside = Addresses.Format(nat.Inside.First);
            var target = nat.InsidePort is not { } port ? inside : $"{(nat.Family == IpFamily.IPv6 ? $"[{inside}]" : inside)}:{port.ToString(CultureInfo.InvariantCulture)}";
            yield return $"iifname {Interfaces(nat)} {ip} daddr {Addresses.Format(outside)} {service}dnat {ip} to {target}{Comment(nat)}";
        }
    }

    private string After(NatRule nat)
    {
        var match = $"{Ip(nat)} saddr {Addresses.Format(nat.Inside)}";
        return nat.Kind switch
        {
            NatKind.Masquerade => $"oifname {Interfaces(nat)} {match} masquerade{Comment(nat)}",
            NatKind.Source => $"oifname {Interfaces(nat)} {match} snat {Ip(nat)} to {Addresses.Format(nat.Outside!.Value.First)}{Comment(nat)}",
            _ => $"iifname {Interfaces(nat)} {match} snat {Prefix(nat, "saddr", nat.Inside, nat.Outside!.Value)}{Comment(nat)}",
        };
    }

    private static string Prefix(NatRule nat, string which, Interval from, Interval to)
        => from.First == from.Last
            ? $"{Ip(nat)} to {Addresses.Format(to)}"
            : $"{Ip(nat)} prefix to {Ip(nat)} {which} map {{ {Addresses.Format(from)} : {Addresses.Format(to)} }}";

    private string Interfaces(NatRule nat) => ServiceText.Set(policy.Zones[nat.Zone].Interfaces.Select(name => $"\"{name}\""));

    private static string Ip(NatRule nat) => nat.Family == IpFamily.IPv4 ? "ip" : "ip6";

    private static string Comment(NatRule nat) => $" comment \"nat {nat.Name}\"";

    private void Chain(string name, string priority, IEnumerable<string> rules)
        => text.Append(CultureInfo.InvariantCulture, $"\tchain {name} {{\n\t\ttype nat hook {name} priority {priority}; policy accept;\n")
            .AppendJoin("", rules.Select(rule => $"\t\t{rule}\n")).Append("\t}\n");
}
