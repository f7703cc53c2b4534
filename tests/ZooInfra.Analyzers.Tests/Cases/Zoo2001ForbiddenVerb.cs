using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo2001PossumInGroup : RuleCase
{
    public override Rule Rule => ForbiddenVerb.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Asset("erp", Species.Possum, Owner = "Ana Ruiz", Criticality = Criticality.High, Groups = new[] { "servers" })]
            [PatchFlow("monthly", {|#0:Targets = new[] { "servers" }|}, Reboots = true, Verify = "ping")]
            """,
    };

    public override string Message =>
        "The patch flow 'monthly' of Acme Corp reboots 'erp' through the group 'servers', and a possum comes back from a reboot wrong or not at all; take it out of the targets, or patch it by a flow that does not reboot";

    public override Text Clean => new()
    {
        Attributes = """
            [Asset("erp", Species.Possum, Owner = "Ana Ruiz", Criticality = Criticality.High, Groups = new[] { "servers" })]
            [PatchFlow("monthly", Targets = new[] { "servers" })]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Asset("erp", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High, Groups = new[] { "servers" })]
            [Asset("till", Species.Possum, Owner = "Ana Ruiz", Criticality = Criticality.High)]
            [PatchFlow("monthly", Targets = new[] { "servers" }, Reboots = true, Verify = "ping")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [Asset(Names.Erp, (Species)4, Owner = "Ana Ruiz", Criticality = Criticality.High, Groups = new[] { Names.Group })]
            [PatchFlow("monthly", {|#0:Targets = new[] { Names.Group }|}, Reboots = !false, Verify = "ping")]
            """,
        Elsewhere = """
            static class Names { public const string Erp = "erp"; public const string Group = "ser" + "vers"; }
            """,
    };
}

public sealed class Zoo2001NeverReboot : RuleCase
{
    public override Rule Rule => ForbiddenVerb.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [Asset("till", Species.Cattle, Owner = "Ana Ruiz", Criticality = Criticality.High, NeverReboot = true)]
            [PatchFlow("monthly", {|#0:Targets = new[] { "till" }|}, Reboots = true, Verify = "ping")]
            """,
    };

    public override string Message =>
        "The patch flow 'monthly' of Acme Corp reboots 'till', and it is marked NeverReboot; take it out of the targets, or patch it by a flow that does not reboot";

    public override Text Clean => new()
    {
        Attributes = """
            [Asset("till", Species.Cattle, Owner = "Ana Ruiz", Criticality = Criticality.High)]
            [PatchFlow("monthly", Targets = new[] { "till" }, Reboots = true, Verify = "ping")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [Asset("till", Species.Cattle, Owner = "Ana Ruiz", Criticality = Criticality.High, NeverReboot = false)]
            [PatchFlow("monthly", Targets = new[] { "till" }, Reboots = true, Verify = "ping")]
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [PatchFlow("monthly", {|#0:Targets = new[] { "till" }|}, Reboots = true, Verify = "ping")]
            """,
        File = """
            client: Acme Corp
            assets:
              - name: till
                species: cattle
                owner: Ana Ruiz
                criticality: high
                never_reboot: true
            """,
    };
}

public sealed class Zoo2001Unverified : RuleCase
{
    public override Rule Rule => ForbiddenVerb.Rule;

    public override Text Broken => new()
    {
        Attributes = "[{|#0:PatchFlow(\"monthly\", Reboots = true)|}]",
    };

    public override string Message =>
        "The patch flow 'monthly' of Acme Corp reboots and does not say how it is checked that all came back; say Verify = \"what is looked at\"";

    public override Text Clean => new()
    {
        Attributes = """
            [PatchFlow("monthly", Reboots = true, Verify = "ping")]
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = "[PatchFlow(\"monthly\", Reboots = false)]",
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [{|#0:PatchFlow("monthly", Reboots = Flows.Reboot)|}]
            """,
        OtherAssembly = "public static class Flows { public const bool Reboot = true; }",
    };
}
