using System.Threading.RateLimiting;

namespace ZooInfra.Api.Access;

/// <summary>A token bucket for each caller, and one for each address that shows no valid credential. Buckets that are full and idle are forgotten.</summary>
internal sealed class RateLimits(Rate callers, Rate strangers) : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private readonly PartitionedRateLimiter<string> _callers = Buckets(callers);
    private readonly PartitionedRateLimiter<string> _strangers = Buckets(strangers);

    /// <summary>A hundredth of the bucket, so that what lies in an allowance never matters.</summary>
    private readonly int _atOnce = Math.Clamp(callers.Requests / 100, 1, 100);

    /// <summary>Takes a token of a caller; when there is none, says how long until there is one.</summary>
    public TimeSpan? Caller(string name) => Take(_callers, name);

    /// <summary>Takes a token of a caller who asks often, and some more at once for what it asks next: most requests then wait for no lock.</summary>
    public TimeSpan? Caller(string name, Allowance allowance)
    {
        if (allowance.TrySpend())
        {
            return null;
        }

        using (var lease = _callers.AttemptAcquire(name, _atOnce))
        {
            if (lease.IsAcquired)
            {
                allowance.Add(_atOnce - 1);
                return null;
            }
        }

        return Caller(name);
    }

    /// <summary>Takes a token of an address; when there is none, says how long until there is one.</summary>
    public TimeSpan? Stranger(string address) => Take(_strangers, address);

    /// <inheritdoc/>
    public void Dispose()
    {
        _callers.Dispose();
        _strangers.Dispose();
    }

    /// <summary>How many tokens a bucket gets at once, and how often: about ten times a second, but whole ones and exactly the rate.</summary>
    internal static (int Tokens, TimeSpan Every) Refill(Rate rate)
    {
        var tokens = Math.Max(1, (int)(rate.Requests * (Tick / rate.Per)));
        return (tokens, rate.Per * ((double)tokens / rate.Requests));
    }

    private static TimeSpan? Take(PartitionedRateLimiter<string> buckets, string name)
    {
        using var lease = buckets.AttemptAcquire(name);
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait
            : TimeSpan.FromSeconds(1);
    }

    private static PartitionedRateLimiter<string> Buckets(Rate rate)
    {
        var (tokens, period) = Refill(rate);
        var options = new TokenBucketRateLimiterOptions { TokenLimit = rate.Requests, TokensPerPeriod = tokens, ReplenishmentPeriod = period, AutoReplenishment = false };
        Func<string, RateLimiter> make = _ => new TokenBucketRateLimiter(options);
        return PartitionedRateLimiter.Create<string, string>(name => RateLimitPartition.Get(name, make), StringComparer.Ordinal);
    }
}
