using ZooInfra.Contracts.Components;

namespace ZooInfra.Contracts;

/// <summary>ZOO5103: a VPN peer that does not say when it ends, or that has ended.</summary>
public static class PeerWithoutEnd
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO5103",
        "VPN peer has no end or has ended",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Networks,
        new([Control.Nist("AC-2(3)"), Control.Nist("AC-17"), Control.Hipaa("164.308(a)(3)(ii)(C)")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        foreach (var vpn in VpnFacts.Of(client))
        {
            verdicts.Judged(Rule);
            foreach (var peer in vpn.Peers)
            {
                Check(client, vpn.Name.Text, peer, verdicts);
            }

            if (!vpn.PeerList.IsComplete)
            {
                verdicts.NotEvaluable(Rule, vpn.PeerList.Node, $"not all peers of the VPN '{vpn.Name.Text}' are known");
            }
        }
    }

    private static void Check(ClientView client, string? vpn, VpnPeerFacts peer, Verdicts verdicts)
    {
        if (peer.Until.IsStated() == false)
        {
            verdicts.Violated(Rule, peer.Until.IsAbsent ? peer.Node : peer.Until, $"The peer {peer.Title} of the VPN '{vpn}' has no end; say Until when, a day such as 2027-03-31");
        }
        else if (peer.Until.Text is not { } text || client.Today is not { } today)
        {
            verdicts.NotEvaluable(Rule, peer.Until, $"it is not known when the peer {peer.Title} ends");
        }
        else if (PeerEnd.LastDay(text) is not { } last)
        {
            verdicts.Violated(Rule, peer.Until, $"The peer {peer.Title} of the VPN '{vpn}' ends at '{text}', which is no end; write a day such as 2027-03-31 or an instant such as 2027-03-31T16:00:00Z");
        }
        else if (last < today)
        {
            verdicts.Violated(Rule, peer.Until, $"The peer {peer.Title} of the VPN '{vpn}' ended with {ComponentText.Day(last)} and the build is of {ComponentText.Day(today)}; remove it, or have its access approved anew and give it a later end");
        }
    }
}
