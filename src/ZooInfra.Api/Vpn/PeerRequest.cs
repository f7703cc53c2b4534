using System.Globalization;
using ZooInfra.Vpn;

namespace ZooInfra.Api.Vpn;

/// <summary>A request for a peer, checked as far as it can be by itself.</summary>
internal static class PeerRequest
{
    public static readonly string[] Members = ["service", "name", "person", "device", "purpose", "until", "public_key"];

    /// <summary>The peer that is asked for; null when something is wrong, which the body then knows.</summary>
    public static (RequestedPeer Peer, VpnOffer Offer)? Read(RequestBody body, IReadOnlyList<VpnOffer> offers, DateTimeOffset now)
    {
        var offer = Offer(body, offers);
        var person = body.Line("person", "Alice Archer");
        var device = body.Line("device", "laptop");
        var purpose = body.Line("purpose", "remote support");
        var until = body.Line("until", PeerEnd.Text(now.AddDays(30))[..10]);
        var key = body.PublicKey("public_key");
        var name = Name(body, person, device);
        if (until is not null && offer is not null)
        {
            CheckEnd(body, until, offer, now);
        }

        return offer is null || person is null || device is null || purpose is null || until is null || name is null ? null
            : (new(offer.Service, name, person, device, purpose, until) { PublicKey = key }, offer);
    }

    private static VpnOffer? Offer(RequestBody body, IReadOnlyList<VpnOffer> offers)
    {
        var names = string.Join(", ", offers.Select(offer => $"'{offer.Service}'"));
        if (body.Line("service", offers[0].Service, required: false) is not { } service)
        {
            if (offers.Count == 1)
            {
                return offers[0];
            }

            body.Fail("service", $"'service' is missing: several VPNs take requests, {names}.");
            return null;
        }

        if (offers.FirstOrDefault(offer => offer.Service == service) is { } found)
        {
            return found;
        }

        body.Fail("service", $"No VPN {Problem.Quote(service)} takes requests{(Nearest.Of(service, offers.Select(offer => offer.Service)) is { } near ? $"; did you mean '{near}'?" : $": there is {names}.")}");
        return null;
    }

    private static string? Name(RequestBody body, string? person, string? device)
    {
        if (body.Line("name", "alice-laptop", required: false) is { } name)
        {
            if (PeerName.IsValid(name))
            {
                return name;
            }

            body.Fail("name", "'name' must be 1 to 63 lower-case letters, digits, dots, hyphens and underscores, and begin with a letter or digit.");
            return null;
        }

        if (person is null || device is null)
        {
            return null;
        }

        if (PeerName.Of(person, device) is { } made)
        {
            return made;
        }

        body.Fail("name", "Person and device make no name of at most 63 letters and digits; give a 'name' such as \"alice-laptop\".");
        return null;
    }

    private static void CheckEnd(RequestBody body, string until, VpnOffer offer, DateTimeOffset now)
    {
        var latest = DateOnly.FromDateTime(now.UtcDateTime).AddDays(offer.LongestDays);
        var last = string.Create(CultureInfo.InvariantCulture, $"{latest:yyyy-MM-dd}");
        if (PeerEnd.Of(until) is not { } end)
        {
            body.Fail("until", $"'until' must be a day such as \"{last}\" (to its end, UTC) or an instant such as \"{last}T16:00:00Z\".");
        }
        else if (end <= now)
        {
            body.Fail("until", $"'until' is over already: {until}.");
        }
        else if (end > PeerEnd.Of(last))
        {
            body.Fail("until", string.Create(CultureInfo.InvariantCulture, $"'until' is too late: a peer of the VPN '{offer.Service}' may be for {offer.LongestDays} days, which is {last} at the latest."));
        }
    }
}
