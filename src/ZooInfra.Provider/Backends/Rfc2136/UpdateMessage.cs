using ZooInfra.Provider.Dns;

namespace ZooInfra.Provider.Backends.Rfc2136;

/// <summary>An update of a zone (RFC 2136, section 2), in which the server does all or nothing.</summary>
internal sealed class UpdateMessage(string zone)
{
    private const int Internet = 1;
    private const int None = 254;
    private const int Any = 255;
    private const int SoaType = 6;
    private const int NsType = 2;

    private readonly WireWriter _prerequisites = new();
    private readonly WireWriter _updates = new();
    private int _prerequisiteCount;
    private int _updateCount;

    /// <summary>About how long the message is: header, zone and signature included.</summary>
    public int Length => 512 + _prerequisites.Length + _updates.Length;

    /// <summary>Whether it does anything.</summary>
    public bool IsEmpty => _updateCount == 0;

    /// <summary>Turns one record set into another, if it is still what was read.</summary>
    public void Replace(ZoneHead head, ZoneRecordSet? before, ZoneRecordSet? after)
    {
        var (name, type) = (DnsName.Join((before ?? after)!.Name, zone), RecordWire.Number((before ?? after)!.Type));
        if (before is null)
        {
            // "RRset does not exist" (section 2.4.3).
            _prerequisites.RecordHead(name, type, None, 0).Short(0);
            _prerequisiteCount++;
        }
        else
        {
            // "RRset exists, value dependent" (section 2.4.2): the record set must be exactly this.
            foreach (var data in before.Data)
            {
                _prerequisites.RecordHead(name, type, Internet, 0).Data(RecordWire.ToWire(before.Type, data));
                _prerequisiteCount++;
            }

            Delete(name, type);
        }

        foreach (var data in after?.Data ?? [])
        {
            Add(name, type, after!.Ttl ?? head.Ttl, RecordWire.ToWire(after.Type, data));
        }
    }

    /// <summary>Changes SOA and name servers, if the zone is still the one that was read.</summary>
    public void Replace(ZoneContent before, ZoneHead after)
    {
        _prerequisites.RecordHead(zone, SoaType, Internet, 0).Data(Soa(before.Head, before.Serial));
        _prerequisiteCount++;
        foreach (var server in after.NameServers)
        {
            Add(zone, NsType, after.Ttl, Name(server));
        }

        // Name servers go one by one: a server ignores an update that would take all of them away (section 3.4.2.3).
        foreach (var server in before.Head.NameServers.Except(after.NameServers))
        {
            _updates.RecordHead(zone, NsType, None, 0).Data(Name(server));
            _updateCount++;
        }

        Add(zone, SoaType, after.Ttl, Soa(after, ZoneContent.NextSerial(before.Serial)));
    }

    /// <summary>The message; the id is left open.</summary>
    public byte[] ToWire() => new WireWriter()
        .Short(0).Short(5 << 11).Short(1).Short(_prerequisiteCount).Short(_updateCount).Short(0)
        .Name(zone).Short(SoaType).Short(Internet)
        .Octets(_prerequisites.Written).Octets(_updates.Written)
        .Written.ToArray();

    private void Add(string name, int type, int ttl, byte[] data)
    {
        _updates.RecordHead(name, type, Internet, ttl).Data(data);
        _updateCount++;
    }

    private void Delete(string name, int type)
    {
        _updates.RecordHead(name, type, Any, 0).Short(0);
        _updateCount++;
    }

    private static byte[] Soa(ZoneHead head, uint serial) => new WireWriter()
        .Name(head.Primary).Name(head.Contact).Int(serial).Int((uint)head.Refresh).Int((uint)head.Retry).Int((uint)head.Expire).Int((uint)head.NegativeTtl)
        .Written.ToArray();

    private static byte[] Name(string name) => new WireWriter().Name(name).Written.ToArray();
}
