using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo5002Everything : RuleCase
{
    public override Rule Rule => RouteTooWide.Rule;

    public override Text Broken => new() { Constructor = Parts.Vpn(Parts.Peer(more: "Routes = [\"10.1.0.0/16\", {|#0:\"0.0.0.0/0\"|}],")) };

    public override string Message => "The VPN 'staff' routes 0.0.0.0/0, all traffic, of the peer of Ana Ruiz on laptop, and nobody says why; route the networks that are needed, or state FullTunnelReason";

    public override Text Clean => new() { Constructor = Parts.Vpn(Parts.Peer(more: "Routes = [\"0.0.0.0/0\"], FullTunnelReason = \"hotel networks\",")) };

    public override Text NearMiss => new() { Constructor = Parts.Vpn(Parts.Peer(more: "Routes = [\"0.0.0.0/1\", \"128.0.0.0/1\"],"), "Routes = { \"::/0\" },") };

    public override Text Roundabout => new()
    {
        Constructor = Parts.Vpn(Parts.Peer(more: "Routes = All(),")),
        Members = "private static Input<string>[] All() => [\"10.1.0.0/16\", {|#0:Everything|}];\nprivate const string Everything = \"0.0.0.0/0\";",
    };
}

public sealed class Zoo5002Neighbour : RuleCase
{
    private const string Zones = "new() { Name = \"one\", Interfaces = { \"eth1\" }, Client = \"acme_corp\", Networks = { \"10.1.0.0/16\" } }, new() { Name = \"two\", Interfaces = { \"eth2\" }, Client = \"beta\", Networks = { \"10.2.0.0/16\" } }";

    public override Rule Rule => RouteTooWide.Rule;

    public override Text Broken => new() { Constructor = Parts.Firewall("", zones: Zones) + Parts.Vpn(Parts.Peer(), "Routes = { {|#0:\"10.2.7.0/24\"|} },") };

    public override string Message => "The VPN 'staff' of Acme Corp routes 10.2.7.0/24 into the network 10.2.0.0/16 of beta; route only what Acme Corp has";

    public override Text Clean => new() { Constructor = Parts.Firewall("", zones: Zones) + Parts.Vpn(Parts.Peer(), "Routes = { \"10.1.7.0/24\" },") };

    public override Text NearMiss => new() { Constructor = Parts.Firewall("", zones: Zones) + Parts.Vpn(Parts.Peer(), "Routes = { \"10.1.0.0/16\", \"10.3.0.0/16\" },") };

    public override Text Roundabout => new()
    {
        Constructor = Parts.Firewall("", zones: Zones) + Parts.Vpn(Parts.Peer(), "Routes = { {|#0:Routes.Lab|} },"),
        Elsewhere = "static class Routes { public static string Lab => \"10.2.7.0\" + \"/24\"; }",
    };
}
