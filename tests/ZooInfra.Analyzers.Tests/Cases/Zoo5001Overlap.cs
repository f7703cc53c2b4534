using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo5001Overlap : RuleCase
{
    private const string First = "new() { Name = \"one\", Interfaces = { \"eth1\" }, Client = \"acme_corp\", Networks = { \"10.1.0.0/16\" } }";

    public override Rule Rule => PrefixesOverlap.Rule;

    public override Text Broken => new() { Constructor = Parts.Firewall("", zones: First + ", new() { Name = \"two\", Interfaces = { \"eth2\" }, Client = \"beta\", Networks = { \"10.2.0.0/16\", {|#0:\"10.1.4.0/24\"|} } }") };

    public override string Message =>
        "10.1.4.0/24 of the zone 'two' (beta) is in the zone 'one' (acme_corp) of the firewall 'edge', too; give one of them a free network, or a FirewallNatArgs.OneToOne to one";

    public override Text Clean => new()
    {
        Constructor = Parts.Firewall(
            "",
            "Nat = [FirewallNatArgs.OneToOne(\"apart\", zone: \"two\", network: \"10.1.4.0/24\", seenAs: \"10.3.4.0/24\")],",
            First + ", new() { Name = \"two\", Interfaces = { \"eth2\" }, Client = \"beta\", Networks = { \"10.2.0.0/16\", \"10.1.4.0/24\" } }"),
    };

    public override Text NearMiss => new() { Constructor = Parts.Firewall("", zones: First + ", new() { Name = \"two\", Interfaces = { \"eth2\" }, Client = \"beta\", Networks = { \"10.2.0.0/16\" } }, new() { Name = \"three\", Interfaces = { \"eth3\" }, Client = \"acme_corp\", Networks = { \"10.1.0.0/24\" } }") };

    public override Text Roundabout => new()
    {
        Constructor = Parts.Firewall("", zones: First + ", Neighbour({|#0:Networks.Lab|})"),
        Members = "private static FirewallZoneArgs Neighbour(string network) => new() { Name = \"two\", Interfaces = { \"eth2\" }, Client = \"beta\", Networks = { network } };",
        OtherAssembly = "public static class Networks { public const string Lab = \"10.1.4.0/24\"; }",
    };
}
