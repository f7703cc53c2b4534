using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ZooInfra.Api;

/// <summary>Content negotiation (RFC 9110, section 12.5.1).</summary>
internal static class Accept
{
    public const string Text = "text/plain";
    public const string Json = "application/json";

    /// <summary>
    /// The place in <paramref name="types"/> of the one that the request asks for; -1 when none will do. Of equal qualities the one named more precisely wins, then
    /// the one named first, then the first of <paramref name="types"/>. A header that cannot be read asks for nothing, and then the first is given.
    /// </summary>
    public static int Choose(HttpRequest request, IReadOnlyList<string> types)
    {
        var header = request.Headers.Accept;
        if (header.Count == 0 || !MediaTypeHeaderValue.TryParseList(header!, out var ranges) || ranges.Count == 0)
        {
            return 0;
        }

        var (best, chosen) = ((Quality: 0d, Precision: 0, Earliness: 0), -1);
        for (var i = 0; i < types.Count; i++)
        {
            var rank = Rank(ranges, types[i]);
            if (rank.Quality > 0 && (chosen < 0 || rank.CompareTo(best) > 0))
            {
                (best, chosen) = (rank, i);
            }
        }

        return chosen;
    }

    /// <summary>The quality that the most precise matching range gives to a type.</summary>
    private static (double Quality, int Precision, int Earliness) Rank(IList<MediaTypeHeaderValue> ranges, string type)
    {
        var best = (Quality: 0d, Precision: 0, Earliness: 0);
        for (var i = 0; i < ranges.Count; i++)
        {
            var precision = Precision(ranges[i], type);
            if (precision > best.Precision)
            {
                best = (ranges[i].Quality ?? 1, precision, precision == 1 ? 0 : -i);
            }
        }

        return best;
    }

    private static int Precision(MediaTypeHeaderValue range, string type)
    {
        var parameters = 0;
        foreach (var parameter in range.Parameters)
        {
            if (parameter.Name.Equals("q", StringComparison.OrdinalIgnoreCase))
            {
                break;
            }

            if (!parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase) || !parameter.GetUnescapedValue().Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            {
                return 0;
            }

            parameters = 1;
        }

        return range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase) ? 3 + parameters
            : range.MatchesAllTypes ? 1
            : range.MatchesAllSubTypes && range.Type.Equals(new StringSegment(type, 0, type.IndexOf('/', StringComparison.Ordinal)), StringComparison.OrdinalIgnoreCase) ? 2
            : 0;
    }
}
