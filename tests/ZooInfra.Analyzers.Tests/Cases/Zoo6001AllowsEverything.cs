using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo6001EveryZone : RuleCase
{
    private const string All = "From = { \"any\" }, To = { \"any\" }, Services = { \"any\" }, Log = true";

    public override Rule Rule => AllowsEverything.Rule;

    public override Text Broken => new() { Constructor = Parts.Firewall("{|#0:" + Parts.Rule("open", All) + "|}") };

    public override string Message =>
        "The rule 'open' of the firewall 'edge' allows every service from every zone to every zone, so nothing is kept out; say from where to where, between which addresses and for which services";

    public override Text Clean => new() { Constructor = Parts.Firewall(Parts.Rule("open", "From = { \"any\" }, To = { \"any\" }, Services = { \"ping\" }, Log = true")) };

    public override Text NearMiss => new() { Constructor = Parts.Firewall(Parts.Rule("self", "From = { \"self\" }, To = { \"wan\" }, Services = { \"any\" }, Destinations = { \"192.0.2.0/24\" }") + ", " + Parts.Rule("rest", All + ", Action = FirewallAction.Deny")) };

    public override Text Roundabout => new()
    {
        Constructor = Parts.Firewall("Open(Words.Any)"),
        Members = "private static FirewallRuleArgs Open(string what) => {|#0:" + Parts.Rule("open", "From = { \"wan\", \"lan\" }, To = { what }, Services = [what], Sources = { \"any\" }, Log = true") + "|};",
        Elsewhere = "static class Words { public const string Any = \"any\"; }",
    };
}

public sealed class Zoo6001BetweenZones : RuleCase
{
    public override Rule Rule => AllowsEverything.Rule;

    public override RuleSeverity Severity => RuleSeverity.Warning;

    public override Text Broken => new() { Constructor = Parts.Firewall("{|#0:" + Parts.Rule("out", "From = { \"lan\" }, To = { \"wan\" }, Services = { \"any\" }") + "|}") };

    public override string Message => "The rule 'out' of the firewall 'edge' allows every service between every two addresses of its zones; say which services, or which addresses";

    public override Text Clean => new() { Constructor = Parts.Firewall(Parts.Rule("out", "From = { \"lan\" }, To = { \"wan\" }, Services = { \"https\" }")) };

    public override Text NearMiss => new() { Constructor = Parts.Firewall(Parts.Rule("out", "From = { \"lan\" }, To = { \"wan\" }, Services = { \"any\" }, Sources = { \"10.1.0.0/16\" }")) };

    public override Text Roundabout => new()
    {
        Constructor = "var services = new List<string> { Words.Any };\n" + Parts.Firewall("{|#0:" + Parts.Rule("out", "From = { \"lan\" }, To = { \"wan\" }, Services = services") + "|}"),
        OtherAssembly = "public static class Words { public const string Any = \"any\"; }",
    };
}
