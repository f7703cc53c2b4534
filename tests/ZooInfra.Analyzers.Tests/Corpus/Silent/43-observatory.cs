// An observatory with a live and a test stack in one class: every second thing is made only sometimes, in either of two shapes.
using Pulumi;
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;
using ZooInfra.Firewalls;

namespace Clients.Science;

[Tenant("observatory", Name = "Southern Observatory")]
[Sla(99.0, PatchWindows = WindowAccounting.Excluded)]
[PatchWindow("Tue", "14:00-18:00", Zone = "UTC")]
[Signal(Promised.Availability, "dome controller", Interval = "5m", NoData = NoData.Excluded)]
public sealed partial class Observatory : TenantStack
{
    private readonly bool _isLive = Deployment.Instance.StackName == "observatory";

    public Observatory()
    {
        if (_isLive)
        {
            _ = new DnsZone("sky-survey.example", new DnsZoneArgs { NameServers = { "ns1.dnshost.example" }, Records = { DnsRecord.A("archive", "192.0.2.51") } });
        }
        else
        {
            _ = new DnsZone("sky-survey.example", new DnsZoneArgs { NameServers = { "ns1.dnshost.example" }, Records = { DnsRecord.Cname("archive", "archive.test.example") } });
        }

        var archive = _isLive ? DnsRecord.A("data", "192.0.2.52") : DnsRecord.Cname("data", "data.test.example");
        _ = new DnsZone("lenses.example", new DnsZoneArgs { NameServers = { "ns1.dnshost.example" }, Records = { archive, Extra("www") ?? DnsRecord.Cname("www", "pages.example") } });

        if (!_isLive)
        {
            return;
        }

        try
        {
            _ = new Firewall("dome", Dome(_isLive ? ["https"] : ["any"]));
        }
        catch (ArgumentException problem)
        {
            throw new InvalidOperationException("The dome has no firewall.", problem);
        }
    }

    private static DnsRecord? Extra(string name) => Environment.GetEnvironmentVariable("EXTRA") is { } address ? DnsRecord.A(name, address) : null;

    private FirewallArgs Dome(List<string> services)
    {
        FirewallRuleArgs[] all =
        [
            new() { Name = "images-out", From = ["dome"], To = ["campus"], Services = services, Owner = "Instrument team", Reason = "nightly images", Ticket = "OBS-9", Created = new(2026, 2, 2), Expires = new(2027, 2, 2) },
            new() { Name = "guiding", From = ["campus"], To = ["dome"], Services = ["udp/4400"], Owner = "Instrument team", Reason = "guide star", Ticket = "OBS-10", Created = new(2026, 2, 2), Expires = new(2027, 2, 2) },
        ];
        return new()
        {
            Zones = [new() { Name = "dome", Interfaces = ["en1"] }, new() { Name = "campus", Interfaces = ["en2"] }],
            Rules = [.. all.Where(rule => _isLive || rule.Name != "guiding").OrderBy(rule => rule.Name, StringComparer.Ordinal)],
        };
    }
}
