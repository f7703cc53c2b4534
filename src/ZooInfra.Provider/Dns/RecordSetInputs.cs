using ZooInfra.Protocol;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Dns;

/// <summary>Reads the inputs of <c>zoo:dns:RecordSet</c>.</summary>
internal static class RecordSetInputs
{
    public const string Zone = "zone";
    public const string Name = "name";
    public const string Type = "type";
    public const string Ttl = "ttl";
    public const string Records = "records";

    /// <summary>All inputs.</summary>
    public static readonly IReadOnlyList<string> All = [Zone, ZoneInputs.View, Name, Type, Ttl, Records];

    private static readonly string TypeNames = string.Join(", ", Enum.GetNames<RecordType>());

    /// <summary>Checks the inputs. Zone and set are null when they are wrong or not all known.</summary>
    public static (InputReader Reader, string? Zone, ZoneRecordSet? Set) Read(PropertyMap inputs)
    {
        var reader = new InputReader(inputs, All);
        var zone = ReadZone(reader);
        ZoneInputs.ReadView(reader);
        var type = ReadType(reader);
        var name = ReadName(reader, zone, type);
        var ttl = reader.Integer(Ttl, 0, int.MaxValue);
        var data = ReadRecords(reader, type);
        return reader.Failures.IsEmpty && !reader.IsUnknown(Ttl) && !reader.IsUnknown(ZoneInputs.View) && zone is not null && name is not null && type is { } known && data is not null
            ? (reader, zone, new ZoneRecordSet(name, known, ttl, data))
            : (reader, zone, null);
    }

    /// <summary>The inputs that would make a record set as it is.</summary>
    public static PropertyMap Write(ZoneId zone, ZoneRecordSet set)
    {
        var inputs = PropertyMap.Empty
            .With(Zone, PropertyValue.Of(zone.Name))
            .With(Name, PropertyValue.Of(set.Name))
            .With(Type, PropertyValue.Of(set.Type.ToString()))
            .With(Records, PropertyValue.Of(set.Data.Select(data => PropertyValue.Of(set.Type == RecordType.TXT ? RecordSyntax.PlainTxt(data) ?? data.Text : data.Text))));
        inputs = zone.View is { } view ? inputs.With(ZoneInputs.View, PropertyValue.Of(view)) : inputs;
        return set.Ttl is { } ttl ? inputs.With(Ttl, PropertyValue.Of(ttl)) : inputs;
    }

    /// <summary>The record set that a state describes; null when it does not.</summary>
    public static ZoneRecordSet? OfState(PropertyMap outputs) => Read(PropertyMap.From(outputs.Where(output => All.Contains(output.Key)))).Set;

    /// <summary>The record type of this name; null when there is none.</summary>
    public static RecordType? TypeOf(string text) => Enum.GetNames<RecordType>().Contains(text) ? Enum.Parse<RecordType>(text) : null;

    private static string? ReadZone(InputReader reader)
    {
        if (reader.RequiredText(Zone, "acme.example") is not { } text)
        {
            return null;
        }

        if (!DnsName.TryParse(text, underscores: true, out var zone, out var problem))
        {
            reader.Fail(Zone, $"The zone name {problem}.");
            return null;
        }

        reader.Rewrite(Zone, zone);
        return zone;
    }

    private static RecordType? ReadType(InputReader reader)
    {
        if (reader.RequiredText(Type, "A") is not { } text)
        {
            return null;
        }

        if (TypeOf(text) is { } type)
        {
            return type;
        }

        reader.Fail(Type, $"The type must be one of {TypeNames}, in capitals.");
        return null;
    }

    private static string? ReadName(InputReader reader, string? zone, RecordType? type)
    {
        if (reader.RequiredText(Name, "www") is not { } text)
        {
            return null;
        }

        // Owners of addresses and mail exchangers are host names; servers refuse zones in which they are not.
        var underscores = type is not (RecordType.A or RecordType.AAAA or RecordType.MX);
        if (!DnsName.TryParseRelative(text, zone, underscores, out var name, out var problem))
        {
            reader.Fail(Name, $"The name {problem}.");
            return null;
        }

        if (name == "@" && type is RecordType.CNAME or RecordType.NS or RecordType.DS)
        {
            reader.Fail(Name, type == RecordType.NS
                ? "The name servers of the zone itself are the 'nameServers' of zoo:dns:Zone."
                : type == RecordType.DS ? "The DS records of a zone are in its parent zone (RFC 4034, section 5), not in the zone itself."
                : "The zone itself has SOA and NS records, and a CNAME cannot share its name with other data (RFC 1034, section 3.6.2); use A and AAAA records.");
            return null;
        }

        reader.Rewrite(Name, name);
        return name;
    }

    private static List<RecordData>? ReadRecords(InputReader reader, RecordType? type)
    {
        if (reader.TextList(Records, RecordSyntax.Example(type ?? RecordType.A)) is not { } texts || type is not { } known)
        {
            return null;
        }

        if (known == RecordType.CNAME && texts.Length > 1)
        {
            reader.Fail(Records, "A name has at most one CNAME record (RFC 2181, section 10.1).");
        }

        var result = new List<RecordData>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < texts.Length; i++)
        {
            if (texts[i] is not { } text)
            {
                continue;
            }

            if (!RecordSyntax.TryParse(known, text, out var data, out var problem))
            {
                reader.Fail($"{Records}[{i}]", problem);
            }
            else if (!seen.Add(data.Text))
            {
                reader.Fail($"{Records}[{i}]", "The record is in the list twice.");
            }
            else
            {
                result.Add(data);
            }
        }

        return result.Count == texts.Length ? result : null;
    }
}
