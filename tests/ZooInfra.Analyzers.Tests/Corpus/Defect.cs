using Microsoft.CodeAnalysis;

namespace ZooInfra.Analyzers.Tests.Corpus;

/// <summary>One edit of one file of the corpus, and the one rule that must report it.</summary>
/// <param name="Rule">The rule that reports it, and nothing else does.</param>
/// <param name="File">The file that is edited.</param>
/// <param name="Old">What is replaced; it is in the file once.</param>
/// <param name="Edited">What it is replaced with.</param>
/// <param name="On">A text of the line that is reported; the first with it counts. Null for the line on which the edit begins.</param>
/// <param name="In">The file that is reported; null for the one that is edited.</param>
internal sealed record Defect(string Rule, string File, string Old, string Edited, string? On = null, string? In = null)
{
    public override string ToString() => $"{Rule} in {File}: {Edited.Trim().Split('\n')[0]}";

    public CorpusClient Client => CorpusClient.Find(File[..2]).With(File, Old, Edited);

    /// <summary>The path and the line, from 1, on which it is reported.</summary>
    public (string Path, int Line) Place
    {
        get
        {
            var before = CorpusClient.Find(File[..2]).Files.Single(file => file.Name == File).Text;
            var reported = Client.Files.Single(file => file.Name == (In ?? File));
            var start = On is null ? before.IndexOf(Old, StringComparison.Ordinal) : reported.Text.IndexOf(On, StringComparison.Ordinal);
            Assert.True(start >= 0, $"{reported.Name} has no '{On}'.");
            return (reported.Path, reported.Text[..start].Count(c => c == '\n') + 1);
        }
    }

    /// <summary>The one thing that is said above Info; the test fails when it is another or more.</summary>
    public async Task<CorpusFinding> FindAsync()
    {
        var findings = (await CorpusBuild.FindingsAsync(Client)).Where(finding => finding.Severity > DiagnosticSeverity.Info).ToList();
        var (path, line) = Place;
        Assert.True(findings is [var one] && (one.Id, one.Path, one.Line) == (Rule, path, line), $"expected {path}({line}): {Rule}, found:\n{string.Join("\n", findings)}");
        return findings[0];
    }
}
