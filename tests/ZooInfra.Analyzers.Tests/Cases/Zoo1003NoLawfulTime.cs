using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

public sealed class Zoo1003NoSharedTime : RuleCase
{
    public override Rule Rule => NoLawfulTime.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [PatchWindow("Mon", "02:00-04:00", Zone = "UTC")]
            [Asset("edge", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High, {|#0:SharedWith = new[] { "other" }|})]
            """,
        Elsewhere = """
            [Tenant("other", Name = "Other")]
            [PatchWindow("Tue", "02:00-04:00", Zone = "UTC")]
            public sealed partial class Other : TenantStack { }
            """,
    };

    public override string Message =>
        "'edge' is shared by Acme Corp (Mon 02:00-04:00 UTC) and Other (Tue 02:00-04:00 UTC), and in the year from 2026-11-23 there is no time in which all of them allow work; agree a window that they share";

    public override Text Clean => new()
    {
        Attributes = """
            [PatchWindow("Mon", "02:00-04:00", Zone = "UTC")]
            [Asset("edge", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High, SharedWith = new[] { "other" })]
            """,
        Elsewhere = """
            [Tenant("other", Name = "Other")]
            [PatchWindow("Mon", "03:00-05:00", Zone = "UTC")]
            public sealed partial class Other : TenantStack { }
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [PatchWindow("Mon", "02:00-04:00", Zone = "UTC")]
            [Asset("edge", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High, SharedWith = new[] { "other" })]
            [Asset("line", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High, SharedWith = new[] { "stranger" })]
            """,
        Elsewhere = """
            [Tenant("other", Name = "Other")]
            [PatchWindow("Sun, Mon", "23:00-02:01", Zone = "UTC")]
            public sealed partial class Other : TenantStack { }
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [PatchWindow("Mon", "02:00-04:00", Zone = "UTC")]
            [Asset("edge", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High, {|#0:SharedWith = new[] { Sharers.Other }|})]
            """,
        Elsewhere = """
            [Tenant("other", Name = "Other")]
            [PatchWindow("Tue", "02:00-04:00", Zone = "UTC")]
            public sealed partial class Other : TenantStack { }
            """,
        OtherAssembly = "public static class Sharers { public const string Other = \"OTHER\"; }",
    };
}

public sealed class Zoo1003FlowTooLong : RuleCase
{
    public override Rule Rule => NoLawfulTime.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [PatchWindow("Mon", "02:00-04:00", Zone = "UTC")]
            [Asset("edge", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High, SharedWith = new[] { "other" })]
            [PatchFlow("monthly", Targets = new[] { "edge" }, {|#0:Takes = "50m"|}, Rollback = "15m")]
            """,
        Elsewhere = """
            [Tenant("other", Name = "Other")]
            [PatchWindow("Mon", "03:00-05:00", Zone = "UTC")]
            public sealed partial class Other : TenantStack { }
            """,
    };

    public override string Message =>
        "'edge' is shared by Acme Corp (Mon 02:00-04:00 UTC) and Other (Mon 03:00-05:00 UTC), who all allow work for at most 1h at a time, and the patch flow 'monthly' takes 50m and 15m to undo, 1h5m in all; agree a longer window that they share, or patch in smaller parts";

    public override Text Clean => new()
    {
        Attributes = """
            [PatchWindow("Mon", "02:00-04:00", Zone = "UTC")]
            [Asset("edge", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High, SharedWith = new[] { "other" })]
            [PatchFlow("monthly", Targets = new[] { "edge" }, Takes = "45m", Rollback = "15m")]
            """,
        Elsewhere = """
            [Tenant("other", Name = "Other")]
            [PatchWindow("Mon", "03:00-05:00", Zone = "UTC")]
            public sealed partial class Other : TenantStack { }
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [PatchWindow("Mon", "02:00-04:00", Zone = "UTC")]
            [Asset("edge", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High)]
            [PatchFlow("monthly", Targets = new[] { "edge" }, Takes = "4h", Rollback = "15m")]
            """,
        Elsewhere = """
            [Tenant("other", Name = "Other")]
            [PatchWindow("Mon", "03:00-05:00", Zone = "UTC")]
            public sealed partial class Other : TenantStack { }
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [PatchWindow("Mon", "02:00-04:00", Zone = "UTC")]
            [Asset("edge", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High, SharedWith = new[] { "other" }, Groups = new[] { "gates" })]
            [PatchFlow("monthly", Targets = new[] { "gates" }, {|#0:Takes = Acme.Long|}, Rollback = "PT15M")]
            """,
        Members = """
            private const string Long = "50" + "m";
            """,
        Elsewhere = """
            [Tenant("other", Name = "Other")]
            [PatchWindow("Mon", "03:00-05:00", Zone = "UTC")]
            public sealed partial class Other : TenantStack { }
            """,
    };
}

public sealed class Zoo1003StartsOutside : RuleCase
{
    public override Rule Rule => NoLawfulTime.Rule;

    public override Text Broken => new()
    {
        Attributes = """
            [PatchWindow("Mon", "02:00-04:00", Zone = "UTC")]
            [Asset("edge", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High, SharedWith = new[] { "other" })]
            [PatchFlow("monthly", Targets = new[] { "edge" }, {|#0:Starts = "Mon 03:00 UTC"|})]
            """,
        Elsewhere = """
            [Tenant("other", Name = "Other")]
            [PatchWindow("Mon", "03:00-05:00", Zone = "Europe/Berlin")]
            public sealed partial class Other : TenantStack { }
            """,
    };

    public override string Message =>
        "'edge' is shared by Acme Corp (Mon 02:00-04:00 UTC) and Other (Mon 03:00-05:00 Europe/Berlin), and the patch flow 'monthly' starts Mon 03:00 UTC, outside of the time in which all of them allow work, first on 2027-03-29; the next such time after it starts Mon 2027-04-05 02:00 UTC";

    public override Text Clean => new()
    {
        Attributes = """
            [PatchWindow("Mon", "02:00-04:00", Zone = "UTC")]
            [Asset("edge", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High, SharedWith = new[] { "other" })]
            [PatchFlow("monthly", Targets = new[] { "edge" }, Starts = "Mon 02:00 UTC")]
            """,
        Elsewhere = """
            [Tenant("other", Name = "Other")]
            [PatchWindow("Mon", "03:00-05:00", Zone = "Europe/Berlin")]
            public sealed partial class Other : TenantStack { }
            """,
    };

    public override Text NearMiss => new()
    {
        Attributes = """
            [PatchWindow("Mon", "02:00-04:00", Zone = "UTC")]
            [Asset("edge", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High, SharedWith = new[] { "other" })]
            [PatchFlow("monthly", Targets = new[] { "edge" }, Starts = "Mon 02:59 UTC")]
            """,
        Elsewhere = """
            [Tenant("other", Name = "Other")]
            [PatchWindow("Mon", "03:00-05:00", Zone = "Europe/Berlin")]
            public sealed partial class Other : TenantStack { }
            """,
    };

    public override Text Roundabout => new()
    {
        Attributes = """
            [PatchWindow("Mon", "02:00-04:00", Zone = "UTC")]
            [Asset("edge", Species.LegacyPet, Owner = "Ana Ruiz", Criticality = Criticality.High, SharedWith = new[] { "other" })]
            [PatchFlow(Flows.Name, Targets = new[] { "edge" }, {|#0:Starts = Flows.Start|})]
            """,
        Elsewhere = """
            [Tenant("other", Name = "Other")]
            [PatchWindow("Mon", "03:00-05:00", Zone = "Europe/Berlin")]
            public sealed partial class Other : TenantStack { }
            """,
        OtherAssembly = """
            public static class Flows { public const string Name = "monthly"; public const string Start = "monday 3:00 UTC"; }
            """,
    };
}
