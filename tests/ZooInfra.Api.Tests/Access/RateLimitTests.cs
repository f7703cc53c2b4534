using System.Globalization;
using System.Net;
using ZooInfra.Api.Access;

namespace ZooInfra.Api.Tests.Access;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Caller_that_asks_too_often_is_429_and_others_are_not()
    {
        await using var host = await GuardedHost.StartAsync(change: options => options with { Rate = "3/h" });
        var (_, greedy) = await host.KeyAsync("greedy", [Scope.ReadAll], null);
        var (_, modest) = await host.KeyAsync("modest", [Scope.ReadAll], null);

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/client", greedy)).Status);
        }

        var answer = await host.GetAsync("/client", greedy);
        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (answer.Status, answer.Type));
        Assert.InRange(int.Parse(answer.Headers["Retry-After"], CultureInfo.InvariantCulture), 1, 1200);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/client", modest)).Status);
    }

    [Fact]
    public async Task Address_that_guesses_is_429_while_a_key_from_there_still_works()
    {
        await using var host = await GuardedHost.StartAsync(change: options => options with { StrangerRate = "3/h" });
        var (_, token) = await host.KeyAsync("billing", [Scope.ReadAll], null);

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await host.GetAsync("/client", KeyToken.Make().Token)).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await host.GetAsync("/client", KeyToken.Make().Token)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await host.GetAsync("/client")).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/client", token)).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/health/live")).Status);
    }

    [Fact]
    public async Task Behind_a_proxy_the_address_is_the_one_that_the_proxy_saw()
    {
        await using var host = await GuardedHost.StartAsync(change: options => options with { StrangerRate = "1/h", BehindProxy = true });

        Assert.Equal(HttpStatusCode.Unauthorized, (await From("198.51.100.1")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await From("203.0.113.9, 198.51.100.1")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await From("198.51.100.1, 198.51.100.2")).Status);
        Assert.Equal("stranger:198.51.100.2", (await host.LastAuditAsync()).Caller);
        Assert.Equal(HttpStatusCode.Unauthorized, (await From("2001:db8:0:1::7")).Status);
        Assert.Equal("stranger:2001:db8:0:1::/64", (await host.LastAuditAsync()).Caller);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await From("2001:db8:0:1::8")).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await From("198.51.100.2:40123")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await From("[2001:db8:0:1::9]:443")).Status);

        Task<Answer> From(string forwarded) => host.SendAsync(HttpMethod.Get, "/client", ("X-Forwarded-For", forwarded));
    }

    [Theory]
    [InlineData("50/s", 50, 1)]
    [InlineData("300/m", 300, 60)]
    [InlineData("1000/h", 1000, 3600)]
    public void Rate_is_read(string text, int requests, int seconds) => Assert.Equal(new(requests, TimeSpan.FromSeconds(seconds)), Rate.Parse(text));

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(3600)]
    public void A_bucket_is_filled_at_exactly_the_rate(int seconds)
        => Assert.All(Enumerable.Range(1, 2000).Concat([9_999, 65_537, 10_000_000]), requests =>
        {
            var (tokens, every) = RateLimits.Refill(new(requests, TimeSpan.FromSeconds(seconds)));

            Assert.InRange(tokens, 1, requests);
            Assert.Equal((double)requests / seconds, tokens / every.TotalSeconds, (double)requests / seconds * 1e-5);
        });

    [Theory]
    [InlineData("")]
    [InlineData("50")]
    [InlineData("0/s")]
    [InlineData("-1/s")]
    [InlineData("1/d")]
    [InlineData("1/s/s")]
    [InlineData("99999999/s")]
    public void Anything_else_is_no_rate(string text) => Assert.Throws<ContractHostException>(() => Rate.Parse(text));
}
