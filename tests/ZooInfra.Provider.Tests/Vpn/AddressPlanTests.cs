using System.Collections.Immutable;
using System.Net;
using CsCheck;
using ZooInfra.Contracts.Networks;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Vpn;

namespace ZooInfra.Provider.Tests.Vpn;

public sealed class AddressPlanTests
{
    [Theory]
    [InlineData("10.8.0.0/24", 126)]
    [InlineData("10.8.0.0/29", 2)]
    [InlineData("fd00::/125", 3)]
    [InlineData("10.0.0.0/8", 1 << 20)]
    [InlineData("10.0.0.0/11", (1 << 20) - 2)]
    [InlineData("fd00::/64", 1 << 20)]
    public void A_network_has_room_for_pairs_of_addresses(string prefix, int slots) => Assert.Equal(slots, Plan(prefix).LastSlot);

    [Fact]
    public void Every_address_of_a_slot_is_a_host_address_of_its_own()
    {
        var plan = Plan("10.8.0.0/26", "fd00::/64");
        var addresses = Enumerable.Range(1, plan.LastSlot).SelectMany(slot => plan.Peer(slot, 0).Concat(plan.Peer(slot, 1))).Concat(plan.Hub).ToList();
        Assert.Equal(addresses.Count, addresses.Distinct().Count());
        Assert.DoesNotContain(IPAddress.Parse("10.8.0.0"), addresses);
        Assert.DoesNotContain(IPAddress.Parse("10.8.0.63"), addresses);
    }

    [Fact]
    public void No_edit_moves_a_peer_or_gives_an_address_to_two() => Edits.Sample(edits =>
    {
        var network = Empty("10.8.0.0/26");
        var plan = Plan("10.8.0.0/26");
        var states = new Dictionary<string, PeerState>();
        foreach (var (name, hint, add) in edits)
        {
            var spec = Spec(name, plan, hint);
            if (states.Remove(name, out var state))
            {
                network = Placement.Put(network, name, name, state, []);
            }

            if (add && states.Count < plan.LastSlot)
            {
                var made = new PeerState(Placement.SlotFor(network, spec, null), 0, WireGuardKey.PublicOf(WireGuardKey.NewPrivate()));
                network = Placement.Put(network, name, name, null, made.HubPeers(spec, TimeProvider.System));
                states.Add(name, made);
            }

            foreach (var (other, expected) in states)
            {
                Assert.Equal(expected.HubPeers(Spec(other, plan, 1), TimeProvider.System)[0].AllowedIps, network.Peers[expected.PublicKey].AllowedIps);
            }

            Assert.Equal(network.Peers.Count, network.Peers.Values.SelectMany(peer => peer.AllowedIps).Distinct().Count());
        }
    }, iter: 200);

    [Fact]
    public void A_full_network_says_so()
    {
        var (network, plan) = (Empty("10.8.0.0/29"), Plan("10.8.0.0/29"));
        foreach (var name in (string[])["a", "b"])
        {
            var made = new PeerState(Placement.SlotFor(network, Spec(name, plan, 1), null), 0, WireGuardKey.PublicOf(WireGuardKey.NewPrivate()));
            network = Placement.Put(network, name, name, null, made.HubPeers(Spec(name, plan, 1), TimeProvider.System));
        }

        var full = Assert.Throws<ProviderException>(() => Placement.SlotFor(network, Spec("c", plan, 1), null));
        Assert.Contains("all 2 slots of the network staff are taken", full.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rotation_keeps_the_slot_and_uses_both_of_its_addresses()
    {
        var spec = Spec("alice", Plan("10.8.0.0/24"), 1) with { OverlapUntil = "2999-01-01", Subnets = [Prefix("10.77.0.0/24")] };
        var (first, second) = (WireGuardKey.PublicOf(WireGuardKey.NewPrivate()), WireGuardKey.PublicOf(WireGuardKey.NewPrivate()));
        var rotated = new PeerState(5, 0, first).WithKey(second, null, overlaps: true);

        var accepted = rotated.HubPeers(spec, TimeProvider.System);

        Assert.Equal(["10.8.0.11/32"], accepted.Single(peer => peer.PublicKey == second).AllowedIps.Select(prefix => prefix.ToString()));
        Assert.Equal(["10.8.0.10/32", "10.77.0.0/24"], accepted.Single(peer => peer.PublicKey == first).AllowedIps.Select(prefix => prefix.ToString()));
        Assert.Equal(["10.8.0.11/32", "10.77.0.0/24"], (rotated with { Previous = null }).HubPeers(spec, TimeProvider.System).Single().AllowedIps.Select(prefix => prefix.ToString()));
    }

    private static readonly Gen<List<(string Name, int Hint, bool Add)>> Edits = Gen.Select(Gen.Int[0, 40], Gen.Int[1, 60], Gen.Bool, (name, hint, add) => ($"p{name}", hint, add)).List[0, 120];

    private static AddressPlan Plan(params string[] prefixes) => new([.. prefixes.Select(Prefix)]);

    private static IpPrefix Prefix(string text) => IpPrefix.TryParse(text, out var prefix, out var problem) ? prefix : throw new ArgumentException(problem);

    private static HubNetwork Empty(string prefix)
        => new("staff", WireGuardKey.NewPrivate(), 51820, HubAddress.Sorted([new(Prefix(prefix).AddressAt(1), Prefix(prefix).Length)])) { Peers = ImmutableDictionary<string, HubPeer>.Empty };

    private static PeerSpec Spec(string name, AddressPlan plan, int hint) => new("staff", name, "Alice", "laptop", "support", "2999-01-01")
    {
        Plan = plan,
        SlotHint = hint,
        HubPublicKey = "",
        HubEndpoint = "",
    };
}
