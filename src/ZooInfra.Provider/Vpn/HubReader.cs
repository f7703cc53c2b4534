using System.Collections.Immutable;
using System.Globalization;
using ZooInfra.Contracts.Networks;

namespace ZooInfra.Provider.Vpn;

/// <summary>
/// Reads what <see cref="HubWriter"/> wrote, and what somebody changed in it since. Anything else is refused, above all the commands that
/// <c>wg-quick</c> would run (PostUp and its kin): what is not understood is not overwritten.
/// </summary>
internal sealed class HubReader
{
    public const string Name = "Name";
    public const string Person = "Person";
    public const string Device = "Device";
    public const string Purpose = "Purpose";
    public const string Until = "Until";
    public const string Retiring = "Retiring";

    private static readonly string[] Labels = [Name, Person, Device, Purpose, Until, Retiring];
    private static readonly string[] InterfaceKeys = ["PrivateKey", "ListenPort", "Address", "MTU"];
    private static readonly string[] PeerKeys = ["PublicKey", "AllowedIPs", "Endpoint", "PersistentKeepalive"];

    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);
    private readonly ImmutableDictionary<string, HubPeer>.Builder _peers = ImmutableDictionary.CreateBuilder<string, HubPeer>(StringComparer.Ordinal);
    private readonly string _name;
    private string? _section;
    private int _sectionLine;
    private HubNetwork? _network;

    private HubReader(string name) => _name = name;

    /// <summary>Reads the configuration of the interface <paramref name="name"/>.</summary>
    /// <exception cref="HubFormatException">Some line is not understood; the message does not repeat it, since it may hold a key.</exception>
    public static HubNetwork Read(string name, string text)
    {
        var reader = new HubReader(name);
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            reader.Line(line.Trim(), number);
        }

        reader.EndSection();
        return reader._network is { } network
            ? network with { Peers = reader._peers.ToImmutable() }
            : throw new HubFormatException(1, "there is no [Interface]");
    }

    private void Line(string line, int number)
    {
        if (line.Length == 0)
        {
            return;
        }

        if (line[0] == '[')
        {
            EndSection();
            (_section, _sectionLine) = (line, number);
            if (line is not "[Interface]" and not "[Peer]" || (line == "[Interface]" && _network is not null) || (line == "[Peer]" && _network is null))
            {
                throw new HubFormatException(number, "the sections are one [Interface], then any number of [Peer]");
            }

            return;
        }

        var comment = line[0] == '#';
        var content = comment ? line[1..].Trim() : line;
        var equals = content.IndexOf('=', StringComparison.Ordinal);
        var key = equals < 0 ? content : content[..equals].Trim();
        var value = equals < 0 ? "" : content[(equals + 1)..].Trim();
        if (comment)
        {
            if (_section == "[Peer]" && Labels.Contains(key))
            {
                _labels[key] = value;
            }

            return;
        }

        var known = _section switch { "[Interface]" => InterfaceKeys, "[Peer]" => PeerKeys, _ => [] };
        if (equals < 0 || !known.Contains(key, StringComparer.OrdinalIgnoreCase) || value.Contains('#', StringComparison.Ordinal))
        {
            throw new HubFormatException(number, known.Length == 0 ? "a file begins with [Interface]" : $"only {string.Join(", ", known)} may stand in {_section}");
        }

        if (!_fields.TryAdd(key, value))
        {
            throw new HubFormatException(number, $"{key} is there twice");
        }
    }

    private void EndSection()
    {
        if (_section == "[Interface]")
        {
            _network = new(_name, Key("PrivateKey"), Number("ListenPort", 1, 65535) ?? throw Missing("ListenPort"), HubAddress.Sorted(List("Address", Address)))
            {
                Mtu = Number("MTU", 1, 65535),
            };
        }
        else if (_section == "[Peer]")
        {
            var peer = new HubPeer(Key("PublicKey"), new(List("AllowedIPs", Prefix).Order()))
            {
                Endpoint = _fields.GetValueOrDefault("Endpoint"),
                Keepalive = _fields.GetValueOrDefault("PersistentKeepalive") is "off" ? 0 : Number("PersistentKeepalive", 0, 65535) ?? 0,
                Label = Label(),
            };
            if (peer.Endpoint is { } endpoint && !Endpoint.IsValid(endpoint))
            {
                throw new HubFormatException(_sectionLine, "the Endpoint of this section is no host and port");
            }

            if (!_peers.TryAdd(peer.PublicKey, peer))
            {
                throw new HubFormatException(_sectionLine, "the key of this peer is there twice");
            }
        }

        _fields.Clear();
        _labels.Clear();
    }

    private PeerLabel? Label() => _labels.TryGetValue(Name, out var name)
        ? new(name, Text(Person), Text(Device), Text(Purpose), Text(Until), _labels.GetValueOrDefault(Retiring) == "true")
        : null;

    private string Text(string label) => _labels.GetValueOrDefault(label) ?? "";

    private string Key(string field) => !_fields.TryGetValue(field, out var text) ? throw Missing(field)
        : WireGuardKey.IsKey(text) ? text
        : throw new HubFormatException(_sectionLine, $"the {field} of this section is no key");

    private int? Number(string field, int minimum, int maximum)
    {
        if (!_fields.TryGetValue(field, out var text))
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum
            ? number
            : throw new HubFormatException(_sectionLine, $"the {field} of this section is no number from {minimum} to {maximum}");
    }

    private List<T> List<T>(string field, Func<string, T?> parse)
        where T : struct
    {
        var items = new List<T>();
        foreach (var item in (_fields.GetValueOrDefault(field) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            items.Add(parse(item) ?? throw new HubFormatException(_sectionLine, $"the {field} of this section has an item that is no network"));
        }

        return items;
    }

    private HubFormatException Missing(string field) => new(_sectionLine, $"this section has no {field}");

    private static HubAddress? Address(string text) => IpPrefix.TryParseAddress(text, out var address, out var network, out _) ? new(address, network.Length) : null;

    // WireGuard itself cuts the bits after the prefix off.
    private static IpPrefix? Prefix(string text) => IpPrefix.TryParseAddress(text, out _, out var network, out _) ? network : null;
}

/// <summary>A configuration of an interface is not understood.</summary>
/// <param name="line">The line, from 1.</param>
/// <param name="reason">Why; never quotes the file.</param>
internal sealed class HubFormatException(int line, string reason) : Exception(string.Create(CultureInfo.InvariantCulture, $"line {line}: {reason}"));
