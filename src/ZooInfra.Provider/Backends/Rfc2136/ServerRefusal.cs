using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Backends.Rfc2136;

/// <summary>Says what a response code means and what to do (RFC 1035, section 4.1.1; RFC 2136, section 2.2).</summary>
internal static class ServerRefusal
{
    /// <summary>Whether a prerequisite did not hold: YXDOMAIN, YXRRSET, NXRRSET or NXDOMAIN.</summary>
    public static bool IsPrerequisite(int code) => code is 3 or 6 or 7 or 8;

    /// <summary>The error for a code.</summary>
    /// <param name="code">The response code.</param>
    /// <param name="zone">The zone.</param>
    /// <param name="server">The server.</param>
    /// <param name="what">What was asked: "read" or "change".</param>
    public static ProviderException Of(int code, string zone, DnsServer server, string what)
    {
        var identity = server.Key is { } key ? $"the key {key}" : "this machine's address (no zoo:dnsKeyName is set)";
        return new(code switch
        {
            2 => $"The server {server.Address} failed (SERVFAIL) when asked to {what} the zone {zone}. Its log says why; nothing was changed.",
            4 => $"The server {server.Address} does not know how to {what} zones this way (NOTIMP): it takes no updates or transfers. Nothing was changed.",
            5 => $"The server {server.Address} refuses to let {identity} {what} the zone {zone} (REFUSED). Either the zone is not configured there, or transfers and updates are not allowed to it (BIND: allow-transfer and update-policy; Knot: acl with action transfer and update), or the change leaves a mail exchanger or name server of the zone without an address. Nothing was changed.",
            9 => $"The server {server.Address} is not the primary of the zone {zone}, or does not accept {identity} (NOTAUTH). {ServerZone.HowToMakeZone} Nothing was changed.",
            10 => $"The server {server.Address} says that a name is not in the zone {zone} (NOTZONE); it may have a zone of its own. Nothing was changed.",
            _ => $"The server {server.Address} refuses to {what} the zone {zone} with code {code}. Its log says why; nothing was changed.",
        });
    }
}
