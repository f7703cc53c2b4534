using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ZooInfra.Analyzers.Tests;

/// <summary>Analyzers run on every keystroke, so on code that is not finished.</summary>
public sealed class TruncationTests
{
    private const string Client = """
        using ZooInfra;
        using ZooInfra.Contracts;

        [Tenant("biggov", Name = "BigGov")]
        [Sla(99.99, Response = "5m", PatchWindows = WindowAccounting.Counted, Clause = "MSA 4.2")]
        [Billing(BillingModel.PerSeat)]
        [PatchWindow("Mon, Wed", "02:00–04:00", Zone = "UTC", MaxDowntime = "10m")]
        [Regime(Regime.Hipaa, Tier = 2)]
        [StoryCard("Move", Scope = new[] { "mail", "dns" }, SandboxTest = true)]
        public sealed partial class BigGov : TenantStack
        {
            public BigGov() { }
        }
        """;

    [Fact]
    public async Task No_analyzer_fails_on_a_class_that_breaks_off_at_any_token()
    {
        var whole = CSharpSyntaxTree.ParseText(Client);
        foreach (var token in (await whole.GetRootAsync()).DescendantTokens())
        {
            await NoFailureAsync(Client[..token.Span.End], Sources.BigGovFile);
            await NoFailureAsync(Client.Remove(token.Span.Start, token.Span.Length), Sources.BigGovFile);
        }
    }

    [Fact]
    public async Task No_analyzer_fails_on_a_file_that_breaks_off_anywhere()
    {
        for (var length = 0; length <= Sources.BigGovFile.Length; length++)
        {
            await NoFailureAsync(Client, Sources.BigGovFile[..length]);
        }
    }

    private static async Task NoFailureAsync(string source, string contract)
    {
        var compilation = CSharpCompilation.Create(
            "Clients",
            [CSharpSyntaxTree.ParseText(source), CSharpSyntaxTree.ParseText(Sources.TenantStack)],
            Sources.References,
            new(OutputKind.DynamicallyLinkedLibrary));
        var options = new AnalyzerOptions([new Text("/0/contracts/biggov.contract.yaml", contract)]);
        ImmutableArray<DiagnosticAnalyzer> analyzers = [new ClientAnalyzer(), new ClientClassAnalyzer(), new ClientIdsAnalyzer()];
        var diagnostics = await compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync();

        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
    }

    private sealed class Text(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
