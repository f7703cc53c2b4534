using CsCheck;

namespace ZooInfra.Contracts.Tests;

public sealed class FactMergeTests
{
    private static readonly PatchWindowFacts MonWed = new(new(["Mon", "Wed"]), "02:00–04:00 UTC", null, null);

    private static readonly TenantFacts File = new()
    {
        Id = "a",
        Name = "A",
        Availability = "99.99",
        PatchWindows = new([MonWed]),
        Regimes = new([new("hipaa", null, "BAA 1")]),
        Cards = new([new("Move", new(["mail"]), default, null, false, "SOW 7")]),
    };

    private static readonly TenantFacts Nothing = new() { Id = "a" };

    [Fact]
    public void A_class_that_says_nothing_changes_nothing() => Assert.Equal(new FactMerge(File, default), TenantFacts.Merge(File, Nothing));

    [Fact]
    public void A_file_that_says_nothing_leaves_the_class() => Assert.Equal(new FactMerge(File, default), TenantFacts.Merge(Nothing, File));

    [Fact]
    public void The_same_facts_merge_into_themselves() => Assert.Equal(new FactMerge(File, default), TenantFacts.Merge(File, File));

    [Fact]
    public void No_facts_conflict_with_themselves() => ContractText.Facts.Sample(facts => Assert.Empty(TenantFacts.Merge(facts, facts).Conflicts));

    [Fact]
    public void The_class_fills_what_the_file_leaves_open()
    {
        var merge = TenantFacts.Merge(File, new TenantFacts
        {
            Id = "a",
            Response = "5m",
            WindowAccounting = "excluded",
            PatchWindows = new([new(new(["Monday"]), "02:00-04:00", "UTC", "10m"), new(new(["Wednesday"]), "02:00-04:00", "UTC", "5m")]),
            Regimes = new([new("HIPAA", 2, null)]),
            Cards = new([new("Move", default, new(["mail arrives"]), "30m", true, null), new("Other", default, default, null, false, null)]),
        });

        Assert.Empty(merge.Conflicts);
        Assert.Equal(("99.99", "5m", "excluded"), (merge.Facts.Availability, merge.Facts.Response, merge.Facts.WindowAccounting));
        Assert.Equal(["10m", "5m"], merge.Facts.PatchWindows.Select(window => window.MaxDowntime));
        Assert.Equal([new("hipaa", 2, "BAA 1")], merge.Facts.Regimes);
        Assert.Equal(
            [new("Move", new(["mail"]), new(["mail arrives"]), "30m", true, "SOW 7"), new("Other", default, default, null, false, null)],
            merge.Facts.Cards);
    }

    [Fact]
    public void Other_values_conflict_and_the_file_is_kept()
    {
        var merge = TenantFacts.Merge(File, new TenantFacts
        {
            Id = "A",
            Name = "B",
            Availability = "99.9",
            PatchWindows = new([new(new(["Mon"]), "02:00-04:00", "UTC", null)]),
            Regimes = new([new("pci_dss", null, null)]),
            Cards = new([new("Other", default, default, null, false, null), new("Move", new(["dns"]), default, null, false, "SOW 8")]),
        });

        Assert.Equal(
            [
                new(FactPath.Client, FactPath.Client, "a", "A"),
                new(FactPath.Name, FactPath.Name, "A", "B"),
                new(FactPath.Availability, FactPath.Availability, "99.99", "99.9"),
                new(FactPath.PatchWindows, FactPath.PatchWindows, "Mon, Wed 02:00–04:00 UTC", "Mon 02:00-04:00 UTC"),
                new(FactPath.Regimes, FactPath.Regimes, "hipaa", "pci_dss"),
                new(FactPath.Card(0), FactPath.Card(1), "mail", "dns"),
                new(FactPath.Card(0), FactPath.Card(1), "SOW 7", "SOW 8"),
            ],
            merge.Conflicts);
        Assert.Equal(("99.99", MonWed), (merge.Facts.Availability, merge.Facts.PatchWindows[0]));
    }

    [Fact]
    public void Limits_of_one_window_that_differ_conflict()
    {
        var merge = TenantFacts.Merge(
            File with { PatchWindows = new([MonWed with { MaxDowntime = "10m" }]) },
            Nothing with { PatchWindows = new([MonWed with { MaxDowntime = "20m" }]) });

        Assert.Equal(FactPath.PatchWindows, Assert.Single(merge.Conflicts).Path);
    }

    [Fact]
    public void Tiers_that_differ_conflict_at_the_index_of_each_side()
    {
        var merge = TenantFacts.Merge(
            Nothing with { Regimes = new([new("hipaa", 1, null), new("pci_dss", 1, null)]) },
            Nothing with { Regimes = new([new("pci-dss", 2, null), new("hipaa", 1, null)]) });

        Assert.Equal([new(FactPath.RegimeTier(1), FactPath.RegimeTier(0), "1", "2")], merge.Conflicts);
    }

    [Theory]
    [InlineData("99.99 %")]
    [InlineData("99.990")]
    public void A_value_that_is_unreadable_or_the_same_conflicts_with_nothing(string availability)
        => Assert.Empty(TenantFacts.Merge(File, Nothing with { Availability = availability }).Conflicts);
}
