using ZooInfra.Vpn;

namespace ZooInfra.Api.Operations;

/// <summary>Brings about what requests ask for. The owner of the host gives it; the API itself knows no engine.</summary>
internal abstract class StackApply
{
    /// <summary>The VPNs of a client that take requests, in the order of the program.</summary>
    /// <exception cref="ApplyException">The client's program cannot be run.</exception>
    public abstract Task<IReadOnlyList<VpnOffer>> OffersAsync(Client client, CancellationToken cancellationToken);

    /// <summary>
    /// Makes one peer what it should be, and nothing else of the stack. It may be done again at any time with the same end, also after a crash in the middle.
    /// </summary>
    /// <param name="client">The client.</param>
    /// <param name="peer">Which peer.</param>
    /// <param name="desired">All requested peers of the client as they should be; asked for when nobody else can touch the stack any more, so that the last who writes knows best.</param>
    /// <param name="cancellationToken">Stops between steps; what was begun is taken up by the next call.</param>
    public abstract Task<ApplyResult> ApplyAsync(Client client, PeerPlace peer, Func<CancellationToken, Task<DesiredPeers>> desired, CancellationToken cancellationToken);

    /// <summary>Writes down which peers were requested, for programs that run without this host, and changes nothing else.</summary>
    /// <param name="client">The client.</param>
    /// <param name="desired">As for <see cref="ApplyAsync"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public abstract Task<ApplyResult> RestoreAsync(Client client, Func<CancellationToken, Task<DesiredPeers>> desired, CancellationToken cancellationToken);

    /// <summary>A peer as it was made, with its secrets; null when it is not there.</summary>
    /// <exception cref="ApplyException">The state cannot be read.</exception>
    public abstract Task<AppliedPeer?> ReadAsync(Client client, PeerPlace peer, CancellationToken cancellationToken);
}

/// <summary>All requested peers of a client as they should be.</summary>
/// <param name="Source">Names the database that knows it.</param>
/// <param name="Peers">The peers.</param>
internal sealed record DesiredPeers(string Source, IReadOnlyList<RequestedPeer> Peers);

/// <summary>Names a peer in the stack of a client.</summary>
/// <param name="Service">The VPN.</param>
/// <param name="Name">The peer in it.</param>
internal readonly record struct PeerPlace(string Service, string Name);

/// <summary>A peer as it was made.</summary>
/// <param name="PublicKey">Its key.</param>
/// <param name="Addresses">Its addresses in the tunnel.</param>
/// <param name="IsActive">Whether the hub accepts it.</param>
internal sealed record AppliedPeer(string PublicKey, IReadOnlyList<string> Addresses, bool IsActive)
{
    /// <summary>The former key while it is accepted beside the new one; null otherwise.</summary>
    public string? PreviousPublicKey { get; init; }

    /// <summary>What the device loads, a secret; null when the device keeps its own key.</summary>
    public string? Configuration { get; init; }

    /// <summary>The same as a QR code, a PNG image in base64; null when the device keeps its own key.</summary>
    public string? QrPng { get; init; }

    /// <summary>No secret gets into a message through the text of the record.</summary>
    public override string ToString() => PublicKey;
}

/// <summary>The stack of a client cannot be read or its program cannot be run. The message is for the caller, without secrets.</summary>
internal sealed class ApplyException(string message, Exception? inner = null) : Exception(message, inner);
