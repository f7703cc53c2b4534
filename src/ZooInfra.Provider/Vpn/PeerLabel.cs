namespace ZooInfra.Provider.Vpn;

/// <summary>Whose key it is, for whoever reads a configuration. Each is one line without control characters.</summary>
/// <param name="Name">The name of the peer.</param>
/// <param name="Person">Who.</param>
/// <param name="Device">On what.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Until">Until when, as written.</param>
/// <param name="Retiring">Whether a newer key of the same peer takes its place.</param>
internal sealed record PeerLabel(string Name, string Person, string Device, string Purpose, string Until, bool Retiring);
