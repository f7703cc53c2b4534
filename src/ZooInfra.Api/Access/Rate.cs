using System.Globalization;

namespace ZooInfra.Api.Access;

/// <summary>How many requests in how long: a token bucket that holds <paramref name="Requests"/> and is filled evenly.</summary>
/// <param name="Requests">1 to 10,000,000.</param>
/// <param name="Per">The time in which an empty bucket is full again.</param>
internal sealed record Rate(int Requests, TimeSpan Per)
{
    private const int Most = 10_000_000;

    /// <summary>Reads <c>50/s</c>, <c>300/m</c> or <c>1000/h</c>.</summary>
    /// <exception cref="ContractHostException">The text is no rate.</exception>
    public static Rate Parse(string text)
    {
        TimeSpan? per = text.Split('/') is [_, var unit] ? unit switch
        {
            "s" => TimeSpan.FromSeconds(1),
            "m" => TimeSpan.FromMinutes(1),
            "h" => TimeSpan.FromHours(1),
            _ => null,
        } : null;
        return per is { } period && int.TryParse(text[..text.IndexOf('/')], NumberStyles.None, CultureInfo.InvariantCulture, out var requests) && requests is >= 1 and <= Most
            ? new(requests, period)
            : throw new ContractHostException($"{Problem.Quote(text)} is no rate; write it like 50/s, 300/m or 1000/h, at most {Most} requests.");
    }
}
