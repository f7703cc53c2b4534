namespace ZooInfra.Contracts.Tests;

public sealed class ControlCatalogueTests
{
    [Fact]
    public void Every_control_of_a_rule_is_in_the_catalogue_of_its_regime()
    {
        var known = ControlCatalogue.All.Select(entry => entry.Control).ToHashSet();
        Assert.Empty(RuleBook.All.SelectMany(rule => rule.Controls.Where(control => !known.Contains(control)).Select(control => $"{rule.Id}: {control}")));
    }

    [Fact]
    public void Every_control_stands_once_and_has_a_title()
    {
        Assert.Equal(ControlCatalogue.All.Count, ControlCatalogue.All.Select(entry => entry.Control).Distinct().Count());
        Assert.All(ControlCatalogue.All, entry => Assert.NotEmpty(entry.Title));
    }
}
