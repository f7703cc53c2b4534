namespace ZooInfra.Contracts.Networks;

/// <summary>Two networks of different clients that meet on a shared component and have addresses in common.</summary>
/// <param name="First">The one that comes first in address order.</param>
/// <param name="Second">The other.</param>
public sealed record PrefixOverlap(PrefixClaim First, PrefixClaim Second)
{
    /// <summary>What is wrong and what to do.</summary>
    public string Message
        => $"{First.Seen} ({First.Source} of {First.Client}) and {Second.Seen} ({Second.Source} of {Second.Client}) overlap on a shared component; "
            + "give one of them a free network, or declare a 1:1 NAT for it.";

    /// <summary>
    /// Every pair of overlapping networks of different clients, in address order. Networks of one client may overlap: they are routed inside it.
    /// </summary>
    public static IReadOnlyList<PrefixOverlap> Find(IEnumerable<PrefixClaim> claims)
    {
        var found = new List<PrefixOverlap>();

        // In address order a network follows all that contain it, and of those only the ones that are still open can contain it.
        var open = new List<PrefixClaim>();
        foreach (var claim in claims.OrderBy(claim => claim.Seen).ThenBy(claim => claim.Client, StringComparer.Ordinal).ThenBy(claim => claim.Source, StringComparer.Ordinal))
        {
            open.RemoveAll(outer => !outer.Seen.Contains(claim.Seen));
            found.AddRange(open.Where(outer => outer.Client != claim.Client).Select(outer => new PrefixOverlap(outer, claim)));
            open.Add(claim);
        }

        return found;
    }
}
