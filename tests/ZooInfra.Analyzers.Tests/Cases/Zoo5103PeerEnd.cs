using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo5103NoEnd : RuleCase
{
    public override Rule Rule => PeerWithoutEnd.Rule;

    public override Text Broken => new() { Constructor = Parts.Vpn(Parts.Peer(until: "{|#0:\"\"|}")) };

    public override string Message => "The peer of Ana Ruiz on laptop of the VPN 'staff' has no end; say Until when, a day such as 2027-03-31";

    public override Text Clean => new() { Constructor = Parts.Vpn(Parts.Peer(until: "\"2027-03-31\"")) };

    public override Text NearMiss => new() { Constructor = Parts.Vpn(Parts.Peer(until: "\"2027-03-31T16:00:00Z\"")) };

    public override Text Roundabout => new() { Constructor = Parts.Vpn(Parts.Peer(until: "{|#0:Never|}")), Members = "private const string Never = \" \";" };
}

public sealed class Zoo5103Ended : RuleCase
{
    public override Rule Rule => PeerWithoutEnd.Rule;

    public override Text Broken => new() { Constructor = Parts.Vpn(Parts.Peer(until: "{|#0:\"2026-11-22\"|}")) };

    public override string Message =>
        "The peer of Ana Ruiz on laptop of the VPN 'staff' ended with 2026-11-22 and the build is of 2026-11-23; remove it, or have its access approved anew and give it a later end";

    public override Text Clean => new() { Constructor = Parts.Vpn(Parts.Peer(until: "\"2026-11-30\"")) };

    public override Text NearMiss => new() { Constructor = Parts.Vpn(Parts.Peer(until: "\"2026-11-23\"")) };

    public override Text Roundabout => new() { Constructor = Parts.Vpn(Parts.Peer(until: "{|#0:Ends.Audit|}")), OtherAssembly = "public static class Ends { public const string Audit = \"2026-11-22\"; }" };
}
