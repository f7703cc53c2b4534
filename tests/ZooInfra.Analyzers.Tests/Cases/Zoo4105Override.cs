using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo4105Incomplete : RuleCase
{
    private const string Record = "DnsRecord.A(\"www\", \"192.0.2.1\"),";

    public override Rule Rule => ZoneOverrideIncomplete.Rule;

    public override Text Broken => new() { Constructor = Parts.Zone(Record, "Override = {|#0:new ZoneOverrideArgs { Who = \"ana\", Why = \" \" }|},") };

    public override string Message => "The guards of acme.example are overridden without Why and Until; say who allows it, why, and until when";

    public override Text Clean => new() { Constructor = Parts.Zone(Record, "Override = new ZoneOverrideArgs { Who = \"ana\", Why = \"the move\", Until = \"2026-12-01\" },") };

    public override Text NearMiss => new() { Constructor = Parts.Zone(Record, "Override = new ZoneOverrideArgs { Who = \"ana\", Why = \"the move\", Until = \"2026-12-24\" },") };

    public override Text Roundabout => new()
    {
        Constructor = "var override_ = {|#0:new ZoneOverrideArgs { Who = \"ana\", Why = Moves.Why }|};\n" + Parts.Zone(Record, "Override = override_,"),
        Elsewhere = "static class Moves { public const string Why = \"\"; }",
    };
}

public sealed class Zoo4105TooLong : RuleCase
{
    private const string Record = "DnsRecord.A(\"www\", \"192.0.2.1\"),";

    public override Rule Rule => ZoneOverrideIncomplete.Rule;

    public override Text Broken => new() { Constructor = Parts.Zone(Record, "Override = new ZoneOverrideArgs { Who = \"ana\", Why = \"the move\", Until = {|#0:\"2026-12-25\"|} },") };

    public override string Message => "The override of the guards of acme.example lasts until 2026-12-25, 32 days ahead; at most 31 are allowed, so let it end by 2026-12-24";

    public override Text Clean => new() { Constructor = Parts.Zone(Record, "Override = new ZoneOverrideArgs { Who = \"ana\", Why = \"the move\", Until = \"2026-12-24\" },") };

    public override Text NearMiss => new() { Constructor = Parts.Zone(Record, "Override = new ZoneOverrideArgs { Who = \"ana\", Why = \"the move\", Until = \"2026-11-23\" },") };

    public override Text Roundabout => new()
    {
        Constructor = Parts.Zone(Record, "Override = Allowed(),"),
        Members = "private static ZoneOverrideArgs Allowed() => new() { Who = \"ana\", Why = \"the move\", Until = {|#0:$\"{Year}-12-25\"|} };\nprivate const string Year = \"2026\";",
    };
}

public sealed class Zoo4105Ended : RuleCase
{
    private const string Record = "DnsRecord.A(\"www\", \"192.0.2.1\"),";

    public override Rule Rule => ZoneOverrideIncomplete.Rule;

    public override RuleSeverity Severity => RuleSeverity.Warning;

    public override Text Broken => new() { Constructor = Parts.Zone(Record, "Override = new ZoneOverrideArgs { Who = \"ana\", Why = \"the move\", Until = {|#0:\"2026-11-22\"|} },") };

    public override string Message => "The override of the guards of acme.example ended on 2026-11-22 and the build is of 2026-11-23; remove it";

    public override Text Clean => new() { Constructor = Parts.Zone(Record) };

    public override Text NearMiss => new() { Constructor = Parts.Zone(Record, "Override = new ZoneOverrideArgs { Who = \"ana\", Why = \"the move\", Until = \"2026-11-23\" },") };

    public override Text Roundabout => new()
    {
        Constructor = Parts.Zone(Record, "Override = new ZoneOverrideArgs { Who = \"ana\", Why = \"the move\", Until = {|#0:Moves.End|} },"),
        OtherAssembly = "public static class Moves { public const string End = \"2026-11-22\"; }",
    };
}
