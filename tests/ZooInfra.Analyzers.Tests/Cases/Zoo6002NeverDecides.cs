using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo6002Shadowed : RuleCase
{
    private const string Denied = "From = { \"lan\" }, To = { \"wan\" }, Services = { \"tcp\" }, Action = FirewallAction.Deny";

    public override Rule Rule => RuleNeverDecides.Rule;

    public override Text Broken => new() { Constructor = Parts.Firewall(Parts.Rule("no-tcp", Denied) + ", {|#0:" + Parts.Rule("web", "From = { \"lan\" }, To = { \"wan\" }, Services = { \"https\" }") + "|}") };

    public override string Message => "The rule 'web' of the firewall 'edge' never does what it says (allow), since 'no-tcp' before it decides all it matches; move it up or remove it";

    public override Text Clean => new() { Constructor = Parts.Firewall(Parts.Rule("web", "From = { \"lan\" }, To = { \"wan\" }, Services = { \"https\" }") + ", " + Parts.Rule("no-tcp", Denied)) };

    public override Text NearMiss => new() { Constructor = Parts.Firewall(Parts.Rule("no-tcp", Denied, ends: "Expires = new(2026, 11, 30)") + ", " + Parts.Rule("web", "From = { \"lan\" }, To = { \"wan\" }, Services = { \"https\", \"dns\" }")) };

    public override Text Roundabout => new()
    {
        Constructor = Parts.Firewall(Parts.Rule("no-tcp", Denied) + ", {|#0:" + Parts.Rule("web", "From = { \"lan\" }, To = { \"wan\" }, Services = { \"sites\" }") + "|}", "Services = [new() { Name = \"sites\", Members = Web.Services }],"),
        Elsewhere = "static class Web { public static List<string> Services => [\"http\", \"https\"]; }",
    };
}

public sealed class Zoo6002Redundant : RuleCase
{
    public override Rule Rule => RuleNeverDecides.Rule;

    public override RuleSeverity Severity => RuleSeverity.Warning;

    public override Text Broken => new() { Constructor = Parts.Firewall(Two("{|#0:", "|}", "\"10.1.0.0/24\"")) };

    public override string Message => "The rule 'desk' of the firewall 'edge' changes nothing, since 'low', 'high' before it decide all it matches in the same way; remove it";

    public override Text Clean => new() { Constructor = Parts.Firewall(Two("", "", "\"10.1.2.0/24\"")) };

    public override Text NearMiss => new() { Constructor = Parts.Firewall(Two("", "", "\"10.1.0.0-10.1.1.0\"")) };

    public override Text Roundabout => new()
    {
        Constructor = Parts.Firewall(Two("{|#0:", "|}", "\"desks\""), "Addresses = [new() { Name = \"desks\", Members = { Desks.Network } }],"),
        OtherAssembly = "public static class Desks { public const string Network = \"10.1.0.0/24\"; }",
    };

    private static string Two(string open, string close, string sources) => string.Join(
        ", ",
        Parts.Rule("low", "From = { \"lan\" }, To = { \"wan\" }, Services = { \"https\" }, Sources = { \"10.1.0.0/25\" }"),
        Parts.Rule("high", "From = { \"lan\" }, To = { \"wan\" }, Services = { \"https\" }, Sources = { \"10.1.0.128/25\" }"),
        open + Parts.Rule("desk", $"From = {{ \"lan\" }}, To = {{ \"wan\" }}, Services = {{ \"https\" }}, Sources = {{ {sources} }}") + close);
}
