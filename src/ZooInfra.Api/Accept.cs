using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ZooInfra.Api;

/// <summary>Content negotiation between text and JSON (RFC 9110, section 12.5.1).</summary>
internal static class Accept
{
    public const string Text = "text/plain";
    public const string Json = "application/json";

    /// <summary>
    /// Which of the two the request asks for; null when neither will do. Of equal qualities the one named more precisely wins, then the one
    /// named first, then text, so that <c>*/*</c> is text. A header that cannot be read asks for nothing.
    /// </summary>
    public static string? Choose(HttpRequest request)
    {
        var header = request.Headers.Accept;
        if (header.Count == 0 || !MediaTypeHeaderValue.TryParseList(header!, out var ranges) || ranges.Count == 0)
        {
            return Text;
        }

        var text = Rank(ranges, Text, "text");
        var json = Rank(ranges, Json, "application");
        return text.Quality == 0 && json.Quality == 0 ? null : json.CompareTo(text) > 0 ? Json : Text;
    }

    /// <summary>The quality that the most precise matching range gives to a type.</summary>
    private static (double Quality, int Precision, int Earliness) Rank(IList<MediaTypeHeaderValue> ranges, string type, string mainType)
    {
        var best = (Quality: 0d, Precision: 0, Earliness: 0);
        for (var i = 0; i < ranges.Count; i++)
        {
            var precision = Precision(ranges[i], type, mainType);
            if (precision > best.Precision)
            {
                best = (ranges[i].Quality ?? 1, precision, precision == 1 ? 0 : -i);
            }
        }

        return best;
    }

    private static int Precision(MediaTypeHeaderValue range, string type, string mainType)
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
            : range.MatchesAllSubTypes && range.Type.Equals(mainType, StringComparison.OrdinalIgnoreCase) ? 2
            : 0;
    }
}
