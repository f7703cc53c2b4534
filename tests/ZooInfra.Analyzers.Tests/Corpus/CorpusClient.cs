using System.Text.RegularExpressions;

namespace ZooInfra.Analyzers.Tests.Corpus;

/// <summary>
/// A client of the corpus: the files of one number in Corpus/Silent, sources and the contract file, if there is one. Its first lines are comments:
/// <c>// waived: ZOO2003</c> where a waiver is in force, then the story.
/// </summary>
internal sealed partial record CorpusClient(string Number, IReadOnlyList<CorpusFile> Files)
{
    private static readonly string[] Components = ["DnsZone", "Firewall", "VpnService", "IdentityBoundary"];

    public static string Folder { get; } = Path.Combine(Sources.RepositoryRoot, "tests", "ZooInfra.Analyzers.Tests", "Corpus", "Silent");

    public static IReadOnlyList<CorpusClient> All { get; } =
    [
        .. Directory.EnumerateFiles(Folder)
            .Select(path => new CorpusFile(Path.GetFileName(path), File.ReadAllText(path).ReplaceLineEndings("\n")))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .GroupBy(file => file.Name[..2])
            .Select(same => new CorpusClient(same.Key, [.. same])),
    ];

    public static CorpusClient Find(string number) => All.Single(client => client.Number == number);

    /// <summary>The first source, which tells the story.</summary>
    public CorpusFile Main => Files.First(file => !file.IsContract);

    public string Story => Main.Text.Split('\n').First(line => !line.StartsWith(Waived, StringComparison.Ordinal)).TrimStart('/', ' ');

    /// <summary>The rule that a waiver of this client excepts from; null for none.</summary>
    public string? WaivedRule => Main.Text.StartsWith(Waived, StringComparison.Ordinal) ? Main.Text[Waived.Length..Main.Text.IndexOf('\n')].Trim() : null;

    /// <summary>Components, attributes and keys of the contract file, in the order in which they come.</summary>
    public IReadOnlyList<string> Exercised =>
    [
        .. Components.Where(component => Files.Any(file => !file.IsContract && Regex.IsMatch(file.Text, $@"\b{component}\b"))),
        .. Files.Where(file => !file.IsContract).SelectMany(file => Attribute().Matches(file.Text)).Select(match => $"[{match.Groups[1].Value}]").Distinct(),
        .. Files.Where(file => file.IsContract).SelectMany(file => Key().Matches(file.Text)).Select(match => match.Groups[1].Value + ":").Distinct(),
    ];

    /// <summary>The same client with one text of one file replaced.</summary>
    public CorpusClient With(string file, string old, string edited)
    {
        var text = Files.Single(one => one.Name == file).Text;
        Assert.True(Regex.Count(text, Regex.Escape(old)) == 1, $"{file} must have '{old}' once.");
        return this with { Files = [.. Files.Select(one => one.Name == file ? one with { Text = text.Replace(old, edited, StringComparison.Ordinal) } : one)] };
    }

    private const string Waived = "// waived: ";

    [GeneratedRegex(@"^\s*\[([A-Z]\w+)(?:\(|\])", RegexOptions.Multiline)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^([a-z_]+):", RegexOptions.Multiline)]
    private static partial Regex Key();
}
