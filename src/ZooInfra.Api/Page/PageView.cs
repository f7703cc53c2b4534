using Microsoft.AspNetCore.Http;
using NodaTime;

namespace ZooInfra.Api.Page;

/// <summary>What of the page was asked for.</summary>
/// <param name="Query">Part of a client's id or name; empty for all.</param>
/// <param name="Zone">The zone in which times are shown.</param>
/// <param name="After">The id after which the page begins; null for the first page.</param>
internal sealed record PageView(string Query, DateTimeZone Zone, string? After)
{
    private const int LongestQuery = 100;

    /// <summary>Reads <c>q</c>, <c>zone</c> (IANA, UTC when not given) and <c>after</c>. Null when the zone is none; then <paramref name="problem"/> says so.</summary>
    public static PageView? Of(HttpRequest request, out string? problem)
    {
        var (query, zone, after) = (request.Query["q"].ToString().Trim(), request.Query["zone"].ToString().Trim(), request.Query["after"].ToString());
        problem = query.Length > LongestQuery ? $"q is a part of a name, at most {LongestQuery} characters." : null;
        var found = zone.Length == 0 ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone);
        problem ??= found is null ? $"There is no time zone {Problem.Quote(zone)}; write UTC or an IANA name such as Europe/Berlin." : null;
        return problem is null ? new(query, found!, after.Length == 0 ? null : after) : null;
    }

    public bool Matches(Client client)
        => Query.Length == 0 || client.Id.Contains(Query, StringComparison.OrdinalIgnoreCase) || client.Contract.Name.Contains(Query, StringComparison.OrdinalIgnoreCase);

    /// <summary>The address of the page that begins after <paramref name="id"/>; null for the first page.</summary>
    public string PageAfter(string? id)
    {
        var parts = new List<string>();
        if (Query.Length > 0)
        {
            parts.Add("q=" + Uri.EscapeDataString(Query));
        }

        if (Zone != DateTimeZone.Utc)
        {
            parts.Add("zone=" + Uri.EscapeDataString(Zone.Id));
        }

        if (id is not null)
        {
            parts.Add("after=" + Uri.EscapeDataString(id));
        }

        return parts.Count == 0 ? "/" : "/?" + string.Join('&', parts);
    }
}
