using ZooInfra.Contracts.Firewall;

namespace ZooInfra.Contracts.Tests.Firewall;

public sealed class AddressTests
{
    [Theory]
    [InlineData("192.0.2.1")]
    [InlineData("192.0.2.0/24")]
    [InlineData("0.0.0.0/0")]
    [InlineData("10.0.0.1-10.0.0.9")]
    [InlineData("2001:db8::1")]
    [InlineData("2001:db8::/32")]
    [InlineData("2001:db8::-2001:db8::5")]
    [InlineData("2000::/3")]
    public void An_address_reads_back_as_it_is_written(string text)
    {
        Assert.True(Addresses.TryParse(text, out var set, out var problem), problem);
        Assert.Equal(text, Addresses.Format(Assert.Single(set.Intervals)));
    }

    [Theory]
    [InlineData("192.0.2.1/24", "has bits set after its prefix; the network is 192.0.2.0/24")]
    [InlineData("2001:db8::1/32", "has bits set after its prefix; the network is 2001:db8::/32")]
    [InlineData("192.0.2.0/33", "has no prefix length from 0 to 32 after its slash")]
    [InlineData("10.0.0.9-10.0.0.1", "begins after its end")]
    [InlineData("10.0.0.1-2001:db8::1", "mixes IPv4 and IPv6")]
    [InlineData("::ffff:192.0.2.1", null)]
    [InlineData("fe80::1%eth0", null)]
    [InlineData("[::1]", null)]
    [InlineData("10.1", null)]
    [InlineData("010.0.0.1", null)]
    [InlineData("10.0.0.0/08", null)]
    [InlineData("10.0.0.1 }\n flush ruleset", null)]
    [InlineData("", null)]
    public void What_is_no_address_is_refused_with_its_reason(string text, string? problem)
    {
        Assert.False(Addresses.TryParse(text, out _, out var found));
        Assert.NotEmpty(found);
        if (problem is not null)
        {
            Assert.Equal(problem, found);
        }
    }

    [Fact]
    public void Every_IPv6_address_is_no_IPv4_address()
    {
        Assert.True(Addresses.TryParse("::/0", out var every, out _));
        Assert.Equal(Addresses.AnyIPv6, every);
        Assert.False(every.Overlaps(Addresses.AnyIPv4));
    }

    [Theory]
    [InlineData("tcp/443")]
    [InlineData("udp/5000-5010")]
    [InlineData("icmp/3.4")]
    [InlineData("esp")]
    [InlineData("proto/47")]
    [InlineData("ping")]
    [InlineData("any")]
    public void Services_are_understood(string text) => Assert.True(Services.TryParse(text, out _, out _));

    [Theory]
    [InlineData("tcp/65536")]
    [InlineData("tcp/90-80")]
    [InlineData("tcp/")]
    [InlineData("tcp/0443")]
    [InlineData("esp/1")]
    [InlineData("icmp/256")]
    [InlineData("proto/256")]
    [InlineData("proto")]
    [InlineData("TCP/443")]
    [InlineData("tcp/443; flush ruleset")]
    [InlineData("")]
    public void What_is_no_service_is_refused(string text) => Assert.False(Services.TryParse(text, out _, out _));
}
