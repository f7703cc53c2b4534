using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo2004FlowOnObserved : RuleCase
{
    public override Rule Rule => ForeignAssetChanged.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Asset("line", Species.Zebra, Owner = "Ana Ruiz", Criticality = Criticality.High, Ownership = Ownership.Observed)]
            [PatchFlow("monthly", {|#0:Targets = new[] { "line" }|})]
            """,
    };

    public override string Message =>
        "The patch flow 'monthly' of Acme Corp changes 'line', which is observed and not owned; only look at it, or take it over with an owner first (Ownership = Ownership.Owned)";

    public override Text Clean => new()
    {
        Attributes = """
            [Asset("line", Species.Zebra, Owner = "Ana Ruiz", Criticality = Criticality.High)]
            [PatchFlow("monthly", Targets = new[] { "line" })]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Asset("line", Species.Zebra, Owner = "Ana Ruiz", Criticality = Criticality.High, Ownership = Ownership.Observed)]
            [Asset("host", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High)]
            [PatchFlow("monthly", Targets = new[] { "host" })]
            [RunbookStep("move", "look", Asset = "line")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Asset("line", Species.Zebra, Owner = "Ana Ruiz", Criticality = Criticality.High, Ownership = (Ownership)Grades.Seen)]
            [PatchFlow("monthly", {|#0:Targets = new[] { nameof(line) }|})]
            """,
        Members = "private static int line;",
        OtherAssembly = "public static class Grades { public const int Seen = 1; }",
    };
}

public sealed class Zoo2004StepOnRumoured : RuleCase
{
    public override Rule Rule => ForeignAssetChanged.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Asset("line", Species.Zebra, Owner = "Ana Ruiz", Criticality = Criticality.High, Ownership = Ownership.Rumoured)]
            [RunbookStep("move", "cut", Changes = true, Verify = "ping", Undo = "plug in", {|#0:Asset = "line"|})]
            """,
    };

    public override string Message =>
        "The step 'cut' of the runbook 'move' of Acme Corp changes 'line', which is rumoured and not owned; only look at it, or take it over with an owner first (Ownership = Ownership.Owned)";

    public override Text Clean => new()
    {
        Attributes = """
            [Asset("line", Species.Zebra, Owner = "Ana Ruiz", Criticality = Criticality.High)]
            [RunbookStep("move", "cut", Changes = true, Verify = "ping", Undo = "plug in", Asset = "line")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Asset("line", Species.Zebra, Owner = "Ana Ruiz", Criticality = Criticality.High, Ownership = Ownership.Rumoured)]
            [RunbookStep("move", "look", Changes = false, Asset = "line")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Asset("line", Species.Zebra, Owner = "Ana Ruiz", Criticality = Criticality.High, Ownership = Ownership.Rumoured)]
            """,
        File = """
            client: Acme Corp
            runbook_steps:
              - runbook: move
                step: cut
                changes: true
                verify: ping
                undo: plug in
                asset: {|#0:line|}
            """,
    };
}
