using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo2002NoOwner : RuleCase
{
    public override Rule Rule => AssetUnowned.Rule;

    public override Text Broken => new()
    {
        Attributes = "[{|#0:Asset(\"erp\", Species.LegacyPet, Criticality = Criticality.High)|}]",
    };

    public override string Message =>
        "The asset 'erp' of Acme Corp does not state Owner, so nobody is asked before it is touched; say Owner = \"who answers for it\"";

    public override Text Clean => new()
    {
        Attributes = """
            [Asset("erp", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High)]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Asset("erp", Species.Ghost, Criticality = Criticality.Low, SearchUntil = "2027-01-31")]
            [Asset("line", Species.Zebra, Ownership = Ownership.Rumoured)]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = "[{|#0:Asset(Names.Erp, Species.LegacyPet, Owner = Names.Nobody, Criticality = (Criticality)3)|}]",
        Elsewhere = "static class Names { public const string Erp = \"erp\"; public const string Nobody = null!; }",
    };
}

public sealed class Zoo2002NoCriticality : RuleCase
{
    public override Rule Rule => AssetUnowned.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [{|#0:Asset("erp", Species.LegacyPet, Owner = "Ana Ruiz")|}]
            """,
    };

    public override string Message =>
        "The asset 'erp' of Acme Corp does not state Criticality, so nobody is asked before it is touched; say Criticality = Criticality.Low, Medium or High";

    public override Text Clean => new()
    {
        Attributes = """
            [Asset("erp", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High)]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Asset("erp", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.Low, Ownership = Ownership.Observed)]
            """,
    };

    public override Text Roundabout => new()
    {
        File = """
            client: Acme Corp
            assets:
              - {|#0:name|}: erp
                species: legacy-pet
                owner: Ana Ruiz
            """,
    };
}
