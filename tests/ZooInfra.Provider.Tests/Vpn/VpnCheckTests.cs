using ZooInfra.Protocol;

namespace ZooInfra.Provider.Tests.Vpn;

public sealed class VpnCheckTests
{
    [Theory]
    [InlineData("name", "Staff")]
    [InlineData("name", "../staff")]
    [InlineData("name", "staff\n")]
    [InlineData("name", "a-name-of-16-char")]
    [InlineData("host", "vpn.acme.example:51820")]
    [InlineData("host", "vpn acme")]
    [InlineData("host", "vpn.acme.example\nPostUp = x")]
    [InlineData("host", "300.1.1.1")]
    public async Task A_network_refuses(string input, string text) => await RefusedAsync(VpnGiven.Network, VpnGiven.NetworkInputs().With(input, PropertyValue.Of(text)), input);

    [Fact]
    public async Task The_networks_of_a_tunnel_have_room_and_do_not_overlap()
    {
        await RefusedAsync(VpnGiven.Network, VpnGiven.NetworkInputs().With("prefixes", Given.Texts("10.8.0.0/30")), "prefixes[0]");
        await RefusedAsync(VpnGiven.Network, VpnGiven.NetworkInputs().With("prefixes", Given.Texts("10.8.0.0/16", "10.8.1.0/24")), "prefixes[1]");
        await RefusedAsync(VpnGiven.Network, VpnGiven.NetworkInputs().With("prefixes", Given.Texts("10.8.0.1/24")), "prefixes[0]");
        await RefusedAsync(VpnGiven.Network, VpnGiven.NetworkInputs().With("prefixes", PropertyValue.Of()), "prefixes");
        await RefusedAsync(VpnGiven.Network, VpnGiven.NetworkInputs().Without("prefixes"), "prefixes");
    }

    [Theory]
    [InlineData("name", "alice laptop")]
    [InlineData("person", "")]
    [InlineData("person", "Alice\nPostUp = reboot")]
    [InlineData("person", "Alice\u2028x")]
    [InlineData("device", "\u202elaptop")]
    [InlineData("purpose", " support")]
    [InlineData("until", "tomorrow")]
    [InlineData("until", "2027-02-30")]
    [InlineData("until", "2027-03-31T10:00:00")]
    [InlineData("publicKey", "abc")]
    [InlineData("publicKey", "hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmp=")]
    [InlineData("endpoint", "berlin.example")]
    [InlineData("endpoint", "berlin.example:0")]
    [InlineData("endpoint", "2001:db8::1:51820")]
    [InlineData("endpoint", "b.example:1\n[Peer]")]
    [InlineData("hubEndpoint", "[fd00::1]")]
    [InlineData("hubPublicKey", "")]
    [InlineData("network", "a/b")]
    public async Task A_peer_refuses(string input, string text) => await RefusedAsync(VpnGiven.Peer, VpnGiven.PeerInputs().With(input, PropertyValue.Of(text)), input);

    [Fact]
    public async Task A_peer_ends_and_belongs_to_somebody()
    {
        foreach (var input in (string[])["until", "person", "device", "purpose"])
        {
            await RefusedAsync(VpnGiven.Peer, VpnGiven.PeerInputs().Without(input), input);
        }
    }

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    public async Task All_traffic_through_the_tunnel_needs_a_reason(string route)
    {
        var inputs = VpnGiven.PeerInputs().With("routes", Given.Texts("10.20.0.0/16", route));
        await RefusedAsync(VpnGiven.Peer, inputs, "routes[1]");
        Assert.Empty((await Given.CheckAsync(VpnGiven.Peer, inputs.With("fullTunnelReason", PropertyValue.Of("hotel networks")))).Failures);
    }

    [Fact]
    public async Task Networks_behind_a_peer_are_neither_everything_nor_the_tunnel()
    {
        await RefusedAsync(VpnGiven.Peer, VpnGiven.PeerInputs().With("subnets", Given.Texts("0.0.0.0/0")), "subnets[0]");
        await RefusedAsync(VpnGiven.Peer, VpnGiven.PeerInputs().With("subnets", Given.Texts("10.0.0.0/8")), "subnets[0]");
    }

    [Fact]
    public async Task A_private_key_that_was_written_in_the_wrong_place_is_not_repeated()
    {
        var check = await Given.CheckAsync(VpnGiven.Peer, VpnGiven.PeerInputs().With("publicKey", PropertyValue.Of("my-secret-key")));
        Assert.DoesNotContain("my-secret-key", Assert.Single(check.Failures).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_known_yet_is_let_pass()
    {
        var inputs = VpnGiven.PeerInputs().With("hubPublicKey", PropertyValue.Unknown).With("prefixes", PropertyValue.Unknown).With("until", PropertyValue.Unknown);
        Assert.Empty((await Given.CheckAsync(VpnGiven.Peer, inputs)).Failures);
    }

    [Theory]
    [InlineData("vpnBackend", "wireguards")]
    [InlineData("vpnDevice", "tun")]
    [InlineData("vpnNamespace", "../hub")]
    [InlineData("vpnNamespace", "hub")]
    [InlineData("vpnBackends", "files")]
    public async Task Configuration_that_makes_no_sense_is_refused(string key, string value)
    {
        var check = await new ZooProvider(Path.GetTempPath()).CheckConfigAsync(PropertyMap.Empty.With(key, PropertyValue.Of(value)), default);
        Assert.NotEmpty(check.Failures);
        Assert.All(check.Failures, failure => Assert.Equal(key, failure.Property));
    }

    private static async Task RefusedAsync(string type, PropertyMap inputs, string path)
    {
        var failures = (await Given.CheckAsync(type, inputs)).Failures;
        Assert.Contains(failures, failure => failure.Property == path);
    }
}
