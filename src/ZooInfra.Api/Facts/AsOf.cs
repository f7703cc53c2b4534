using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace ZooInfra.Api.Facts;

/// <summary>The day that a request asks about: <c>?as_of=2027-03-31</c>.</summary>
internal static class AsOf
{
    private const string Name = "as_of";

    /// <summary>What is written out for years grows with the years, so nobody asks for thousands of them.</summary>
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    public static bool IsAskedFor(HttpRequest request) => request.QueryString.HasValue && request.Query.ContainsKey(Name);

    /// <summary>The day; null when what was sent is none.</summary>
    public static LocalDate? Read(HttpRequest request)
        => request.Query[Name] is [{ } text] && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= FirstYear and <= LastYear } day } ? day : null;

    /// <summary>400: what was sent is no day.</summary>
    public static Task RefuseAsync(HttpContext context)
        => RefuseAsync(context, $"as_of is one day like 2027-03-31, of the years {FirstYear} to {LastYear}, not {Problem.Quote(context.Request.Query[Name].ToString())}.");

    /// <summary>400: what is asked for is not of a day, and to answer all the same would pass off something else as the answer of that day.</summary>
    public static Task RefuseAsync(HttpContext context, string why) => Problem.WriteAsync(context, StatusCodes.Status400BadRequest, why);
}
