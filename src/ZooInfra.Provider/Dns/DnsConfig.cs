using System.Text.Json;
using System.Text.Json.Nodes;
using ZooInfra.Provider.Backends.Rfc2136;

namespace ZooInfra.Provider.Dns;

/// <summary>The configuration of the DNS family.</summary>
/// <param name="Server">The server of the live backend; null for the files backend.</param>
/// <param name="Views">The server and key of each view.</param>
internal sealed record DnsConfig(DnsServer? Server, IReadOnlyDictionary<string, DnsServer> Views)
{
    private const string Backend = "dnsBackend";
    private const string ServerKey = "dnsServer";
    private const string KeyName = "dnsKeyName";
    private const string KeySecret = "dnsKeySecret";
    private const string KeyAlgorithm = "dnsKeyAlgorithm";
    private const string TimeoutKey = "dnsTimeout";
    private const string ViewsKey = "dnsViews";
    private const string Files = "files";
    private const string Live = "rfc2136";
    private const string ViewsMeaning = """a JSON object with one object a view, such as {"internal": {"keyName": "zoo-internal", "keySecret": "BASE64"}}; a view has keyName, keySecret, keyAlgorithm and server""";

    /// <summary>All keys.</summary>
    public static readonly IReadOnlyList<string> Keys = [Backend, ServerKey, KeyName, KeySecret, KeyAlgorithm, TimeoutKey, ViewsKey];

    /// <summary>Reads the configuration and reports what is wrong.</summary>
    public static DnsConfig Read(ConfigReader config)
    {
        var live = config.Choice(Backend, Files, Live) == Live;
        var address = config.Text(ServerKey, "the host name or address of the server, with :PORT when it is not 53");
        var parsed = address is null ? null : DnsServer.ParseAddress(address);
        if (address is not null && parsed is null)
        {
            config.Fail(ServerKey, $"'zoo:{ServerKey}' must be HOST, HOST:PORT, ADDRESS or [ADDRESS]:PORT.");
        }

        if (live && !config.Has(ServerKey))
        {
            config.Fail(ServerKey, $"'zoo:{ServerKey}' is missing; the backend {Live} needs the primary server of the zones.");
        }

        var name = config.Text(KeyName, "the name of a TSIG key");
        var secret = config.Text(KeySecret, "the secret of the TSIG key in Base64");
        var algorithm = config.Choice(KeyAlgorithm, [.. TsigKey.Algorithms]);
        var timeout = config.Integer(TimeoutKey, 1, 600) ?? 10;
        if (config.Has(KeyName) != config.Has(KeySecret))
        {
            config.Fail(config.Has(KeyName) ? KeySecret : KeyName, $"'zoo:{KeyName}' and 'zoo:{KeySecret}' go together: set both, or neither for a server that knows this machine by its address.");
        }

        var (key, nameIsWrong) = name is null || secret is null ? (null, false) : TryKey(name, secret, algorithm);
        if (name is not null && secret is not null && key is null)
        {
            config.Fail(nameIsWrong ? KeyName : KeySecret, nameIsWrong ? $"'zoo:{KeyName}' must be a domain name." : $"'zoo:{KeySecret}' must be Base64, as tsig-keygen and keymgr write it.");
        }

        var server = new DnsServer(parsed?.Host ?? "", parsed?.Port ?? 53, key, TimeSpan.FromSeconds(timeout));
        return new(live ? server : null, ReadViews(config, server));
    }

    private static Dictionary<string, DnsServer> ReadViews(ConfigReader config, DnsServer standard)
    {
        var views = new Dictionary<string, DnsServer>(StringComparer.Ordinal);
        if (config.Text(ViewsKey, ViewsMeaning) is not { } text)
        {
            return views;
        }

        JsonObject? all;
        try
        {
            all = JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            all = null;
        }

        if (all is null)
        {
            config.Fail(ViewsKey, $"'zoo:{ViewsKey}' must be {ViewsMeaning}.");
            return views;
        }

        foreach (var (name, value) in all)
        {
            if (View(name, value, standard) is { } view)
            {
                views[name] = view;
            }
            else
            {
                config.Fail(ViewsKey, $"'zoo:{ViewsKey}': a view is not right; it must be {ViewsMeaning}. Names of views are lower-case letters, digits and hyphens.");
            }
        }

        return views;
    }

    private static DnsServer? View(string name, JsonNode? value, DnsServer standard)
    {
        string[] known = ["keyName", "keySecret", "keyAlgorithm", "server"];
        if (!ZoneId.IsView(name) || value is not JsonObject members || members.Any(member => !known.Contains(member.Key) || member.Value?.GetValueKind() != JsonValueKind.String))
        {
            return null;
        }

        string? Text(string member) => members[member]?.GetValue<string>();
        var server = Text("server") is not { } address ? standard
            : DnsServer.ParseAddress(address) is { } parsed ? standard with { Host = parsed.Host, Port = parsed.Port }
            : null;
        return (Text("keyName"), Text("keySecret")) switch
        {
            (null, null) => server,
            ({ } keyName, { } secret) when TryKey(keyName, secret, Text("keyAlgorithm") ?? TsigKey.Algorithms[0]) is { Key: { } key } => server is null ? null : server with { Key = key },
            _ => null,
        };
    }

    private static (TsigKey? Key, bool NameIsWrong) TryKey(string name, string secret, string algorithm)
    {
        if (!DnsName.TryParse(name, underscores: true, out var keyName, out _))
        {
            return (null, true);
        }

        var octets = new byte[secret.Length];
        return Convert.TryFromBase64String(secret, octets, out var length) && length > 0 && TsigKey.Algorithms.Contains(algorithm)
            ? (new(keyName, algorithm, octets.AsMemory(0, length)), false)
            : (null, false);
    }
}
