using System.Globalization;

namespace ZooInfra.Engine.State;

/// <summary>RFC 3339 in UTC, as the state writes times.</summary>
internal static class Timestamp
{
    public static string Format(DateTimeOffset time)
        => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
