using System.Collections.Immutable;
using System.Globalization;

namespace ZooInfra.Provider.Dns;

/// <summary>
/// Reads a zone file: all that <see cref="ZoneWriter"/> writes, and what people usually do to such a file by hand. What it does not know it
/// refuses, since a record that was skipped would be lost when the zone is written again.
/// </summary>
internal sealed class ZoneReader
{
    private readonly string _zone;
    private readonly SortedDictionary<ZoneKey, (string Name, RecordType Type, int? Ttl, List<RecordData> Data)> _sets = [];
    private string? _owner;
    private int? _ttl;
    private List<MasterFileToken>? _soa;

    private ZoneReader(string zone) => _zone = zone;

    /// <summary>Reads the file of the zone <paramref name="zone"/>.</summary>
    /// <exception cref="ZoneFormatException">The text is not such a file.</exception>
    public static ZoneContent Read(string zone, string text)
    {
        var reader = new ZoneReader(zone);
        foreach (var entry in MasterFileReader.Read(text))
        {
            reader.Take(entry);
        }

        return reader.Finish();
    }

    private void Take(MasterFileEntry entry)
    {
        if (entry.HasOwner && entry.Tokens[0] is { IsQuoted: false, Text: ['$', ..] } directive)
        {
            Directive(entry, directive.Text.ToUpperInvariant());
            return;
        }

        var words = new Queue<MasterFileToken>(entry.Tokens);
        if (entry.HasOwner)
        {
            _owner = Owner(entry, words.Dequeue().Text);
        }

        var owner = _owner ?? throw new ZoneFormatException(entry.Line, "the first record has no owner");
        int? ttl = null;
        for (; words.TryPeek(out var word); words.Dequeue())
        {
            if (Seconds(word) is { } seconds && ttl is null)
            {
                ttl = seconds;
            }
            else if (!word.Text.Equals("IN", StringComparison.OrdinalIgnoreCase))
            {
                break;
            }
        }

        var type = words.TryDequeue(out var typeWord) ? typeWord.Text : throw new ZoneFormatException(entry.Line, "a record has no type");
        List<MasterFileToken> rest = [.. words];
        if (type.Equals("SOA", StringComparison.OrdinalIgnoreCase))
        {
            Soa(entry, owner, ttl, rest);
        }
        else
        {
            Record(entry, owner, ttl, type, rest);
        }
    }

    private void Directive(MasterFileEntry entry, string name)
    {
        if (name == "$TTL" && entry.Tokens is [_, var written] && Seconds(written) is { } seconds && _ttl is null)
        {
            _ttl = seconds;
        }
        else if (name != "$ORIGIN" || entry.Tokens is not [_, var origin] || !origin.Text.Equals($"{_zone}.", StringComparison.OrdinalIgnoreCase))
        {
            throw new ZoneFormatException(entry.Line, $"only '$ORIGIN {_zone}.' and one '$TTL' in seconds are known");
        }
    }

    private void Soa(MasterFileEntry entry, string owner, int? ttl, List<MasterFileToken> data)
    {
        if (owner != "@" || _soa is not null || ttl is not null && ttl != _ttl || data.Count != 7)
        {
            throw new ZoneFormatException(entry.Line, $"a zone has one SOA record, at {_zone}, with the TTL of the zone, two names and five numbers");
        }

        _soa = data;
    }

    private void Record(MasterFileEntry entry, string owner, int? ttl, string typeText, List<MasterFileToken> words)
    {
        if (!Enum.TryParse<RecordType>(typeText, ignoreCase: true, out var type) || char.IsAsciiDigit(typeText[0]))
        {
            throw new ZoneFormatException(entry.Line, $"the type {typeText} is not known; known are SOA, {string.Join(", ", Enum.GetNames<RecordType>())}");
        }

        var data = Data(entry, type, words);
        var key = new ZoneKey(owner, type);
        if (!_sets.TryGetValue(key, out var set))
        {
            _sets.Add(key, (owner, type, ttl, [data]));
        }
        else if (set.Ttl != ttl)
        {
            throw new ZoneFormatException(entry.Line, "records of one name and type have different TTLs (RFC 2181, section 5.2)");
        }
        else
        {
            set.Data.Add(data);
        }
    }

    private RecordData Data(MasterFileEntry entry, RecordType type, List<MasterFileToken> words)
    {
        if (type == RecordType.TXT)
        {
            var octets = words.Select(word => CharacterString.Unescape(word.Text)).ToList();
            return words.Count > 0 && octets.TrueForAll(part => part is { Length: <= 255 })
                ? RecordSyntax.TxtData([.. octets.SelectMany(part => part!)])
                : throw new ZoneFormatException(entry.Line, "TXT data is not one or more strings of ASCII, each of up to 255 octets");
        }

        var texts = words.Select(word => word.IsQuoted ? $"\"{word.Text}\"" : word.Text).ToList();
        if (type is RecordType.CNAME or RecordType.MX or RecordType.NS or RecordType.PTR or RecordType.SRV && texts.Count > 0)
        {
            texts[^1] = Absolute(texts[^1]);
        }

        return RecordSyntax.TryParse(type, string.Join(' ', texts), out var data, out var problem)
            ? data
            : throw new ZoneFormatException(entry.Line, problem.TrimEnd('.'));
    }

    private ZoneContent Finish()
    {
        if (_soa is not { } soa)
        {
            throw new ZoneFormatException(1, "the file has no SOA record");
        }

        if (!DnsName.TryParseHost(Absolute(soa[0].Text), underscores: false, out var primary, out var problem))
        {
            throw new ZoneFormatException(1, $"the name server of the SOA record {problem}");
        }

        if (!Mailbox.TryParse(Absolute(soa[1].Text), out var contact, out problem))
        {
            throw new ZoneFormatException(1, $"the mailbox of the SOA record {problem}");
        }

        if (!uint.TryParse(soa[2].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            || Seconds(soa[3]) is not { } refresh || Seconds(soa[4]) is not { } retry || Seconds(soa[5]) is not { } expire || Seconds(soa[6]) is not { } negative)
        {
            throw new ZoneFormatException(1, "a number of the SOA record is not in seconds from 0 to 2147483647");
        }

        var apex = new ZoneKey("@", RecordType.NS);
        if (!_sets.Remove(apex, out var servers) || servers.Ttl is not null && servers.Ttl != _ttl)
        {
            throw new ZoneFormatException(1, "the zone has no NS records, or they have a TTL other than that of the zone");
        }

        var head = new ZoneHead(_zone, primary, contact)
        {
            Ttl = _ttl ?? throw new ZoneFormatException(1, "the file has no $TTL"),
            Refresh = refresh,
            Retry = retry,
            Expire = expire,
            NegativeTtl = negative,
            NameServers = ImmutableSortedSet.CreateRange(StringComparer.Ordinal, servers.Data.Select(data => data.Text.TrimEnd('.'))),
        };
        return new(head, serial, ImmutableSortedDictionary.CreateRange(_sets.Select(set
            => KeyValuePair.Create(set.Key, new ZoneRecordSet(set.Value.Name, set.Value.Type, set.Value.Ttl, set.Value.Data)))));
    }

    private string Owner(MasterFileEntry entry, string text)
    {
        var relative = !text.EndsWith('.') ? text
            : text.Equals($"{_zone}.", StringComparison.OrdinalIgnoreCase) ? "@"
            : text.EndsWith($".{_zone}.", StringComparison.OrdinalIgnoreCase) ? text[..^(_zone.Length + 2)]
            : throw new ZoneFormatException(entry.Line, $"the owner is not in the zone {_zone}");
        // A relative owner that repeats the zone is odd but legal in a file, so the zone is not given here.
        return DnsName.TryParseRelative(relative, zone: null, underscores: true, out var name, out var problem)
            ? name
            : throw new ZoneFormatException(entry.Line, $"the owner {problem}");
    }

    private string Absolute(string name) => name == "@" ? $"{_zone}." : name.EndsWith('.') ? name : $"{name}.{_zone}.";

    private static int? Seconds(MasterFileToken word)
        => !word.IsQuoted && int.TryParse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
}
