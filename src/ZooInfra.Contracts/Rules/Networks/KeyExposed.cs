using NodaTime;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Contracts;

/// <summary>ZOO5101: a private key stands in the code, or a key is used for longer than a year. What the key is never comes into a message.</summary>
public static class KeyExposed
{
    /// <summary>For how many days a key may be used.</summary>
    private const int MostDays = 365;

    /// <summary>Shorter than a header of PEM, and than 32 octets in Base64.</summary>
    private const int ShortestKey = 27;

    /// <summary>Members that hold keys, by a part of their name.</summary>
    private static readonly string[] Secret = ["private", "secret", "psk", "presharedkey"];

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO5101",
        "Private key stands in the code or is used for more than a year",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Networks,
        new([Control.Nist("SC-12"), Control.Nist("IA-5(7)"), Control.Pci("3.6.1"), Control.Pci("8.6.2")]))
    {
        HasFix = true,
    };

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        var walk = new Walk();
        foreach (var component in client.Components)
        {
            verdicts.Judged(Rule);
            if (!walk.Through(component, ""))
            {
                verdicts.NotEvaluable(Rule, component, "not all values are known, and one may be a key");
            }
        }

        foreach (var place in walk.Keys)
        {
            verdicts.Violated(Rule, place, "A private key stands in the code, where everybody who reads it has it; make another key, and give this one by configuration (pulumi config set --secret)");
        }

        foreach (var peer in VpnFacts.Of(client).SelectMany(vpn => vpn.Peers))
        {
            CheckLife(client, peer, verdicts);
        }
    }

    /// <summary>Whether a text at a member of this name is a private key: a PEM block, or 32 octets in Base64 where the name says that it is secret.</summary>
    internal static bool IsKey(string member, string text)
        => text.Length >= ShortestKey && text.Contains("-----BEGIN ") && text.Contains("PRIVATE KEY-----")
            || (text.Length >= ShortestKey && Secret.Any(word => member.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0) && IsThirtyTwoOctets(text.Trim()));

    private static bool IsThirtyTwoOctets(string text)
    {
        try
        {
            return text.Length == 44 && Convert.FromBase64String(text).Length == 32;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static void CheckLife(ClientView client, VpnPeerFacts peer, Verdicts verdicts)
    {
        if (client.Today is { } today && peer.Until.Text is { } text && PeerEnd.LastDay(text) is { } last && last > today.PlusDays(MostDays))
        {
            var latest = ComponentText.Day(today.PlusDays(MostDays));
            verdicts.Violated(Rule.Finding(
                peer.Until,
                $"The key of the VPN peer {peer.Title} is good until {text}, {ComponentText.Number(Period.DaysBetween(today, last))} days from {ComponentText.Day(today)}; at most {ComponentText.Number(MostDays)} are allowed, so let it end by {latest}") with
            {
                Fix = RuleFix.Replace(ComponentText.Literal(latest), $"Let it end on {latest}"),
            });
        }
        else if (!peer.Until.IsKnown || client.Today is null)
        {
            verdicts.NotEvaluable(Rule, peer.Until, $"it is not known for how long the VPN peer {peer.Title} is there");
        }
    }

    /// <summary>Goes through values once, however often they are used.</summary>
    private sealed class Walk
    {
        private readonly HashSet<FactNode> _seen = [];

        public List<FactNode> Keys { get; } = [];

        /// <summary>Takes down the keys in <paramref name="node"/>; false when a part of it that was not seen before is not known.</summary>
        public bool Through(FactNode node, string member)
        {
            if (!_seen.Add(node))
            {
                return true;
            }

            if (node.Text is { } text && IsKey(member, text))
            {
                Keys.Add(node);
            }

            var isKnown = node.IsKnown && node.IsComplete;
            foreach (var item in node.Items)
            {
                isKnown &= Through(item, member);
            }

            foreach (var inner in node.Members)
            {
                isKnown &= Through(inner.Value, inner.Key);
            }

            return isKnown;
        }
    }
}
