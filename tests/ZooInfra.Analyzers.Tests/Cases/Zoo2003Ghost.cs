using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo2003PastSearch : RuleCase
{
    public override Rule Rule => GhostUnsought.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Asset("nas", Species.Ghost, Criticality = Criticality.Low, {|#0:SearchUntil = "2026-11-22"|})]
            """,
    };

    public override string Message =>
        "The owner of the ghost 'nas' of Acme Corp was to be found by 2026-11-22, and the build is of 2026-11-23, 1 day later; name the owner, take it out of service, or agree a later day";

    public override Text Clean => new()
    {
        Attributes = """
            [Asset("nas", Species.Ghost, Criticality = Criticality.Low, SearchUntil = "2027-02-01")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Asset("nas", Species.Ghost, Criticality = Criticality.Low, SearchUntil = "2026-11-23")]
            [Asset("old", Species.Ghost, Owner = "Ben Okoye", Criticality = Criticality.Low, SearchUntil = "2020-01-01")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = "[Asset(\"nas\", Species.Ghost, Criticality = Criticality.Low, {|#0:SearchUntil = Searches.Ends|})]",
        OtherAssembly = "public static class Searches { public const string Ends = \"2026-11-22\"; }",
    };
}

public sealed class Zoo2003NoSearch : RuleCase
{
    public override Rule Rule => GhostUnsought.Rule;

    public override RuleSeverity Severity => RuleSeverity.Warning;

    public override Text Broken => new()
    {
        Attributes = "[{|#0:Asset(\"nas\", Species.Ghost, Criticality = Criticality.Low)|}]",
    };

    public override string Message =>
        "The ghost 'nas' of Acme Corp has no owner and no day by which one must be found; say SearchUntil = \"2027-03-31\" with the day that is meant";

    public override Text Clean => new()
    {
        Attributes = """
            [Asset("nas", Species.Ghost, Criticality = Criticality.Low, SearchUntil = "2027-02-01")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Asset("nas", Species.Ghost, Owner = "Ana Ruiz", Criticality = Criticality.High)]
            """,
    };

    public override Text Roundabout => new()
    {
        File = """
            client: Acme Corp
            assets:
              - {|#0:name|}: nas
                species: ghost
                criticality: low
            """,
    };
}
