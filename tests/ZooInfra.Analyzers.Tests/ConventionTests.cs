using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using ZooInfra.CodeFixes;
using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests;

public sealed class ConventionTests
{
    private static readonly DiagnosticAnalyzer[] Analyzers =
    [
        .. typeof(ClientAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static TheoryData<string> Ids => [.. RuleBook.All.Select(rule => rule.Id)];

    [Fact]
    public void Rules_stand_in_the_order_of_their_ids_and_no_id_is_there_twice()
        => Assert.Equal(RuleBook.All.Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal), RuleBook.All.Select(rule => rule.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_with_its_title(string id)
    {
        var page = Path.Combine(Sources.RepositoryRoot, "docs", "rules", id + ".md");

        Assert.True(File.Exists(page), page);
        Assert.Equal($"# {id}: {RuleBook.Find(id)!.Title}", File.ReadLines(page).First());
        Assert.EndsWith($"/docs/rules/{id}.md", RuleBook.Find(id)!.HelpLink.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_what_why_how_and_when_to_waive(string id)
    {
        var headings = File.ReadLines(Path.Combine(Sources.RepositoryRoot, "docs", "rules", id + ".md")).Where(line => line.StartsWith("## ", StringComparison.Ordinal));

        Assert.Equal(["## What", "## Why", "## Wrong", "## Right", "## Controls", "## Waiving"], headings);
    }

    [Fact]
    public void Every_rule_is_reported_by_an_analyzer()
        => Assert.Equal(
            RuleBook.All.Select(rule => rule.Id).Order(StringComparer.Ordinal),
            Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(descriptor => descriptor.Id).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_descriptor_says_what_its_rule_says()
        => Assert.All(Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics), descriptor =>
        {
            var rule = RuleBook.Find(descriptor.Id)!;
            Assert.Equal(rule.Title, descriptor.Title.ToString(null));
            Assert.Equal(rule.MessageFormat, descriptor.MessageFormat.ToString(null));
            Assert.Equal(rule.Family.ToString(), descriptor.Category);
            Assert.Equal(rule.HelpLink.ToString(), descriptor.HelpLinkUri);
            Assert.Equal(rule.Severity.ToString(), descriptor.DefaultSeverity.ToString());
        });

    [Fact]
    public void Every_fixable_id_is_a_rule()
        => Assert.All(typeof(PatchWindowFix).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)))
            .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds), id => Assert.NotNull(RuleBook.Find(id)));

    [Fact]
    public void An_analyzer_is_sealed_and_bound_to_its_language()
        => Assert.All(Analyzers, analyzer =>
        {
            Assert.True(analyzer.GetType().IsSealed);
            Assert.True(analyzer.GetType().IsDefined(typeof(DiagnosticAnalyzerAttribute), false));
        });
}
