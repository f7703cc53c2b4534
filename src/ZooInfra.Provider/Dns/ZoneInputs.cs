using System.Collections.Immutable;
using ZooInfra.Protocol;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Dns;

/// <summary>Reads the inputs of <c>zoo:dns:Zone</c>.</summary>
internal static class ZoneInputs
{
    public const string Name = "name";
    public const string View = "view";
    public const string NameServers = "nameServers";
    public const string Primary = "primaryNameServer";
    public const string Contact = "contact";
    public const string Ttl = "ttl";
    public const string Refresh = "refresh";
    public const string Retry = "retry";
    public const string Expire = "expire";
    public const string NegativeTtl = "negativeTtl";

    public const string RecordSets = "recordSets";
    public const string OtherNames = "otherNames";
    public const string Override = "override";

    /// <summary>The inputs that the zone is made of.</summary>
    public static readonly IReadOnlyList<string> OfZone = [Name, View, NameServers, Primary, Contact, Ttl, Refresh, Retry, Expire, NegativeTtl];

    /// <summary>All inputs: those that the zone is made of, and those that are only looked at.</summary>
    public static readonly IReadOnlyList<string> All = [.. OfZone, RecordSets, OtherNames, Override];

    // The folder entry is the name and ".zone"; the lock beside it is one character longer than that.
    private const int LongestForFile = 249;

    /// <summary>Checks the inputs and fills in defaults; the zone is null when they are wrong or not all known.</summary>
    public static (InputReader Reader, ZoneHead? Head) Read(PropertyMap inputs)
    {
        var reader = new InputReader(inputs, All);
        var name = ReadName(reader);
        ReadView(reader);
        var servers = ReadServers(reader);
        var primary = ReadPrimary(reader, servers);
        var contact = ReadContact(reader, name);
        var ttl = Seconds(reader, Ttl, 3600, 0);
        var refresh = Seconds(reader, Refresh, 86400, 1);
        var retry = Seconds(reader, Retry, 7200, 1);
        var expire = Seconds(reader, Expire, 3600000, 1);
        var negative = Seconds(reader, NegativeTtl, 3600, 0);
        if (retry >= refresh)
        {
            reader.Fail(Retry, $"'{Retry}' must be shorter than '{Refresh}' ({refresh} s), else secondaries never retry (RFC 1912, section 2.2).");
        }

        if (expire <= (long?)refresh + retry)
        {
            reader.Fail(Expire, $"'{Expire}' must be longer than '{Refresh}' and '{Retry}' together, else secondaries drop the zone before they have retried (RFC 1912, section 2.2).");
        }

        var complete = reader.Failures.IsEmpty && name is not null && primary is not null && contact is not null && servers is { } known && known.All(server => server is not null);
        if (!complete || ttl is null || refresh is null || retry is null || expire is null || negative is null)
        {
            return (reader, null);
        }

        return (reader, new ZoneHead(name!, primary!, contact!)
        {
            Ttl = ttl.Value,
            Refresh = refresh.Value,
            Retry = retry.Value,
            Expire = expire.Value,
            NegativeTtl = negative.Value,
            NameServers = ImmutableSortedSet.CreateRange(StringComparer.Ordinal, servers!.Value.Select(server => server!)),
        });
    }

    /// <summary>The inputs that would make a zone as it is.</summary>
    public static PropertyMap Write(ZoneHead head) => PropertyMap.Empty
        .With(Name, PropertyValue.Of(head.Name))
        .With(NameServers, PropertyValue.Of(head.NameServers.Select(PropertyValue.Of)))
        .With(Primary, PropertyValue.Of(head.Primary))
        .With(Contact, PropertyValue.Of(head.Contact))
        .With(Ttl, PropertyValue.Of(head.Ttl))
        .With(Refresh, PropertyValue.Of(head.Refresh))
        .With(Retry, PropertyValue.Of(head.Retry))
        .With(Expire, PropertyValue.Of(head.Expire))
        .With(NegativeTtl, PropertyValue.Of(head.NegativeTtl));

    /// <summary>Reads the view; null when there is none.</summary>
    public static string? ReadView(InputReader reader)
    {
        if (!reader.Inputs.ContainsKey(View) || reader.RequiredText(View, "internal") is not { } view)
        {
            return null;
        }

        if (ZoneId.IsView(view))
        {
            return view;
        }

        reader.Fail(View, "The view must be 1 to 63 lower-case letters, digits and hyphens, a letter first, such as internal.");
        return null;
    }

    /// <summary>The zone that inputs or outputs name; null when that is not known yet.</summary>
    /// <param name="properties">The inputs or outputs.</param>
    /// <param name="name">The property with the name of the zone.</param>
    public static ZoneId? IdOf(PropertyMap properties, string name)
    {
        if (!properties.TryGetValue(name, out var nameValue) || nameValue.Plain() is not PropertyValue.StringValue { Value: var text })
        {
            return null;
        }

        var view = properties.TryGetValue(View, out var viewValue) ? viewValue.Plain() : PropertyValue.Null;
        return view is PropertyValue.UnknownValue || !DnsName.TryParse(text, underscores: true, out var zone, out _) ? null : new(view is PropertyValue.StringValue known ? known.Value : null, zone);
    }

    private static string? ReadName(InputReader reader)
    {
        if (reader.RequiredText(Name, "acme.example") is not { } text)
        {
            return null;
        }

        if (!DnsName.TryParse(text, underscores: true, out var name, out var problem))
        {
            reader.Fail(Name, $"The zone name {problem}.");
            return null;
        }

        if (name.Length > LongestForFile)
        {
            reader.Fail(Name, $"The zone name is longer than {LongestForFile} characters, too long for the name of its file.");
            return null;
        }

        reader.Rewrite(Name, name);
        return name;
    }

    private static ImmutableArray<string?>? ReadServers(InputReader reader)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return reader.TextList(NameServers, "ns1.acme.example") is { } texts ? [.. texts.Select(Server)] : null;

        string? Server(string? text, int index)
        {
            if (text is null)
            {
                return null;
            }

            if (!DnsName.TryParseHost(text, underscores: false, out var server, out var problem))
            {
                reader.Fail($"{NameServers}[{index}]", $"The name server {problem}.");
                return null;
            }

            if (!seen.Add(server))
            {
                reader.Fail($"{NameServers}[{index}]", "The name server is in the list twice.");
            }

            return server;
        }
    }

    private static string? ReadPrimary(InputReader reader, ImmutableArray<string?>? servers)
    {
        if (reader.Inputs.ContainsKey(Primary) || servers is [])
        {
            if (!reader.Inputs.ContainsKey(Primary) || reader.RequiredText(Primary, "ns1.acme.example") is not { } text)
            {
                return null;
            }

            if (DnsName.TryParseHost(text, underscores: false, out var name, out var problem))
            {
                reader.Rewrite(Primary, name);
                return name;
            }

            reader.Fail(Primary, $"The name server {problem}.");
            return null;
        }

        if (reader.Inputs.TryGetValue(NameServers, out var list))
        {
            var first = servers is [{ } server, ..] ? PropertyValue.Of(server) : PropertyValue.Unknown;
            reader.Default(Primary, first.MarkedLike(list));
        }

        return servers is [var primary, ..] ? primary : null;
    }

    private static string? ReadContact(InputReader reader, string? zone)
    {
        if (!reader.Inputs.ContainsKey(Contact))
        {
            if (zone is null && !reader.IsUnknown(Name))
            {
                return null;
            }

            reader.Default(Contact, (zone is null ? PropertyValue.Unknown : PropertyValue.Of($"hostmaster.{zone}")).MarkedLike(reader.Inputs[Name]));
        }

        if (reader.RequiredText(Contact, "hostmaster@acme.example") is not { } text)
        {
            return null;
        }

        if (Mailbox.TryParse(text, out var mailbox, out var problem))
        {
            return mailbox;
        }

        reader.Fail(Contact, $"The contact {problem}.");
        return null;
    }

    private static int? Seconds(InputReader reader, string name, int standard, int minimum)
    {
        reader.Default(name, PropertyValue.Of(standard));
        return reader.Integer(name, minimum, int.MaxValue);
    }
}
