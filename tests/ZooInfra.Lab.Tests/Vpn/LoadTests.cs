using System.Collections.Immutable;
using System.Net;
using CsCheck;
using ZooInfra.Contracts.Networks;
using ZooInfra.Protocol;
using ZooInfra.Provider;
using ZooInfra.Provider.Backends.WireGuard;
using ZooInfra.Provider.Vpn;

namespace ZooInfra.Lab.Tests.Vpn;

/// <summary>What the files backend writes, given to the real parser: <c>wg-quick strip</c>, then <c>wg setconf</c>, then read back.</summary>
public sealed class LoadTests : IAsyncLifetime
{
    private readonly Lab _lab = new();

    public async Task InitializeAsync()
    {
        if (new WireGuardFactAttribute().Skip is not null)
        {
            return;
        }

        await _lab.InitializeAsync();
        await Shell.RunAsync("ip", "netns", "exec", _lab.Hub, "wireguard-go", _lab.Interface("l"));
    }

    public Task DisposeAsync() => _lab.DisposeAsync();

    [WireGuardFact]
    public Task Random_networks_load_as_they_were_meant() => Networks.SampleAsync(async network =>
    {
        var loaded = await LoadAsync(HubWriter.Write(network));
        Assert.Equal(network.PrivateKey, loaded.PrivateKey);
        Assert.Equal(network.ListenPort, loaded.ListenPort);
        Assert.Equal(network.Peers.Keys.Order(StringComparer.Ordinal), loaded.Peers.Keys.Order(StringComparer.Ordinal));
        Assert.All(loaded.Peers.Values, peer => Assert.Equal(network.Peers[peer.PublicKey] with { Label = null }, peer));
        return true;
    }, iter: 40, threads: 1);

    [WireGuardFact]
    public async Task Random_edits_reach_a_live_interface_as_they_were_meant()
    {
        var device = _lab.Interface("l");
        var folder = _lab.Folder();
        var store = new WireGuardDevice(new(_lab.Hub, device), userspace: true, new(folder, Path.Combine(folder, "out")), "acme_corp");
        await Networks.SampleAsync(async next =>
        {
            HubNetwork? wanted = null;
            await store.ChangeAsync(found =>
            {
                // Half of the peers stay, so that a change is a difference and not a new beginning.
                var taken = next.Peers.Values.SelectMany(peer => peer.AllowedIps).ToHashSet();
                var kept = found!.Peers.Values.Where((peer, i) => i % 2 == 0 && !peer.AllowedIps.Any(taken.Contains));
                return wanted = next with { Name = device, Peers = next.Peers.AddRange(kept.Select(peer => KeyValuePair.Create(peer.PublicKey, peer))) };
            }, default);

            var live = await store.ReadAsync(default);
            Assert.True(wanted!.SameInterface(live!));
            Assert.Equal(wanted.Peers.Keys.Order(StringComparer.Ordinal), live!.Peers.Keys.Order(StringComparer.Ordinal));
            Assert.All(live.Peers.Values, peer => Assert.Equal(wanted.Peers[peer.PublicKey], peer));
            return true;
        }, iter: 20, threads: 1);
        Assert.Subset(new HashSet<string> { $".{device}.names" }, Directory.EnumerateFiles(Path.Combine(folder, "out"), "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).ToHashSet());
        await store.ChangeAsync(_ => null, default);
        Assert.False(Directory.Exists(Path.Combine(folder, "out")));
    }

    [WireGuardFact]
    public async Task Hostile_texts_are_refused_or_mean_nothing_to_the_parser()
    {
        var provider = new ZooProvider(_lab.Folder(), new Clock());
        await provider.ConfigureAsync(PropertyMap.Empty.With("out", PropertyValue.Of("out")), default);
        var network = new Managed(provider, "zoo:vpn:Network", "staff");
        await network.CreateAsync(Given.Network("staff"));
        var accepted = new List<Managed>();
        foreach (var (text, i) in Hostile.Select((text, i) => (text, i)))
        {
            foreach (var input in (string[])["person", "device", "purpose", "name", "endpoint", "until", "publicKey"])
            {
                var peer = new Managed(provider, "zoo:vpn:Peer", $"p{i}-{input}");
                var inputs = Given.Peer(network, $"p{i}-{input}".ToLowerInvariant()).With(input, PropertyValue.Of(text));
                if ((await provider.CheckAsync(new(peer.Urn, PropertyMap.Empty, inputs), default)).Failures.IsEmpty)
                {
                    await peer.CreateAsync(inputs);
                    accepted.Add(peer);
                }
            }
        }

        Assert.NotEmpty(accepted);
        var file = await File.ReadAllTextAsync(Path.Combine(_lab.Folders.Last(folder => Directory.Exists(Path.Combine(folder, "out"))), "out", "acme_corp", "vpn", "staff.conf"));
        var loaded = await LoadAsync(file);
        Assert.Equal(accepted.Select(peer => peer.Text("publicKey")).Order(StringComparer.Ordinal), loaded.Peers.Keys.Order(StringComparer.Ordinal));
        Assert.All(accepted, peer => Assert.Equal(peer.Texts("allowedIps"), loaded.Peers[peer.Text("publicKey")].AllowedIps.Select(prefix => prefix.ToString())));
        Assert.DoesNotContain(file.Split('\n'), line => line.TrimStart().StartsWith("PostUp", StringComparison.OrdinalIgnoreCase));
    }

    [WireGuardFact]
    public async Task A_peers_configuration_loads_as_well()
    {
        var provider = new ZooProvider(_lab.Folder(), new Clock());
        await provider.ConfigureAsync(PropertyMap.Empty.With("out", PropertyValue.Of("out")), default);
        var network = new Managed(provider, "zoo:vpn:Network", "staff");
        await network.CreateAsync(Given.Network("staff"));
        var peer = new Managed(provider, "zoo:vpn:Peer", "alice");
        await peer.CreateAsync(Given.Peer(network, "alice").With("dns", Given.Texts("10.8.0.1")).With("searchDomains", Given.Texts("acme.example"))
            .With("mtu", PropertyValue.Of(1380)).With("routes", Given.Texts("0.0.0.0/0", "::/0")).With("fullTunnelReason", PropertyValue.Of("hotel networks")));

        var loaded = await LoadAsync(peer.Text("configuration"));

        Assert.Equal(peer.Text("publicKey"), WireGuardKey.PublicOf(loaded.PrivateKey!));
        var hub = Assert.Single(loaded.Peers.Values);
        Assert.Equal(network.Text("publicKey"), hub.PublicKey);
        Assert.Equal($"{Lab.HubHost}:51820", hub.Endpoint);
        Assert.Equal(25, hub.Keepalive);
        Assert.Equal(["0.0.0.0/0", "10.8.0.1/32", "::/0", "fd00:8::1/128"], hub.AllowedIps.Select(prefix => prefix.ToString()));
    }

    [WireGuardFact]
    public async Task Keys_are_those_that_wg_makes_of_the_same_secret()
    {
        for (var i = 0; i < 20; i++)
        {
            var secret = WireGuardKey.NewPrivate();
            Assert.Equal(WireGuardKey.PublicOf(secret), (await Shell.TryAsync("wg", ["pubkey"], secret)).Output.Trim());
        }
    }

    private static readonly string[] Hostile =
    [
        "a\nPostUp = touch /tmp/zoo-hacked", "a\r\n[Peer]", "a\n[Interface]\nPrivateKey = x", "; PostUp = x", "# [Peer]", "[Peer]", "PostUp = x", "a # b", "\"quoted\" 'text'",
        "$(reboot) `reboot` ${IFS}", "a\0b", "a\u2028PostUp = x", "a\u0085b", "\u202eevil", "../../etc/passwd", "Zoë Åström 王小明 😀", "\ud800", " ", new string('x', 5000),
        "127.0.0.1:1\nPostUp=x", "-h:51820", "vpn.example:51820 AllowedIPs=0.0.0.0/0", "PublicKey = AAAA",
    ];

    private static readonly Gen<IpPrefix> Prefix = Gen.OneOf(
        Gen.Select(Gen.Byte.Array[3], Gen.Int[9, 32], (octets, length) => IpPrefix.Of(new IPAddress([10, .. octets]), length)),
        Gen.Select(Gen.Byte.Array[15], Gen.Int[9, 128], (octets, length) => IpPrefix.Of(new IPAddress([0xfd, .. octets]), length)));

    private static readonly Gen<PeerLabel> Label = Gen.Select(Gen.Char[' ', '\u02ff'].Array[1, 40], Gen.Bool, (letters, retiring) =>
    {
        // Whatever a check lets pass: printable, one line, no spaces at its ends.
        var text = new string([.. letters.Where(letter => !char.IsControl(letter) && letter != '\u00ad')]).Trim();
        return new PeerLabel("peer", text.Length == 0 ? "x" : text, "[Peer]", "PostUp = x", "2027-03-31", retiring);
    });

    private static readonly Gen<HubNetwork> Networks = Gen.Select(
        Gen.Int[1, 65535],
        Gen.Int[1280, 9000],
        Gen.Select(Prefix.Array[1, 4], Gen.Int[0, 65535], Gen.Bool, Label).Array[0, 30],
        (port, mtu, peers) =>
        {
            // An address has one peer, as the provider sees to.
            var used = new HashSet<IpPrefix>();
            return new HubNetwork("net", WireGuardKey.NewPrivate(), port, HubAddress.Sorted([new(IPAddress.Parse("10.8.0.1"), 24)]))
            {
                Mtu = mtu,
                Peers = peers.Select(peer => (peer, Own: peer.Item1.Where(used.Add).Order().ToArray())).Where(item => item.Own.Length > 0)
                    .Select(item => new HubPeer(WireGuardKey.PublicOf(WireGuardKey.NewPrivate()), new(item.Own))
                    {
                        Keepalive = item.peer.Item2,
                        Endpoint = item.peer.Item3 ? "198.51.100.7:4500" : null,
                        Label = item.peer.Item4,
                    }).ToImmutableDictionary(peer => peer.PublicKey),
            };
        });

    private async Task<HubNetwork> LoadAsync(string text)
    {
        var device = _lab.Interface("l");
        var file = Path.Combine(_lab.Folder(), $"{device}.conf");
        await File.WriteAllTextAsync(file, text);
        var stripped = await Shell.RunAsync("wg-quick", "strip", file);
        var (exitCode, _, errors) = await Shell.TryAsync("ip", ["netns", "exec", _lab.Hub, "wg", "setconf", device, "/dev/stdin"], stripped);
        Assert.True(exitCode == 0, $"wg setconf: {errors}\n{text}");
        return DumpReader.Read(device, await Lab.WgAsync(_lab.Hub, "show", device, "dump"), await Shell.RunAsync("ip", "-n", _lab.Hub, "-j", "address", "show", "dev", device));
    }
}
