namespace ZooInfra.Vpn;

/// <summary>Within which limits peers of a <see cref="VpnService"/> may be requested over the API. A request beyond them is refused.</summary>
public sealed class VpnRequests
{
    /// <summary>How many requested peers there may be at once, 1 or more; 25 when it is not given. Peers in code do not count.</summary>
    public int MaxPeers { get; set; } = 25;

    /// <summary>For how many days from the day of its request a peer may be, 1 to 365; 180 when it is not given.</summary>
    public int LongestDays { get; set; } = 180;
}
