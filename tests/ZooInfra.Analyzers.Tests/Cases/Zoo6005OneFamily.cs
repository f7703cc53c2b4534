using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo6005OneFamily : RuleCase
{
    private static readonly string Web = Parts.Rule("web", "From = { \"lan\" }, To = { \"wan\" }, Services = { \"tcp\" }");

    public override Rule Rule => DeniesOneFamily.Rule;

    public override Text Broken => new() { Constructor = Parts.Firewall(Deny("Destinations = { {|#0:\"0.0.0.0/0\"|} }") + ", " + Web) };

    public override string Message => "The rule 'no-mail' of the firewall 'edge' denies IPv4 only, and 'web' lets the same traffic pass over IPv6; deny both: 'any', or no addresses at all";

    public override Text Clean => new() { Constructor = Parts.Firewall(Deny("Destinations = { \"any\" }") + ", " + Web) };

    public override Text NearMiss => new() { Constructor = Parts.Firewall(Deny("Destinations = { \"0.0.0.0/1\" }") + ", " + Deny("Destinations = { \"0.0.0.0/0\" }").Replace("no-mail", "no-mail-4") + ", " + Deny("Destinations = { \"::/0\" }").Replace("no-mail", "no-mail-6") + ", " + Web) };

    public override Text Roundabout => new() { Constructor = Parts.Firewall(Deny("Destinations = { {|#0:All4|} }") + ", " + Web), Members = "private const string All4 = \"0.0.0.0\" + \"/0\";" };

    private static string Deny(string ends) => Parts.Rule("no-mail", "From = { \"lan\" }, To = { \"wan\" }, Services = { \"smtp\" }, Action = FirewallAction.Deny, " + ends);
}
