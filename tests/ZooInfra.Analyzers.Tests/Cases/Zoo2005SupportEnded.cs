using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo2005Ended : RuleCase
{
    public override Rule Rule => SupportEnded.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Asset("sonicwall", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High, {|#0:SupportEnds = "2026-11-22"|})]
            """,
    };

    public override string Message =>
        "The maker of 'sonicwall' of Acme Corp mends it no more since 2026-11-22, 1 day before the build of 2026-11-23; replace it, buy longer support, or have it waived with what is done instead";

    public override Text Clean => new()
    {
        Attributes = """
            [Asset("sonicwall", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High, SupportEnds = "2030-01-31")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Asset("sonicwall", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High, SupportEnds = "2027-05-23")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Asset("sonicwall", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High, {|#0:SupportEnds = Makers.Ends|})]
            """,
        OtherAssembly = "public static class Makers { public const string Ends = \"2026-11-22\"; }",
    };
}

public sealed class Zoo2005EndsSoon : RuleCase
{
    public override Rule Rule => SupportEnded.Rule;

    public override RuleSeverity Severity => RuleSeverity.Warning;

    public override Text Broken => new()
    {
        Attributes = """
            [Asset("sonicwall", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High, {|#0:SupportEnds = "2027-05-22"|})]
            """,
    };

    public override string Message =>
        "The maker of 'sonicwall' of Acme Corp mends it until 2027-05-22, 180 days from now, and the warning comes 180 days before; plan its replacement";

    public override Text Clean => new()
    {
        Attributes = """
            [Asset("sonicwall", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High, SupportEnds = "2030-01-31")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Asset("sonicwall", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High, SupportEnds = "2027-05-23")]
            """,
    };

    public override Text Roundabout => new()
    {
        File = """
            client: Acme Corp
            assets:
              - name: sonicwall
                species: legacy_pet
                owner: Ana Ruiz
                criticality: high
                support_ends: {|#0:2027-05-22|}
            """,
    };
}
