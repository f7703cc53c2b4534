using System.Text;
using System.Text.RegularExpressions;
using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests;

/// <summary>The files that list all rules: made from the rule book with ZOO_UPDATE_BASELINES=1, compared with it otherwise.</summary>
public sealed partial class ReleaseFiles
{
    [Fact]
    public void The_release_file_lists_every_rule()
    {
        var lines = new StringBuilder("; Rules that no released version has yet.\n\n### New Rules\n\nRule ID | Category | Severity | Notes\n--------|----------|----------|-------\n");
        foreach (var rule in RuleBook.All)
        {
            lines.Append($"{rule.Id} | {rule.Family} | {rule.Severity} | {rule.Title}\n");
        }

        Compare(Path.Combine("analyzers", "ZooInfra.Analyzers", "AnalyzerReleases.Unshipped.md"), _ => lines.ToString());
    }

    [Fact]
    public void The_table_of_rules_has_every_rule()
    {
        var table = new StringBuilder("| Rule | Severity | Title | Controls | Waivable |\n|---|---|---|---|---|\n");
        foreach (var rule in RuleBook.All)
        {
            table.Append($"| [{rule.Id}]({rule.Id}.md) | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Title} | {string.Join(", ", rule.Controls)} | {(rule.IsWaivable ? "yes" : "no")} |\n");
        }

        Compare(Path.Combine("docs", "rules", "README.md"), page => Rows().Replace(page, _ => table.ToString(), 1));
    }

    internal static void Compare(string path, Func<string, string> make)
    {
        var full = Path.Combine(Sources.RepositoryRoot, path);
        var (actual, expected) = (File.ReadAllText(full), make(File.ReadAllText(full)));
        if (Environment.GetEnvironmentVariable("ZOO_UPDATE_BASELINES") == "1")
        {
            File.WriteAllText(full, expected);
            return;
        }

        Assert.Equal(expected, actual);
    }

    [GeneratedRegex(@"\| Rule \| Severity \|[^\n]*\n(\|[^\n]*\n)+")]
    private static partial Regex Rows();
}
