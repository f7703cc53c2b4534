using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Dns;

namespace ZooInfra.Provider.Backends.Rfc2136;

/// <summary>Makes a batch of changes, many record sets to a message, starting from the zone as it was read.</summary>
internal sealed class ZoneUpdater(DnsConnection connection, DnsServer server, ZoneContent start)
{
    // A message has at most 65535 octets; one more record set always finds room above the first mark.
    private const int FullMessage = 32_000;
    private const int LongestMessage = 65_000;

    private readonly string _zone = start.Head.Name;
    private readonly List<PendingChange> _refused = [];
    private readonly List<PendingChange> _inMessage = [];
    private readonly HashSet<ZoneKey> _touched = [];
    private UpdateMessage _message = new(start.Head.Name);
    private ZoneContent _sent = start;
    private ZoneContent _next = start;

    /// <summary>Changes whose prerequisites did not hold.</summary>
    public List<PendingChange> Refused => _refused;

    /// <summary>The zone with all that the server took, and the serial it has if nobody else changed it.</summary>
    public ZoneContent Sent => _sent;

    /// <summary>Makes the changes; each ends by itself unless it was made or refused.</summary>
    public async Task RunAsync(List<PendingChange> batch, CancellationToken cancellationToken)
    {
        foreach (var change in batch)
        {
            if (TryApply(change) is not { } after || !Differ(_next, after, change.Touched))
            {
                continue;
            }

            // A change of the zone itself, or a second change of one record set, must find what came before it done.
            if (_message.Length > FullMessage || change.Touched is not { } key || _touched.Contains(key))
            {
                await SendAsync(cancellationToken);
                if (TryApply(change) is not { } again || !Differ(_next, again, change.Touched))
                {
                    continue;
                }

                after = again;
            }

            _inMessage.Add(change);
            if (change.Touched is { } touched)
            {
                _message.Replace(_next.Head, _next.Find(touched), after.Find(touched));
                _touched.Add(touched);
                _next = after;
            }
            else
            {
                await ChangeHeadAsync(change, after, cancellationToken);
            }
        }

        await SendAsync(cancellationToken);
    }

    private async Task ChangeHeadAsync(PendingChange change, ZoneContent after, CancellationToken cancellationToken)
    {
        // On the wire every record has a TTL, so those that have the zone's follow it one by one; the zone itself comes last, so that a change
        // that ended in the middle is still a change when it is tried again.
        var following = _next.Head.Ttl == after.Head.Ttl ? [] : _next.Sets.Values.Where(set => set.Ttl is null).ToList();
        foreach (var set in following)
        {
            _message.Replace(after.Head, set, set);
            if (_message.Length > FullMessage && !await SendAsync(cancellationToken))
            {
                return;
            }

            if (_inMessage.Count == 0)
            {
                _inMessage.Add(change);
            }
        }

        _message.Replace(_next, after.Head);
        _next = after;
        await SendAsync(cancellationToken);
    }

    private static ZoneContent? TryApply(PendingChange change, ZoneContent zone)
    {
        try
        {
            return change.Apply(zone) ?? zone;
        }
        catch (Exception exception)
        {
            change.Fail(exception);
            return null;
        }
    }

    private ZoneContent? TryApply(PendingChange change) => TryApply(change, _next);

    private static bool Differ(ZoneContent before, ZoneContent after, ZoneKey? touched) => touched is not { } key ? before.Head != after.Head
        : (before.Find(key), after.Find(key)) switch
        {
            (null, null) => false,
            ({ } one, { } other) => !before.AreSame(one, other),
            _ => true,
        };

    /// <summary>Sends what is in the message; false when the server did not take it.</summary>
    private async Task<bool> SendAsync(CancellationToken cancellationToken)
    {
        if (_message.IsEmpty)
        {
            return true;
        }

        var message = _message.ToWire();
        _message = new(_zone);
        var taken = false;
        if (message.Length > LongestMessage)
        {
            FailMessage(new ProviderException($"A record set of the zone {_zone} is longer than the 65535 octets of a DNS message. Make it smaller; nothing was changed."));
        }
        else
        {
            var code = (await connection.AskAsync(message, cancellationToken)).Code;
            taken = code == 0;
            if (ServerRefusal.IsPrerequisite(code))
            {
                _refused.AddRange(_inMessage);
            }
            else if (!taken)
            {
                FailMessage(ServerRefusal.Of(code, _zone, server, "change"));
            }
        }

        _next = taken ? _next with { Serial = ZoneContent.NextSerial(_next.Serial) } : _sent;
        _sent = _next;
        _inMessage.Clear();
        _touched.Clear();
        return taken;
    }

    private void FailMessage(ProviderException failure) => _inMessage.ForEach(change => change.Fail(failure));
}
