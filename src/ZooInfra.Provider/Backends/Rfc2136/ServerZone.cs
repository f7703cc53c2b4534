using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Dns;

namespace ZooInfra.Provider.Backends.Rfc2136;

/// <summary>
/// A zone on a server. It is read by transfer and changed by updates, many record sets to a message. Every update says what it expects to find, so
/// that the server refuses it when somebody else was faster; then the zone is read again and the changes are judged anew.
/// </summary>
internal sealed class ServerZone : IZoneStore
{
    /// <summary>RFC 2136 changes zones but cannot make them.</summary>
    public const string HowToMakeZone = "Add the zone to the server's configuration with a SOA and an NS record, as a primary zone that allows updates and transfers with the key; updates cannot make zones.";

    private readonly ZoneId _zone;
    private readonly DnsServer _server;
    private readonly ChangeQueue _queue;
    private ZoneContent? _known;

    public ServerZone(ZoneId zone, DnsServer server)
    {
        (_zone, _server) = (zone, server);
        _queue = new(MakeAsync);
    }

    /// <summary>Host and port of the server.</summary>
    public string Address => _server.Address;

    /// <inheritdoc/>
    public string Place => $"the server {Address}{(_zone.View is { } view ? $", view {view}" : "")}";

    /// <inheritdoc/>
    public bool IsLive => true;

    /// <inheritdoc/>
    public ProviderException Gone(ResourceUrn urn) => new($"{urn.Name}: the zone {_zone.Name} is gone from {Place}. {HowToMakeZone}");

    /// <inheritdoc/>
    public async ValueTask<ZoneContent?> ReadAsync(CancellationToken cancellationToken)
    {
        ZoneContent? content = null;
        await _queue.RunAsync(null, found => content = found, cancellationToken);
        return content;
    }

    /// <inheritdoc/>
    public ValueTask ChangeAsync(ZoneKey? touched, Func<ZoneContent?, ZoneContent?> change, CancellationToken cancellationToken) => _queue.RunAsync(touched, change, cancellationToken);

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        var batch = new List<PendingChange>();
        try
        {
            await using var connection = await DnsConnection.OpenAsync(_server, cancellationToken);
            _queue.TakeAll(batch);
            var refused = await AttemptAsync(connection, batch, cancellationToken);
            if (refused.Count > 0)
            {
                // What we knew was out of date, or somebody else was faster; each change sees the zone as it is now.
                _known = null;
                refused = await AttemptAsync(connection, refused, cancellationToken);
            }

            refused.ForEach(change => change.Fail(new ProviderException(
                $"Somebody else is changing the zone {_zone.Name} on {Place} at the same time: the server found records other than those that were there a moment ago. Nothing was overwritten; run a refresh and the update again.")));
        }
        catch (Exception exception)
        {
            // What was sent may or may not have been taken; the prerequisites make trying again harmless.
            _known = null;
            _queue.FailAll(batch, exception is OperationCanceledException
                ? new ProviderException($"The update of the zone {_zone.Name} was cancelled while it was being sent to {Place}. Run a refresh to see what was taken.")
                : exception is WireFormatException ? new ProviderException($"{Place}: {exception.Message}", exception) : exception);
            return;
        }

        batch.ForEach(change => change.Succeed());
    }

    /// <summary>Makes the changes and answers those whose prerequisites did not hold.</summary>
    private async Task<List<PendingChange>> AttemptAsync(DnsConnection connection, List<PendingChange> batch, CancellationToken cancellationToken)
    {
        var zone = await LoadAsync(connection, cancellationToken);
        var updater = new ZoneUpdater(connection, _server, zone);
        await updater.RunAsync(batch, cancellationToken);
        if (updater.Sent.Serial != zone.Serial)
        {
            // A server that counts one for each update tells us that nobody else was there in between.
            var serial = await new ZoneTransfer(_zone.Name, _server).SerialAsync(connection, cancellationToken);
            _known = serial == updater.Sent.Serial ? updater.Sent : null;
        }

        return updater.Refused;
    }

    private async Task<ZoneContent> LoadAsync(DnsConnection connection, CancellationToken cancellationToken)
    {
        if (_known is { } known && known.Serial == await new ZoneTransfer(_zone.Name, _server).SerialAsync(connection, cancellationToken))
        {
            return known;
        }

        return _known = await new ZoneTransfer(_zone.Name, _server).ReadAsync(connection, cancellationToken);
    }
}
