// A toy maker that configures per stack: what comes from Config is not known at build and must stay silent.
using Pulumi;
using ZooInfra;
using ZooInfra.Contracts;
using ZooInfra.Dns;
using ZooInfra.Firewalls;
using ZooInfra.Vpn;

namespace Clients.Industry;

[Tenant("toy_maker", Name = "Kestrel Toys")]
[Billing(BillingModel.PerSeat, Clause = "Order 17")]
public sealed partial class ToyMaker : TenantStack
{
    private readonly Config _config = new();

    public ToyMaker()
    {
        var domain = _config.Require("domain");
        var mail = _config.Get("mailHost") ?? "mail.mailhost.example";
        var open = _config.GetBoolean("factoryOpen") ?? false;
        _ = new DnsZone(domain, new DnsZoneArgs
        {
            NameServers = _config.RequireObject<string[]>("nameServers"),
            Records = { DnsRecord.Mx("@", 10, mail), DnsRecord.Cname("shop", _config.Require("shop")), DnsRecord.Dkim("s2026", _config.Require("dkim")) },
        });

        var rules = new List<FirewallRuleArgs> { Web(_config.Get("owner") ?? "it@kestrel.example") };
        if (open)
        {
            rules.Add(new() { Name = "plant-to-erp", From = ["plant"], To = ["office"], Services = ["tcp/8443"], Destinations = { _config.Require("erp") }, Owner = "Plant manager", Reason = "orders", Ticket = "KT-8", Created = new(2026, 9, 1), Expires = new(2027, 9, 1) });
        }

        _ = new Firewall("factory", new()
        {
            Zones = [new() { Name = "plant", Interfaces = { "ens1" } }, new() { Name = "office", Interfaces = { "ens2" } }, new() { Name = "wan", Interfaces = { "ens0" } }],
            Rules = rules,
        });

        _ = new VpnService("service", new VpnServiceArgs
        {
            Prefixes = { "10.99.0.0/24" },
            Host = _config.Require("vpnHost"),
            KeyGeneration = _config.GetInt32("keyGeneration") ?? 1,
            Peers = [.. (_config.GetObject<string[]>("technicians") ?? []).Select(person => new VpnPeer { Person = person, Device = "laptop", Purpose = "remote service", Until = _config.Require("until") })],
        });
    }

    private static FirewallRuleArgs Web(string owner) => new()
    {
        Name = "office-web", From = ["office"], To = ["wan"], Services = ["https", "dns"], Owner = owner, Reason = "work", Ticket = "KT-1", Created = new(2026, 1, 7), PermanentApprover = "COO",
    };
}
