using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Dns;

namespace ZooInfra.Provider.Backends;

/// <summary>Where one zone is kept: a file or a server.</summary>
internal interface IZoneStore
{
    /// <summary>Where it is, for messages.</summary>
    string Place { get; }

    /// <summary>
    /// Whether others change the zone while we do, so that a change must find what the state says. A file is reviewed before it is used; a server
    /// answers at once.
    /// </summary>
    bool IsLive { get; }

    /// <summary>The zone is in the state, but not in the store any more.</summary>
    ProviderException Gone(ResourceUrn urn);

    /// <summary>Reads the zone; null when there is none.</summary>
    /// <exception cref="ProviderException">It cannot be read.</exception>
    ValueTask<ZoneContent?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Changes the zone and returns when the change has been made. A change that throws leaves the zone as it was.</summary>
    /// <param name="touched">The one record set that may change; null when it is what the zone says about itself.</param>
    /// <param name="change">Gets the zone, null when there is none, and answers what it should be, null for none. May be called more than once.</param>
    /// <param name="cancellationToken">Withdraws the change unless it is being made already.</param>
    /// <exception cref="ProviderException">The zone cannot be read or changed.</exception>
    ValueTask ChangeAsync(ZoneKey? touched, Func<ZoneContent?, ZoneContent?> change, CancellationToken cancellationToken);
}
