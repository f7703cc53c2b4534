using System.Collections.Immutable;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Dns;

namespace ZooInfra.Provider.Backends.Rfc2136;

/// <summary>Reads a zone from a server: its SOA record, or all of it (AXFR, RFC 5936).</summary>
internal sealed class ZoneTransfer(string zone, DnsServer server)
{
    private const int Internet = 1;
    private const int SoaType = 6;
    private const int AxfrType = 252;

    private readonly Dictionary<(string Name, RecordType Type), (uint Ttl, List<RecordData> Data)> _sets = [];
    private readonly HashSet<(string Name, RecordType Type)> _foreign = [];
    private (ZoneHead Head, uint Serial)? _soa;
    private int _soas;

    /// <summary>The serial of the zone.</summary>
    /// <exception cref="ProviderException">The server does not have the zone or does not tell us.</exception>
    public async Task<uint> SerialAsync(DnsConnection connection, CancellationToken cancellationToken)
    {
        var answer = await connection.AskAsync(Query(SoaType), cancellationToken);
        Require(answer);
        return answer.Answers.Where(record => record.Type == SoaType && record.Name == zone).Select(record => Soa(answer, record).Serial).Cast<uint?>().FirstOrDefault()
            ?? throw new ProviderException($"The server {server.Address} does not have the zone {zone}. {ServerZone.HowToMakeZone}");
    }

    /// <summary>The whole zone. Record types that no record set can have, and names that none can hold, are left out: an update never touches them.</summary>
    /// <exception cref="ProviderException">The server does not have the zone or does not transfer it.</exception>
    public async Task<ZoneContent> ReadAsync(DnsConnection connection, CancellationToken cancellationToken)
    {
        await foreach (var message in connection.AskAsync(Query(AxfrType), Take, cancellationToken))
        {
            Require(message);
        }

        var (head, serial) = _soa ?? throw new ProviderException($"The server {server.Address} transferred the zone {zone} without a SOA record.");
        _sets.Remove(("@", RecordType.NS), out var servers);
        head = head with { NameServers = ImmutableSortedSet.CreateRange(StringComparer.Ordinal, (servers.Data ?? []).Select(data => data.Text.TrimEnd('.'))) };
        var sets = _sets.Where(set => !_foreign.Contains(set.Key))
            .Select(set => new ZoneRecordSet(set.Key.Name, set.Key.Type, set.Value.Ttl == head.Ttl ? null : (int)set.Value.Ttl, set.Value.Data));
        return new(head, serial, ImmutableSortedDictionary.CreateRange(sets.Select(set => KeyValuePair.Create(set.Key, set))));
    }

    // A transfer starts and ends with the SOA record; true at its end.
    private bool Take(DnsMessage message)
    {
        foreach (var record in message.Answers)
        {
            if (record.Type == SoaType && record.Name == zone)
            {
                _soa ??= Soa(message, record);
                _soas++;
            }
            else if (RecordWire.TypeOf(record.Type) is { } type && record.Class == Internet && Relative(record.Name) is { } name)
            {
                Take(message, record, name, type);
            }
        }

        return _soas >= 2;
    }

    private void Take(DnsMessage message, WireRecord record, string name, RecordType type)
    {
        if (RecordWire.Read(type, message.Octets, record.DataAt, record.DataLength) is not { } data)
        {
            _foreign.Add((name, type));
        }
        else if (_sets.TryGetValue((name, type), out var set))
        {
            set.Data.Add(data);
        }
        else
        {
            _sets.Add((name, type), (record.Ttl, [data]));
        }
    }

    private string? Relative(string name)
    {
        var relative = name == zone ? "@" : name.EndsWith($".{zone}", StringComparison.Ordinal) ? name[..^(zone.Length + 1)] : null;
        return relative is not null && DnsName.TryParseRelative(relative, zone: null, underscores: true, out var known, out _) ? known : null;
    }

    private (ZoneHead Head, uint Serial) Soa(DnsMessage message, WireRecord record)
    {
        var reader = new WireReader(message.Octets, record.DataAt);
        var (primary, contact, serial) = (reader.Name(), reader.Name(), reader.Int());
        var (refresh, retry, expire, negative) = (reader.Int(), reader.Int(), reader.Int(), reader.Int());
        return (new ZoneHead(zone, primary, contact)
        {
            Ttl = (int)record.Ttl,
            Refresh = (int)refresh,
            Retry = (int)retry,
            Expire = (int)expire,
            NegativeTtl = (int)negative,
            NameServers = [],
        }, serial);
    }

    private void Require(DnsMessage message)
    {
        if (message.Code != 0)
        {
            throw ServerRefusal.Of(message.Code, zone, server, "read");
        }
    }

    private byte[] Query(int type) => new WireWriter().Short(0).Short(0).Short(1).Short(0).Short(0).Short(0).Name(zone).Short(type).Short(Internet).Written.ToArray();
}
