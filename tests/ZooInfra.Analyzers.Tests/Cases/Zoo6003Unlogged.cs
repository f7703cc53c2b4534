using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo6003ByName : RuleCase
{
    private const string In = "From = { \"wan\" }, To = { \"lan\" }, Services = { \"https\" }";

    public override Rule Rule => UntrustedUnlogged.Rule;

    public override Text Broken => new() { Constructor = Parts.Firewall("{|#0:" + Parts.Rule("web", In) + "|}") };

    public override string Message => "The rule 'web' of the firewall 'edge' lets connections in from the untrusted zone 'wan' and does not log them; set Log = true";

    public override Text Clean => new() { Constructor = Parts.Firewall(Parts.Rule("web", In + ", Log = true")) };

    public override Text NearMiss => new() { Constructor = Parts.Firewall(Parts.Rule("web", In.Replace("wan", "wandering").Replace("\"lan\"", "\"wan\""), ends: "Expires = new(2026, 11, 23)"), zones: Parts.LanAndWan + ", new() { Name = \"wandering\", Interfaces = { \"eth2\" } }") };

    public override Text Roundabout => new()
    {
        Constructor = Parts.Firewall("{|#0:" + Parts.Rule("web", "From = { Outside }, To = { \"lan\" }, Services = { \"https\" }") + "|}"),
        Members = "private static string Outside => Zones.Outside;",
        Elsewhere = "static class Zones { public const string Outside = \"wan\"; }",
    };
}

public sealed class Zoo6003ByTranslation : RuleCase
{
    private const string Zones = "new() { Name = \"lan\", Interfaces = { \"eth1\" } }, new() { Name = \"fibre\", Interfaces = { \"eth0\" } }";
    private const string Nat = "Nat = [FirewallNatArgs.Masquerade(\"hide\", toZone: \"fibre\", network: \"10.1.0.0/16\")],";
    private const string In = "From = { \"fibre\" }, To = { \"lan\" }, Services = { \"https\" }";

    public override Rule Rule => UntrustedUnlogged.Rule;

    public override RuleSeverity Severity => RuleSeverity.Error;

    public override Text Broken => new() { Attributes = Parts.PciDss, Constructor = Parts.Boundary() + Parts.Firewall(Parts.Rule("web", In + ", Log = {|#0:false|}"), Nat, Zones) };

    public override string Message => "The rule 'web' of the firewall 'edge' lets connections in from the untrusted zone 'fibre' and does not log them; set Log = true";

    public override Text Clean => new() { Attributes = Parts.PciDss, Constructor = Parts.Boundary() + Parts.Firewall(Parts.Rule("web", In + ", Log = true"), Nat, Zones) };

    public override Text NearMiss => new() { Attributes = Parts.PciDss, Constructor = Parts.Boundary() + Parts.Firewall(Parts.Rule("web", In), "", Zones) };

    public override Text Roundabout => new()
    {
        Attributes = Parts.PciDss,
        Constructor = Parts.Boundary() + Parts.Firewall(Parts.Rule("web", In + ", Log = {|#0:Logging.On|}"), Nat, Zones),
        OtherAssembly = "public static class Logging { public const bool On = !true; }",
    };
}
