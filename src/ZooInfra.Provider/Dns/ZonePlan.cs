using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ZooInfra.Protocol;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Dns;

/// <summary>
/// All record sets that a program plans for a zone, the input <c>recordSets</c>. The state keeps a short digest of each instead, under
/// <c>__planned</c>: what the next plan is compared with. It says what was planned, not what was found, so that taking drift back is no change.
/// </summary>
internal sealed class ZonePlan
{
    /// <summary>The key of the SOA record among the digests.</summary>
    public const string Soa = "@/SOA";

    /// <summary>The key of the name servers among the digests.</summary>
    public const string Servers = "@/NS";

    private const string Planned = "__planned";
    private const string TtlKey = "ttl";
    private const string RecordsKey = "records";
    private const string Form = "must be an object of NAME/TYPE to { ttl, records }, such as { \"www/A\": { \"records\": [\"192.0.2.1\"] } }";

    private readonly Dictionary<string, PropertyValue> _digests = new(StringComparer.Ordinal);
    private readonly List<PlannedSet> _sets = [];

    /// <summary>The record sets; null when the program does not tell, or they are not known yet.</summary>
    public IReadOnlyList<PlannedSet>? Sets { get; private set; }

    /// <summary>Names in the zone that have records which this plan does not hold; relative, lower case.</summary>
    public IReadOnlySet<string> OtherNames { get; private set; } = ImmutableHashSet<string>.Empty;

    /// <summary>The digest of each part of the zone by <c>NAME/TYPE</c>; unknown where the part is.</summary>
    public IReadOnlyDictionary<string, PropertyValue> Digests => _digests;

    /// <summary>Reads the plan and reports what is wrong with its form.</summary>
    public static ZonePlan Read(InputReader reader)
    {
        var plan = new ZonePlan();
        plan.ReadSets(reader);
        plan._digests[Soa] = Digest(reader.Inputs, [ZoneInputs.Name, ZoneInputs.View, ZoneInputs.Primary, ZoneInputs.Contact, ZoneInputs.Refresh, ZoneInputs.Retry, ZoneInputs.Expire, ZoneInputs.NegativeTtl]);
        plan._digests[Servers] = Digest(reader.Inputs, [ZoneInputs.NameServers]);
        if (reader.Inputs.ContainsKey(ZoneInputs.OtherNames))
        {
            plan.OtherNames = (reader.TextList(ZoneInputs.OtherNames, "legacy") ?? []).Where(name => name is not null).Select(name => name!.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        }

        return plan;
    }

    /// <summary>The inputs with digests in place of the record sets.</summary>
    public PropertyMap Remember(PropertyMap inputs) => inputs.Without(ZoneInputs.RecordSets).With(Planned, PropertyValue.Of(PropertyMap.From(_digests)));

    /// <summary>The digests that an earlier check remembered; empty when there was none.</summary>
    public static PropertyMap Remembered(PropertyMap oldInputs)
        => oldInputs.TryGetValue(Planned, out var value) && value.Plain() is PropertyValue.ObjectValue digests ? digests.Properties : PropertyMap.Empty;

    /// <summary>Inputs that were read from the world, with what only the program knows.</summary>
    public static PropertyMap CarryOver(PropertyMap written, PropertyMap read)
        => ((string[])[Planned, ZoneInputs.OtherNames, ZoneInputs.Override]).Aggregate(read, (inputs, name) => written.TryGetValue(name, out var value) ? inputs.With(name, value) : inputs);

    private void ReadSets(InputReader reader)
    {
        if (!reader.Inputs.TryGetValue(ZoneInputs.RecordSets, out var value) || value.Plain() is PropertyValue.UnknownValue)
        {
            return;
        }

        if (value.Plain() is not PropertyValue.ObjectValue { Properties: var sets })
        {
            reader.Fail(ZoneInputs.RecordSets, $"'{ZoneInputs.RecordSets}' {Form}.");
            return;
        }

        foreach (var (key, set) in sets)
        {
            ReadSet(reader, key, set);
        }

        Sets = _sets;
    }

    private void ReadSet(InputReader reader, string key, PropertyValue value)
    {
        var path = $"{ZoneInputs.RecordSets}[\"{key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"]";
        if (key.Split('/') is not [var name, var typeText] || RecordSetInputs.TypeOf(typeText) is not { } type)
        {
            reader.Fail(path, $"'{ZoneInputs.RecordSets}' {Form}.");
            return;
        }

        var members = value.Plain() switch
        {
            PropertyValue.ObjectValue { Properties: var known } => known,
            _ => PropertyMap.Empty.With(RecordsKey, PropertyValue.Unknown),
        };
        var records = members.TryGetValue(RecordsKey, out var list) ? list.Plain() : PropertyValue.Unknown;
        var data = new List<RecordData>();
        var complete = records is PropertyValue.ArrayValue;
        foreach (var item in records is PropertyValue.ArrayValue { Items: var items } ? items : [])
        {
            if (item.Plain() is not PropertyValue.StringValue text)
            {
                complete = false;
            }
            else if (RecordSyntax.TryParse(type, text.Value, out var parsed, out _))
            {
                data.Add(parsed);
            }
        }

        var ttl = members.TryGetValue(TtlKey, out var written) ? written.Plain() : PropertyValue.Null;
        name = name.ToLowerInvariant();
        _sets.Add(new(name, type, [.. data], complete, path));
        var content = string.Join('\n', data.Select(item => item.Text).Order(StringComparer.Ordinal).Prepend(Text(ttl)));
        _digests[$"{name}/{type}"] = complete && ttl is not PropertyValue.UnknownValue ? Digest(content).MarkedLike(value) : PropertyValue.Unknown;
    }

    private static PropertyValue Digest(PropertyMap inputs, string[] names)
    {
        var values = names.Select(name => inputs.TryGetValue(name, out var value) ? value.Plain() : PropertyValue.Null).ToList();
        return values.Any(value => value is PropertyValue.UnknownValue || value is PropertyValue.ArrayValue { Items: var items } && items.Any(item => item.Plain() is PropertyValue.UnknownValue))
            ? PropertyValue.Unknown
            : Digest(string.Join('\n', values.Select(Text)));
    }

    private static string Text(PropertyValue value) => value switch
    {
        PropertyValue.StringValue text => text.Value.ToLowerInvariant().TrimEnd('.'),
        PropertyValue.NumberValue number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        PropertyValue.ArrayValue array => string.Join(' ', array.Items.Select(item => Text(item.Plain())).Order(StringComparer.Ordinal)),
        _ => "",
    };

    private static PropertyValue Digest(string text) => PropertyValue.Of(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8)));
}
