using Microsoft.CodeAnalysis;

namespace ZooInfra.Analyzers.Tests.Corpus;

/// <summary>Realistic clients that keep their promises: no rule may say anything above Info about them.</summary>
public sealed class SilentTests
{
    public static TheoryData<string> Numbers => [.. CorpusClient.All.Select(client => client.Main.Name)];

    [Fact]
    public void The_corpus_has_at_least_forty_clients() => Assert.True(CorpusClient.All.Count >= 40, $"There are {CorpusClient.All.Count}.");

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task A_right_client_is_left_in_peace(string file)
    {
        var client = CorpusClient.Find(file[..2]);
        var findings = await CorpusBuild.FindingsAsync(client);
        var unexpected = findings.Where(finding => finding.Severity > DiagnosticSeverity.Info || finding.Id != client.WaivedRule);

        Assert.True(!unexpected.Any(), string.Join("\n", unexpected));
        Assert.Equal(client.WaivedRule, findings.Select(finding => finding.Id).Distinct().SingleOrDefault());
    }
}
