namespace ZooInfra.Vpn;

/// <summary>A VPN of a client that takes requests, as its program says.</summary>
/// <param name="Service">The name of the component.</param>
/// <param name="Interface">The name of the interface.</param>
/// <param name="MaxPeers">How many requested peers there may be at once.</param>
/// <param name="LongestDays">For how many days a peer may be.</param>
/// <param name="Declared">The names of the peers that stand in code.</param>
internal sealed record VpnOffer(string Service, string Interface, int MaxPeers, int LongestDays, IReadOnlyList<string> Declared);
