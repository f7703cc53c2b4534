using ZooInfra.Contracts.Components;

namespace ZooInfra.Contracts;

/// <summary>ZOO5102: somebody who has left still has VPN peers or accounts.</summary>
public static class AccessAfterLeaving
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO5102",
        "Somebody who left still has access",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Networks,
        new([Control.Nist("AC-2(3)"), Control.Nist("PS-4"), Control.Hipaa("164.308(a)(3)(ii)(C)"), Control.Pci("8.2.5")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        foreach (var person in client.Contract.People.Where(person => person.Left is not null))
        {
            verdicts.Judged(Rule);
            if (client.Today is not { } today)
            {
                verdicts.NotEvaluable(Rule, person.Path + ".left", "the day of the build is not known");
            }
            else if (person.Left < today)
            {
                Check(client, person, verdicts);
            }
        }
    }

    private static void Check(ClientView client, Person person, Verdicts verdicts)
    {
        foreach (var (holder, node, what) in Holders(client))
        {
            if (holder.Text is { } name && string.Equals(name.Trim(), person.Name.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                verdicts.Violated(Rule.Finding(
                    node,
                    $"{person.Name} left {client.Contract.Name} on {ComponentText.Day(person.Left!.Value)} and still has {what}; remove it, or say who has it now") with
                {
                    Related = new([person.Path]),
                });
            }
            else if (!holder.IsKnown)
            {
                verdicts.NotEvaluable(Rule, node, $"it is not known who has {what}");
            }
        }

        if (!client.ComponentsAreComplete)
        {
            verdicts.NotEvaluable(Rule, person.Path, $"not all that the program makes is known, so {person.Name} may have access");
        }
    }

    private static IEnumerable<(FactNode Holder, FactNode Node, string What)> Holders(ClientView client)
    {
        foreach (var vpn in VpnFacts.Of(client))
        {
            foreach (var peer in vpn.Peers)
            {
                yield return (peer.Person, peer.Node, $"a peer of the VPN '{vpn.Name.Text}'{(peer.Device.Text is { } device ? $" on {device}" : "")}");
            }

            if (!vpn.PeerList.IsComplete)
            {
                yield return (FactNode.Unknown(vpn.PeerList.Node.Origin), vpn.PeerList.Node, $"a peer of the VPN '{vpn.Name.Text}'");
            }
        }

        foreach (var boundary in BoundaryFacts.Of(client))
        {
            foreach (var user in boundary.Users.Items)
            {
                yield return (user["Holder"], user, $"the account '{user["Name"].Text}'");
            }

            if (!boundary.Users.IsComplete)
            {
                yield return (FactNode.Unknown(boundary.Users.Node.Origin), boundary.Users.Node, "an account");
            }
        }
    }
}
