using System.Globalization;

namespace ZooInfra.Api.Storage;

/// <summary>Instants as they are kept (whole milliseconds) and as people read them.</summary>
internal static class Instants
{
    /// <summary>The instant without what the database does not keep of it.</summary>
    public static DateTimeOffset Whole(DateTimeOffset instant) => DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());

    /// <summary>RFC 3339, UTC, with milliseconds only when there are some: <c>2027-03-31T00:00:00Z</c>.</summary>
    public static string Text(DateTimeOffset instant) => instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);
}
