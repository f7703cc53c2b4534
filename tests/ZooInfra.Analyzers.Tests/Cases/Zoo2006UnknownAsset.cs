using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo2006UnknownTarget : RuleCase
{
    public override Rule Rule => UnknownAsset.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Asset("erp", Species.Cattle, Owner = "Ana Ruiz", Criticality = Criticality.High, Groups = new[] { "servers" })]
            [PatchFlow("monthly", {|#0:Targets = new[] { "server" }|})]
            """,
    };

    public override string Message =>
        "The patch flow 'monthly' names 'server', and Acme Corp has no asset or group of that name; did you mean 'servers'?";

    public override Text Clean => new()
    {
        Attributes = """
            [Asset("erp", Species.Cattle, Owner = "Ana Ruiz", Criticality = Criticality.High, Groups = new[] { "servers" })]
            [PatchFlow("monthly", Targets = new[] { "servers" })]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [PatchFlow("monthly", Targets = new[] { "server" })]
            [RunbookStep("move", "look")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = "[PatchFlow(\"monthly\", {|#0:Targets = new[] { Names.Server }|})]",
        Elsewhere = "static class Names { public const string Server = \"server\"; }",
        File = """
            client: Acme Corp
            assets:
              - name: erp
                species: cattle
                owner: Ana Ruiz
                criticality: high
                groups: [servers]
            """,
    };
}

public sealed class Zoo2006UnknownInStep : RuleCase
{
    public override Rule Rule => UnknownAsset.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Asset("erp", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High)]
            [RunbookStep("move", "look", {|#0:Asset = "crm"|})]
            """,
    };

    public override string Message =>
        "The step 'look' of the runbook 'move' names 'crm', and Acme Corp has no asset of that name; did you mean 'erp'?";

    public override Text Clean => new()
    {
        Attributes = """
            [Asset("erp", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High)]
            [RunbookStep("move", "look", Asset = "erp")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Asset("erp", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High)]
            [RunbookStep("move", "look")]
            [Runbook("move", Assets = new[] { "erp" })]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Asset("erp", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High)]
            [RunbookStep("move", "look", {|#0:Asset = Names.Crm|})]
            """,
        OtherAssembly = "public static class Names { public const string Crm = \"crm\"; }",
    };
}

public sealed class Zoo2006UnknownInRunbook : RuleCase
{
    public override Rule Rule => UnknownAsset.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Asset("erp", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High)]
            [Runbook("move", {|#0:Assets = new[] { "erp", "Erp1" }|})]
            """,
    };

    public override string Message =>
        "The runbook 'move' names 'Erp1', and Acme Corp has no asset of that name; did you mean 'erp'?";

    public override Text Clean => new()
    {
        Attributes = """
            [Asset("erp", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High)]
            [Runbook("move", Assets = new[] { "erp" })]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Asset("erp", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High)]
            [Runbook("move")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Asset("erp", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High)]
            """,
        File = """
            client: Acme Corp
            runbooks:
              - name: move
                {|#0:assets|}: [erp, Erp1]
            """,
    };
}
