using System.Globalization;
using Microsoft.AspNetCore.Http;
using ZooInfra.Api.Operations;

namespace ZooInfra.Api.Vpn;

/// <summary>Which part of a list is asked for.</summary>
internal static class Paging
{
    private const int Most = 200;
    private const int Standard = 50;

    /// <summary><c>?after=</c> and <c>?limit=</c>.</summary>
    /// <exception cref="RefusalException">The limit is none.</exception>
    public static (string? After, int Limit) Of(HttpContext context)
    {
        var after = context.Request.Query["after"] is [{ Length: > 0 } text] ? text : null;
        return context.Request.Query["limit"] is not [{ } limit, ..] ? (after, Standard)
            : int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= Most ? (after, number)
            : throw new RefusalException(new(StatusCodes.Status400BadRequest, string.Create(CultureInfo.InvariantCulture, $"'limit' must be a number from 1 to {Most}.")));
    }
}
