using System.Net;
using CsCheck;
using ZooInfra.Contracts.Networks;

namespace ZooInfra.Contracts.Tests.Networks;

public sealed class IpPrefixTests
{
    [Theory]
    [InlineData("10.8.0.0/24", "10.8.0.0/24")]
    [InlineData("192.0.2.1", "192.0.2.1/32")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("FD00:8:0::/64", "fd00:8::/64")]
    [InlineData("::/0", "::/0")]
    [InlineData("2001:db8::1", "2001:db8::1/128")]
    public void A_network_is_read_and_written_in_its_canonical_form(string text, string expected)
    {
        Assert.True(IpPrefix.TryParse(text, out var prefix, out _));
        Assert.Equal(expected, prefix.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.8/16")]
    [InlineData("010.8.0.0/16")]
    [InlineData("0x0a000000/8")]
    [InlineData("10.8.0.0/33")]
    [InlineData("10.8.0.0/-1")]
    [InlineData("10.8.0.0/024")]
    [InlineData("10.8.0.0/")]
    [InlineData("[fd00::]/64")]
    [InlineData("fe80::1%eth0/64")]
    [InlineData("fd00::/129")]
    [InlineData("10.8.0.0/24\n")]
    [InlineData("10.8.0.0 /24")]
    [InlineData("vpn.acme.example")]
    public void What_other_programs_read_differently_is_refused(string text) => Assert.False(IpPrefix.TryParse(text, out _, out _));

    [Fact]
    public void Bits_after_the_prefix_are_refused_with_the_network_that_was_probably_meant()
    {
        Assert.False(IpPrefix.TryParse("10.8.0.7/24", out _, out var problem));
        Assert.Equal("an address inside a network, not a network; the network is 10.8.0.0/24", problem);
    }

    [Fact]
    public void Containment_and_offsets_agree_with_the_framework() => Gen.Select(Address, Gen.Int[0, 128], Address, Gen.Int[0, 128]).Sample((first, length, second, other) =>
    {
        var (a, b) = (IpPrefix.Of(first, Math.Min(length, Bits(first))), IpPrefix.Of(second, Math.Min(other, Bits(second))));
        var network = new IPNetwork(a.FirstAddress, a.Length);
        Assert.Equal(network.Contains(second), a.Contains(IpPrefix.Of(second, Bits(second))));
        Assert.Equal(a.Contains(b) || b.Contains(a), a.Overlaps(b));
        Assert.True(IpPrefix.TryParse(a.ToString(), out var again, out _));
        Assert.Equal(a, again);
        if (a.OffsetOf(first) is { } offset)
        {
            Assert.Equal(first, a.AddressAt(offset));
        }
    });

    private static readonly Gen<IPAddress> Address = Gen.OneOf(
        Gen.Byte.Array[4].Select(octets => new IPAddress(octets)),
        Gen.Byte.Array[16].Select(octets => new IPAddress(octets)));

    private static int Bits(IPAddress address) => address.GetAddressBytes().Length * 8;
}
