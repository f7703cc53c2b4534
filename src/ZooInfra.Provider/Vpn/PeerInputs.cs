using ZooInfra.Contracts.Networks;
using ZooInfra.Protocol;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Vpn;

/// <summary>Reads the inputs of <c>zoo:vpn:Peer</c>.</summary>
internal static class PeerInputs
{
    public const string Network = "network";
    public const string Name = "name";
    public const string Person = "person";
    public const string Device = "device";
    public const string Purpose = "purpose";
    public const string Until = "until";
    public const string PublicKey = "publicKey";
    public const string KeyGeneration = "keyGeneration";
    public const string OverlapUntil = "overlapUntil";
    public const string Slot = "slot";
    public const string SlotHint = "slotHint";
    public const string Prefixes = "prefixes";
    public const string Subnets = "subnets";
    public const string PeerEndpoint = "endpoint";
    public const string Keepalive = "keepalive";
    public const string HubPublicKey = "hubPublicKey";
    public const string HubEndpoint = "hubEndpoint";
    public const string Routes = "routes";
    public const string FullTunnelReason = "fullTunnelReason";
    public const string Dns = "dns";
    public const string SearchDomains = "searchDomains";
    public const string Mtu = "mtu";

    /// <summary>All inputs.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Network, Name, Person, Device, Purpose, Until, PublicKey, KeyGeneration, OverlapUntil, Slot, SlotHint, Prefixes, Subnets, PeerEndpoint, Keepalive,
        HubPublicKey, HubEndpoint, Routes, FullTunnelReason, Dns, SearchDomains, Mtu,
    ];

    /// <summary>Inputs that are lists without order.</summary>
    public static readonly IReadOnlyList<string> Sets = [Prefixes, Subnets, Routes, Dns, SearchDomains];

    /// <summary>Most firewalls forget a UDP flow after 30 seconds; WireGuard's own documentation advises 25.</summary>
    private const int StandardKeepalive = 25;

    /// <summary>Checks the inputs and fills in defaults; the peer is null when they are wrong or not all known.</summary>
    public static (InputReader Reader, PeerSpec? Spec) Read(PropertyMap inputs)
    {
        var reader = new InputReader(inputs, All);
        reader.Default(KeyGeneration, PropertyValue.Of(1));
        reader.Default(Keepalive, PropertyValue.Of(StandardKeepalive));
        var network = reader.InterfaceName(Network);
        var name = reader.PeerName(Name);
        var person = reader.Line(Person, "Alice Archer");
        var device = reader.Line(Device, "laptop");
        var purpose = reader.Line(Purpose, "remote support");
        if (!reader.Inputs.ContainsKey(Until))
        {
            reader.Fail(Until, $"'{Until}' is missing: every peer ends. It is {EndDate.Forms}.");
        }

        var until = reader.End(Until);
        var ownKey = reader.PublicKey(PublicKey);
        var generation = reader.Number(KeyGeneration, 1, int.MaxValue);
        var overlap = reader.End(OverlapUntil);
        var plan = reader.Plan(Prefixes);
        var slot = reader.Number(Slot, 1, plan?.LastSlot ?? int.MaxValue);
        var hint = reader.Number(SlotHint, 1, int.MaxValue);
        var subnets = reader.Prefixes(Subnets);
        var endpoint = ReadEndpoint(reader, PeerEndpoint, required: false);
        var keepalive = reader.Number(Keepalive, 0, 65535);
        if (!reader.Inputs.ContainsKey(HubPublicKey))
        {
            reader.Fail(HubPublicKey, $"'{HubPublicKey}' is missing: pass the output 'publicKey' of the zoo:vpn:Network.");
        }

        var hubKey = reader.PublicKey(HubPublicKey);
        var hubEndpoint = ReadEndpoint(reader, HubEndpoint, required: true);
        var routes = reader.Routes(Routes, FullTunnelReason);
        var dns = reader.List(Dns, "10.8.0.1", Address);
        var domains = reader.List(SearchDomains, "acme.example", Domain);
        var mtu = reader.Number(Mtu, 1280, 9000);
        if (plan is not null && subnets is not null)
        {
            for (var i = 0; i < subnets.Value.Length; i++)
            {
                var subnet = subnets.Value[i];
                if (subnet.IsDefaultRoute)
                {
                    reader.Fail($"{Subnets}[{i}]", $"{subnet} would send all traffic of the hub to this peer; list the networks behind it.");
                }
                else if (plan.Prefixes.Any(prefix => prefix.Overlaps(subnet)))
                {
                    reader.Fail($"{Subnets}[{i}]", $"{subnet} overlaps with the tunnel's own network; networks behind a peer are others.");
                }
            }
        }

        var optional = (string[])[PublicKey, OverlapUntil, Slot, SlotHint, PeerEndpoint, FullTunnelReason, Mtu];
        if (!reader.Failures.IsEmpty || optional.Any(reader.IsUnknown) || generation is null || keepalive is null
            || network is null || name is null || person is null || device is null || purpose is null || until is null
            || plan is null || hubKey is null || hubEndpoint is null || subnets is null || routes is null || dns is null || domains is null)
        {
            return (reader, null);
        }

        return (reader, new PeerSpec(network, name, person, device, purpose, until)
        {
            Plan = plan,
            OwnKey = ownKey,
            OverlapUntil = overlap,
            Slot = slot,
            SlotHint = hint ?? 1,
            Subnets = subnets.Value,
            Endpoint = endpoint,
            Keepalive = keepalive.Value,
            HubPublicKey = hubKey,
            HubEndpoint = hubEndpoint,
            Routes = routes.Value,
            Dns = dns.Value,
            SearchDomains = domains.Value,
            Mtu = mtu,
        });
    }

    private static string? ReadEndpoint(InputReader reader, string name, bool required)
    {
        const string Example = "vpn.acme.example:51820";
        var text = required ? reader.RequiredText(name, Example) : reader.Text(name, Example);
        if (text is null || Endpoint.IsValid(text))
        {
            return text;
        }

        reader.Fail(name, $"'{name}' must be a host name or an address with a port, such as {Example} or [2001:db8::1]:51820.");
        return null;
    }

    private static (string? Item, string? Problem) Address(string text)
        => !text.Contains('/', StringComparison.Ordinal) && IpPrefix.TryParseAddress(text, out var address, out _, out _) ? (address.ToString(), null) : (null, "A name server is an address such as 10.8.0.1.");

    // Clients tell name servers and domains apart by their form only.
    private static (string? Item, string? Problem) Domain(string text)
        => Endpoint.IsHost(text) && !IpPrefix.TryParseAddress(text, out _, out _, out _) ? (text, null) : (null, "A search domain is a name such as acme.example.");
}
