using System.Net;
using CsCheck;
using ZooInfra.Contracts.Networks;

namespace ZooInfra.Contracts.Tests.Networks;

public sealed class PrefixOverlapTests
{
    [Fact]
    public void Networks_of_different_clients_must_not_overlap_on_a_shared_component()
    {
        var overlap = Assert.Single(PrefixOverlap.Find([Claim("acme_corp", "192.168.1.0/24"), Claim("biggov", "192.168.0.0/16"), Claim("orgx", "10.0.0.0/8")]));
        Assert.Equal(
            "192.168.0.0/16 (lan of biggov) and 192.168.1.0/24 (lan of acme_corp) overlap on a shared component; give one of them a free network, or declare a 1:1 NAT for it.",
            overlap.Message);
    }

    [Fact]
    public void Networks_of_one_client_may_overlap() => Assert.Empty(PrefixOverlap.Find([Claim("acme_corp", "10.0.0.0/8"), Claim("acme_corp", "10.1.0.0/16")]));

    [Fact]
    public void A_one_to_one_NAT_takes_an_overlap_away_and_is_judged_by_what_the_others_see()
    {
        var translated = Claim("biggov", "192.168.1.0/24") with { TranslatedTo = Prefix("100.64.7.0/24") };
        Assert.Empty(PrefixOverlap.Find([Claim("acme_corp", "192.168.1.0/24"), translated]));
        Assert.Single(PrefixOverlap.Find([Claim("acme_corp", "100.64.0.0/16"), translated]));
    }

    [Theory]
    [InlineData("100.64.0.0/24", null)]
    [InlineData("100.64.0.0/25", "so one with /24")]
    [InlineData("fd00::/24", "cannot change IPv4 into IPv6")]
    public void A_one_to_one_NAT_keeps_the_size_of_the_network(string seen, string? problem)
    {
        var found = (Claim("biggov", "192.168.1.0/24") with { TranslatedTo = Prefix(seen) }).Problem;
        if (problem is null)
        {
            Assert.Null(found);
        }
        else
        {
            Assert.Contains(problem, found, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Exactly_the_overlapping_pairs_are_found() => Claims.Sample(claims =>
    {
        var expected = new HashSet<(PrefixClaim, PrefixClaim)>();
        for (var i = 0; i < claims.Length; i++)
        {
            for (var j = i + 1; j < claims.Length; j++)
            {
                if (claims[i].Client != claims[j].Client && claims[i].Prefix.Overlaps(claims[j].Prefix))
                {
                    expected.Add((claims[i], claims[j]));
                }
            }
        }

        var found = PrefixOverlap.Find(claims);
        Assert.Equal(expected.Count, found.Count);
        Assert.All(found, pair => Assert.True(expected.Contains((pair.First, pair.Second)) || expected.Contains((pair.Second, pair.First))));
    });

    private static readonly Gen<PrefixClaim[]> Claims = Gen.Select(Gen.Int[0, 3], Gen.Byte, Gen.Int[4, 14]).Array[0, 12]
        .Select(items => items.Select((item, i) => new PrefixClaim($"client{item.Item1}", $"lan{i}", IpPrefix.Of(new IPAddress([10, item.Item2, 0, 0]), item.Item3))).ToArray());

    private static PrefixClaim Claim(string client, string prefix) => new(client, "lan", Prefix(prefix));

    private static IpPrefix Prefix(string text) => IpPrefix.TryParse(text, out var prefix, out var problem) ? prefix : throw new ArgumentException(problem);
}
