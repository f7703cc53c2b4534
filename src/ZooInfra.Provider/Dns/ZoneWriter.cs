using System.Globalization;

namespace ZooInfra.Provider.Dns;

/// <summary>Writes a zone as a master file (RFC 1035, section 5): the same content always gives the same octets, in ASCII.</summary>
internal static class ZoneWriter
{
    /// <summary>Writes <paramref name="zone"/>.</summary>
    public static void Write(ZoneContent zone, TextWriter writer)
    {
        var head = zone.Head;
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"""
            ; The zone {head.Name} as ZooInfra wrote it. A change made by hand shows as drift, and the next update takes it back.
            $ORIGIN {head.Name}.
            $TTL {head.Ttl}
            @	IN	SOA	{head.Primary}. {head.Contact}. (
            	{zone.Serial}	; serial
            	{head.Refresh}	; refresh
            	{head.Retry}	; retry
            	{head.Expire}	; expire
            	{head.NegativeTtl}	; negative TTL
            	)

            """).ReplaceLineEndings("\n"));
        foreach (var server in head.NameServers)
        {
            writer.Write($"@\tIN\tNS\t{server}.\n");
        }

        foreach (var set in zone.Sets.Values)
        {
            writer.Write(set.Text);
        }
    }

    /// <summary>The text of <paramref name="zone"/>.</summary>
    public static string ToText(ZoneContent zone)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        Write(zone, writer);
        return writer.ToString();
    }
}
