using ZooInfra.Contracts;
using ZooInfra.Firewalls;

namespace Clients.Leisure;

internal static class Facts
{
    public const string Id = "game_" + "arcade";
    public const double Promise = 99.5;
    public const string Answer = "1h30m";
    public const WindowAccounting Windows = WindowAccounting.Excluded;
    public const string Probe = "probe of the prize counter";
    public const string Desk = "desk export";
    public const string Days = "Mon";
    public const string Hours = "08:00-10:00";
    public const string Zone = "UTC";
}

public sealed partial class GameArcade
{
    private static readonly DateOnly Opening = new(2026, 7, 1);

    private Firewall? _floor;

    private void Floor()
    {
        List<FirewallRuleArgs> rules = [];
        foreach (var (service, reason) in new (string, string)[] { ("tcp/27015", "matches"), ("udp/27015", "matches"), ("https", "downloads") })
        {
            rules.Add(new()
            {
                Name = "games-" + service.Replace('/', '-'),
                From = ["machines"],
                To = ["wan"],
                Services = [service],
                Owner = "Floor manager",
                Reason = reason,
                Ticket = "PX-3",
                Created = Opening,
                Expires = Opening.AddYears(1),
            });
        }

        _floor = new Firewall("floor", new FirewallArgs
        {
            Zones = [new() { Name = "machines", Interfaces = ["vlan5"], Networks = { "10.5.0.0/24" } }, new() { Name = "wan", Interfaces = ["vlan1"] }],
            Rules = rules,
        });
    }
}
