using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo6004NoOwner : RuleCase
{
    private const string Out = "From = { \"lan\" }, To = { \"wan\" }, Services = { \"https\" }";

    public override Rule Rule => RuleUnaccounted.Rule;

    public override Text Broken => new() { Constructor = Parts.Firewall("{|#0:" + Parts.Rule("web", Out, "Owner = \"net@acme.example\"") + "|}") };

    public override string Message => "The rule 'web' of the firewall 'edge' states no Reason and no Ticket; a hole without them cannot be reviewed";

    public override Text Clean => new() { Constructor = Parts.Firewall(Parts.Rule("web", Out)) };

    public override Text NearMiss => new() { Constructor = Parts.Firewall(Parts.Rule("web", Out, "Owner = \"x\", Reason = \"y\", Ticket = Environment.MachineName")) };

    public override Text Roundabout => new()
    {
        Constructor = Parts.Firewall("{|#0:" + Parts.Rule("web", Out, "Owner = \"net@acme.example\", Reason = Why.Nothing, Ticket = \"\"") + "|}"),
        Elsewhere = "static class Why { public const string Nothing = null; }",
    };
}

public sealed class Zoo6004NoEnd : RuleCase
{
    private const string Out = "From = { \"lan\" }, To = { \"wan\" }, Services = { \"https\" }";

    public override Rule Rule => RuleUnaccounted.Rule;

    public override Text Broken => new() { Constructor = Parts.Firewall("{|#0:" + Parts.Rule("web", Out, ends: "") + "|}") };

    public override string Message => "The rule 'web' of the firewall 'edge' never ends, and nobody approved that; state Expires, or PermanentApprover";

    public override Text Clean => new() { Constructor = Parts.Firewall(Parts.Rule("web", Out)) };

    public override Text NearMiss => new() { Constructor = Parts.Firewall(Parts.Rule("web", Out, ends: "Expires = new DateOnly(2026, 11, 23)")) };

    public override Text Roundabout => new()
    {
        Constructor = Parts.Firewall("{|#0:" + Parts.Rule("web", Out, ends: "PermanentApprover = Approvers.Nobody") + "|}"),
        OtherAssembly = "public static class Approvers { public const string Nobody = \"\"; }",
    };
}

public sealed class Zoo6004Ended : RuleCase
{
    private const string Out = "From = { \"lan\" }, To = { \"wan\" }, Services = { \"https\" }";

    public override Rule Rule => RuleUnaccounted.Rule;

    public override RuleSeverity Severity => RuleSeverity.Warning;

    public override Text Broken => new() { Constructor = Parts.Firewall(Parts.Rule("web", Out, ends: "Expires = {|#0:new(2026, 11, 22)|}")) };

    public override string Message => "The rule 'web' of the firewall 'edge' ended with 2026-11-22 and the build is of 2026-11-23; remove it, or have it approved anew with a later date";

    public override Text Clean => new() { Constructor = Parts.Firewall(Parts.Rule("web", Out)) };

    public override Text NearMiss => new() { Constructor = Parts.Firewall(Parts.Rule("web", Out, ends: "Expires = new(2026, 11, 23)")) };

    public override Text Roundabout => new()
    {
        Constructor = Parts.Firewall(Parts.Rule("web", Out, ends: "Expires = {|#0:new DateOnly(day: Days.Last, year: 2026, month: 11)|}")),
        Elsewhere = "static class Days { public const int Last = 22; }",
    };
}
