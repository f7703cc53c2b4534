using System.Text;
using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Corpus;

/// <summary>The page of the corpus: made by the tests with ZOO_UPDATE_BASELINES=1, compared with what they find otherwise.</summary>
public sealed class CorpusReleaseFiles
{
    [Fact]
    public async Task The_page_of_the_corpus_has_every_client_and_every_defect_with_its_message()
    {
        var page = new StringBuilder();
        page.Append("# The corpus of right and wrong clients\n\n")
            .Append($"{CorpusClient.All.Count} clients as engineers write them, which no rule may speak about, and {Defects.All.Count} edits of them, each of which must give exactly one finding, of its\n")
            .Append($"rule and on its line. The edits break {Defects.All.Select(defect => defect.Rule).Distinct().Count()} of the {RuleBook.All.Count} rules. All analyzers run, over the real components and with the generator, on the day 2026-11-23.\n")
            .Append("The tests write this page; the files are in tests/ZooInfra.Analyzers.Tests/Corpus/Silent, the edits in Corpus/Defects.cs.\n\n")
            .Append("## Clients that are left in peace\n\n| File | Client | Uses | Waived |\n|---|---|---|---|\n");
        foreach (var client in CorpusClient.All)
        {
            page.Append($"| {string.Join(", ", client.Files.Select(file => file.Name))} | {Cell(client.Story)} | {Cell(string.Join(", ", client.Exercised))} | {client.WaivedRule} |\n");
        }

        page.Append("\n## Seeded defects\n\n| Rule | Place | Edit | Message |\n|---|---|---|---|\n");
        for (var i = 0; i < Defects.All.Count; i++)
        {
            var (defect, finding) = (Defects.All[i], await DefectTests.Findings[i].Value);
            page.Append($"| [{defect.Rule}]({defect.Rule}.md) | {defect.In ?? defect.File}:{finding.Line} | {Code(defect.Old)} becomes {Code(defect.Edited)}{(defect.In is null ? "" : $" in {defect.File}")} | {Cell(finding.Message)} |\n");
        }

        ReleaseFiles.Compare(Path.Combine("docs", "rules", "corpus.md"), _ => page.ToString());
    }

    private static string Code(string text) => string.IsNullOrWhiteSpace(text) ? "nothing" : $"`{Cell(text)}`";

    private static string Cell(string text)
        => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("|", "\\|", StringComparison.Ordinal);
}
