using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo5102Peer : RuleCase
{
    private const string Left = "[Person(\"Ana Ruiz\", Left = \"2026-11-20\")]";

    public override Rule Rule => AccessAfterLeaving.Rule;

    public override Text Broken => new() { Attributes = Left, Constructor = Parts.Vpn("{|#0:" + Parts.Peer() + "|}") };

    public override string Message => "Ana Ruiz left Acme Corp on 2026-11-20 and still has a peer of the VPN 'staff' on laptop; remove it, or say who has it now";

    public override Text Clean => new() { Attributes = Left, Constructor = Parts.Vpn(Parts.Peer("\"Ben Okoye\"")) };

    public override Text NearMiss => new() { Attributes = "[Person(\"Ana Ruiz\", Left = \"2026-11-23\")]\n[Person(\"Ben Okoye\")]", Constructor = Parts.Vpn(Parts.Peer() + ", " + Parts.Peer("\"Ben Okoye\"")) };

    public override Text Roundabout => new()
    {
        Constructor = "var peers = new List<VpnPeer> { {|#0:" + Parts.Peer("Staff.Ana") + "|} };\n_ = new VpnService(\"staff\", new() { Prefixes = { \"10.8.0.0/24\" }, Host = \"vpn.acme.example\", Peers = peers });",
        Elsewhere = "static class Staff { public const string Ana = \"ana ruiz\"; }",
        File = """
            client: Acme Corp
            sla:
              response: 1h
            signals:
              - promise: response
                source: tickets
            people:
              - name: Ana Ruiz
                left: 2026-11-20
            """,
    };
}

public sealed class Zoo5102Account : RuleCase
{
    private const string Left = "[Person(\"Ana Ruiz\", Left = \"2026-11-20\")]";

    public override Rule Rule => AccessAfterLeaving.Rule;

    public override Text Broken => new() { Attributes = Left, Constructor = Parts.Boundary("Users = { {|#0:new(\"ana\", \"uid=ana,dc=acme,dc=example\", \"Ana Ruiz\")|} },") };

    public override string Message => "Ana Ruiz left Acme Corp on 2026-11-20 and still has the account 'ana'; remove it, or say who has it now";

    public override Text Clean => new() { Attributes = Left, Constructor = Parts.Boundary("Users = { new(\"ana\", \"uid=ana,dc=acme,dc=example\", \"Ben Okoye\") },") };

    public override Text NearMiss => new() { Attributes = Left, Constructor = Parts.Boundary("Users = { new(\"ana ruiz\", \"uid=ana,dc=acme,dc=example\", \"Ana Ruiz-Lopez\") },") };

    public override Text Roundabout => new()
    {
        Attributes = "[Person(Staff.Ana, Left = \"2026-11-20\")]",
        Constructor = Parts.Boundary("Users = { {|#0:new UserAccount(Holder: Staff.Ana, Name: \"ana\", DistinguishedName: \"uid=ana,dc=acme,dc=example\")|} },"),
        OtherAssembly = "public static class Staff { public const string Ana = \"Ana Ruiz\"; }",
    };
}
