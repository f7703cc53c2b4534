using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider;

namespace ZooInfra.Lab.Tests.Vpn;

/// <summary>Live interfaces, real handshakes, real packets.</summary>
public sealed class TunnelTests : IAsyncLifetime
{
    private const string HubAddress = "10.8.0.1";

    // A client whose session the hub has forgotten asks for another one after 15 seconds without an answer (WireGuard protocol, timers).
    private const int Renewal = 40;

    private readonly Lab _lab = new();
    private readonly Clock _clock = new();
    private ZooProvider _provider = null!;
    private Managed _network = null!;

    // A test that is skipped does not come here, so the lab needs no second look at what is installed.
    public async Task InitializeAsync()
    {
        if (new WireGuardFactAttribute().Skip is not null)
        {
            return;
        }

        await _lab.InitializeAsync();
        _provider = new(_lab.Folder(), _clock);
        await _provider.ConfigureAsync(PropertyMap.Empty
            .With("vpnBackend", PropertyValue.Of("wireguard"))
            .With("vpnDevice", PropertyValue.Of("userspace"))
            .With("vpnNamespace", PropertyValue.Of(_lab.Hub)), default);
        _network = new(_provider, "zoo:vpn:Network", "staff");
        await _network.CreateAsync(Given.Network(_lab.Interface("h")));
    }

    public Task DisposeAsync() => _lab.DisposeAsync();

    [WireGuardFact]
    public async Task A_peer_reaches_the_hub_by_IPv4_and_IPv6_until_it_is_revoked_and_others_stay()
    {
        var (alice, aliceSite) = await JoinAsync("alice-laptop", "a");
        var (_, bobSite) = await JoinAsync("bob-phone", "b");

        Assert.True(await Lab.PingsAsync(aliceSite, HubAddress));
        Assert.True(await Lab.PingsAsync(aliceSite, "fd00:8::1"));
        Assert.True(await Lab.PingsAsync(bobSite, HubAddress));
        var handshake = await HandshakeAsync(bobSite, "b");

        await alice.DeleteAsync();

        Assert.False(await Lab.PingsAsync(aliceSite, HubAddress, tries: 2));
        Assert.True(await Lab.PingsAsync(bobSite, HubAddress, tries: 1));
        Assert.Equal(handshake, await HandshakeAsync(bobSite, "b"));
        await alice.DeleteAsync();
    }

    [WireGuardFact]
    public async Task A_new_key_works_beside_the_old_one_until_the_old_one_is_retired_and_others_notice_nothing()
    {
        var (alice, oldSite) = await JoinAsync("alice-laptop", "a");
        var (_, bobSite) = await JoinAsync("bob-phone", "b");
        Assert.True(await Lab.PingsAsync(oldSite, HubAddress));
        Assert.True(await Lab.PingsAsync(bobSite, HubAddress));
        var handshake = await HandshakeAsync(bobSite, "b");
        var former = alice.Text("publicKey");

        var rotated = Given.Peer(_network, "alice-laptop").With("keyGeneration", PropertyValue.Of(2)).With("overlapUntil", PropertyValue.Of("2027-01-20"));
        Assert.Equal(["keyGeneration", "overlapUntil"], (await alice.DiffAsync(rotated)).Changes.Keys);
        await alice.UpdateAsync(rotated);

        Assert.NotEqual(former, alice.Text("publicKey"));
        Assert.Equal(former, alice.Text("previousPublicKey"));
        var newSite = await _lab.AddSiteAsync();
        await _lab.ConnectAsync(newSite, _lab.Interface("n"), alice.Text("configuration"));
        Assert.True(await Lab.PingsAsync(newSite, HubAddress));
        Assert.True(await Lab.PingsAsync(oldSite, HubAddress, tries: 1));
        Assert.Empty((await alice.DiffAsync(rotated)).Changes);

        _clock.Now = new(2027, 1, 21, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(["previousPublicKey"], (await alice.DiffAsync(rotated)).Changes.Keys);
        await alice.UpdateAsync(rotated);

        Assert.False(await Lab.PingsAsync(oldSite, HubAddress, tries: 2));
        Assert.True(await Lab.PingsAsync(newSite, HubAddress, tries: 1));
        Assert.True(await Lab.PingsAsync(bobSite, HubAddress, tries: 1));
        Assert.Equal(handshake, await HandshakeAsync(bobSite, "b"));
        Assert.Empty((await alice.DiffAsync(rotated)).Changes);
    }

    [WireGuardFact]
    public async Task A_peer_past_its_end_is_a_change_and_is_cut_off_by_it()
    {
        var (alice, site) = await JoinAsync("alice-laptop", "a");
        Assert.True(await Lab.PingsAsync(site, HubAddress));
        var inputs = Given.Peer(_network, "alice-laptop");
        Assert.Empty((await alice.DiffAsync(inputs)).Changes);

        _clock.Now = new(2027, 4, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(["active"], (await alice.DiffAsync(inputs)).Changes.Keys);
        await alice.UpdateAsync(inputs);

        Assert.False(await Lab.PingsAsync(site, HubAddress, tries: 2));
        Assert.Empty((await alice.DiffAsync(inputs)).Changes);

        var renewed = inputs.With("until", PropertyValue.Of("2027-09-30"));
        await alice.UpdateAsync(renewed);
        Assert.True(await Lab.PingsAsync(site, HubAddress, Renewal));
    }

    [WireGuardFact]
    public async Task A_peer_that_was_removed_behind_our_back_is_seen_and_comes_back_with_its_key()
    {
        var (alice, site) = await JoinAsync("alice-laptop", "a");
        var device = _network.Text("name");
        await Lab.WgAsync(_lab.Hub, "set", device, "peer", alice.Text("publicKey"), "remove");
        Assert.False(await Lab.PingsAsync(site, HubAddress, tries: 2));

        await alice.RefreshAsync();
        var inputs = Given.Peer(_network, "alice-laptop");
        Assert.Equal(["active"], (await alice.DiffAsync(inputs)).Changes.Keys);
        await alice.UpdateAsync(inputs);
        Assert.True(await Lab.PingsAsync(site, HubAddress, Renewal));

        await Lab.WgAsync(_lab.Hub, "set", device, "peer", alice.Text("publicKey"), "allowed-ips", "10.8.0.0/25");
        await alice.RefreshAsync();
        Assert.Equal(["allowedIps"], (await alice.DiffAsync(inputs)).Changes.Keys);
        await alice.UpdateAsync(inputs);
        Assert.Contains($"{alice.Text("publicKey")}\t{alice.Texts("addresses")[0]}/32 {alice.Texts("addresses")[1]}/128", await Lab.WgAsync(_lab.Hub, "show", device, "allowed-ips"), StringComparison.Ordinal);
    }

    [WireGuardFact]
    public async Task An_interface_that_is_lost_comes_back_with_its_key_and_its_peers()
    {
        var (alice, site) = await JoinAsync("alice-laptop", "a");
        await Shell.RunAsync("ip", "-n", _lab.Hub, "link", "delete", "dev", _network.Text("name"));

        var (network, peer) = (Given.Network(_lab.Interface("h")), Given.Peer(_network, "alice-laptop"));
        await _network.RefreshAsync();
        await alice.RefreshAsync();
        Assert.Equal(["present"], (await _network.DiffAsync(network)).Changes.Keys);
        var key = _network.Text("publicKey");
        await _network.UpdateAsync(network);
        await alice.UpdateAsync(peer);

        Assert.Equal(key, _network.Text("publicKey"));
        Assert.True(await Lab.PingsAsync(site, HubAddress, Renewal));
        Assert.Empty((await _network.DiffAsync(network)).Changes);
    }

    [WireGuardFact]
    public async Task Port_key_and_addresses_that_were_changed_behind_our_back_are_seen_and_put_right()
    {
        var device = _network.Text("name");
        var other = (await Shell.RunAsync("wg", "genkey")).Trim();
        Assert.Equal(0, (await Shell.TryAsync("ip", ["netns", "exec", _lab.Hub, "wg", "set", device, "listen-port", "7000", "private-key", "/dev/stdin"], other)).ExitCode);
        await Shell.RunAsync("ip", "-n", _lab.Hub, "address", "add", "10.9.0.1/24", "dev", device);

        await _network.RefreshAsync();
        var inputs = Given.Network(device);
        var changes = (await _network.DiffAsync(inputs)).Changes;
        Assert.Equal(["addresses", "listenPort", "prefixes[1]", "publicKey"], changes.Keys);
        await _network.UpdateAsync(inputs);
        await _network.RefreshAsync();

        Assert.Empty((await _network.DiffAsync(inputs)).Changes);
        Assert.Equal("51820", (await Lab.WgAsync(_lab.Hub, "show", device, "listen-port")).Trim());
        Assert.Equal(_network.Text("publicKey"), (await Lab.WgAsync(_lab.Hub, "show", device, "public-key")).Trim());
    }

    [WireGuardFact]
    public async Task What_others_put_on_the_interface_stays()
    {
        var device = _network.Text("name");
        var stranger = (await Shell.TryAsync("wg", ["pubkey"], await Shell.RunAsync("wg", "genkey"))).Output.Trim();
        await Lab.WgAsync(_lab.Hub, "set", device, "peer", stranger, "allowed-ips", "10.8.0.2/32");

        var (alice, _) = await JoinAsync("alice-laptop", "a");
        Assert.NotEqual("10.8.0.2", alice.Texts("addresses")[0]);
        var refusal = await Assert.ThrowsAsync<ProviderException>(_network.DeleteAsync);
        Assert.Contains("still has 2 peers", refusal.Message, StringComparison.Ordinal);
        await alice.DeleteAsync();
        Assert.Equal($"{stranger}\t10.8.0.2/32", (await Lab.WgAsync(_lab.Hub, "show", device, "allowed-ips")).Trim());
    }

    [WireGuardFact]
    public async Task A_key_that_a_cut_off_create_left_is_found_by_the_name_of_its_peer_and_goes()
    {
        var device = _network.Text("name");
        var stranger = (await Shell.TryAsync("wg", ["pubkey"], await Shell.RunAsync("wg", "genkey"))).Output.Trim();
        await Lab.WgAsync(_lab.Hub, "set", device, "peer", stranger, "allowed-ips", "10.8.0.9/32");
        var lost = new Managed(_provider, "zoo:vpn:Peer", "alice-laptop");
        await lost.CreateAsync(Given.Peer(_network, "alice-laptop"));

        // What the host does that comes after one that died: the state knows that the peer was being made, and nothing of it.
        var found = await _provider.ReadAsync(new(lost.Urn, lost.Id, PropertyMap.Empty, PropertyMap.Empty), default);
        Assert.Equal(lost.Text("publicKey"), ((PropertyValue.StringValue)found!.Outputs["publicKey"]).Value);
        await _provider.DeleteAsync(new(lost.Urn, lost.Id, found.Inputs, found.Outputs), default);

        Assert.Equal(stranger, (await Lab.WgAsync(_lab.Hub, "show", device, "peers")).Trim());
        var (alice, site) = await JoinAsync("alice-laptop", "a");
        Assert.True(await Lab.PingsAsync(site, HubAddress));
        Assert.Null(await _provider.ReadAsync(new(alice.Urn, $"{device}/bob-phone", PropertyMap.Empty, PropertyMap.Empty), default));
    }

    [WireGuardFact]
    public async Task A_rotation_that_was_cut_off_is_made_again()
    {
        var (alice, _) = await JoinAsync("alice-laptop", "a");
        var inputs = Given.Peer(_network, "alice-laptop").With("keyGeneration", PropertyValue.Of(2)).With("overlapUntil", PropertyValue.Of("2027-01-20"));
        await _provider.UpdateAsync(new(alice.Urn, alice.Id, alice.Inputs, alice.Outputs, inputs, Preview: false), default);

        // The state knows the first key only.
        await alice.UpdateAsync(inputs);

        Assert.Equal(
            [alice.Text("publicKey"), alice.Text("previousPublicKey")],
            (await Lab.WgAsync(_lab.Hub, "show", _network.Text("name"), "peers")).Split('\n', StringSplitOptions.RemoveEmptyEntries).OrderBy(key => key == alice.Text("previousPublicKey")));
    }

    [WireGuardFact]
    public async Task A_network_behind_a_site_is_routed_to_it_while_the_site_is_a_peer()
    {
        var site = new Managed(_provider, "zoo:vpn:Peer", "berlin");
        var inputs = Given.Peer(_network, "berlin").With("subnets", Given.Texts("10.77.0.0/24"));
        await site.CreateAsync(inputs);
        var space = await _lab.AddSiteAsync();
        await Shell.RunAsync("ip", "-n", space, "address", "add", "10.77.0.1/24", "dev", "lo");
        await _lab.ConnectAsync(space, _lab.Interface("s"), site.Text("configuration"));
        Assert.True(await Lab.PingsAsync(space, HubAddress));

        Assert.True(await Lab.PingsAsync(_lab.Hub, "10.77.0.1"));

        await site.UpdateAsync(Given.Peer(_network, "berlin"));
        Assert.False(await Lab.PingsAsync(_lab.Hub, "10.77.0.1", tries: 1));
        Assert.DoesNotContain("10.77.0.0", await Shell.RunAsync("ip", "-n", _lab.Hub, "route", "show"), StringComparison.Ordinal);
    }

    [WireGuardFact]
    public async Task An_interface_goes_with_its_network_and_leaves_nothing()
    {
        await _network.DeleteAsync();
        Assert.NotEqual(0, (await Shell.TryAsync("ip", ["-n", _lab.Hub, "link", "show", "dev", _network.Text("name")])).ExitCode);
        await _network.DeleteAsync();
    }

    [WireGuardFact]
    public async Task A_kernel_without_WireGuard_and_a_namespace_that_is_not_there_are_told_in_a_sentence()
    {
        var elsewhere = new ZooProvider(_lab.Folder(), _clock);
        await elsewhere.ConfigureAsync(PropertyMap.Empty.With("vpnBackend", PropertyValue.Of("wireguard")).With("vpnNamespace", PropertyValue.Of("zoovpn-none")), default);
        var network = new Managed(elsewhere, "zoo:vpn:Network", "staff");
        var failure = await Assert.ThrowsAsync<ProviderException>(() => network.CreateAsync(Given.Network(_lab.Interface("x"))));
        Assert.Contains("zoovpn-none", failure.Message, StringComparison.Ordinal);
    }

    private async Task<(Managed Peer, string Site)> JoinAsync(string name, string suffix)
    {
        var peer = new Managed(_provider, "zoo:vpn:Peer", name);
        await peer.CreateAsync(Given.Peer(_network, name));
        var site = await _lab.AddSiteAsync();
        await _lab.ConnectAsync(site, _lab.Interface(suffix), peer.Text("configuration"));
        return (peer, site);
    }

    private async Task<string> HandshakeAsync(string site, string suffix) => await Lab.WgAsync(site, "show", _lab.Interface(suffix), "latest-handshakes");
}
