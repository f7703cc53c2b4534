using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ZooInfra.Analyzers.Tests.Cases;
using ZooInfra.Generators;

namespace ZooInfra.Analyzers.Tests.Corpus;

/// <summary>Builds a client of the corpus as a project of clients is built: real components, the generator, all analyzers, on the day 2026-11-23.</summary>
internal static class CorpusBuild
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest);

    // What ImplicitUsings of the SDK gives to every project.
    private static readonly SyntaxTree ImplicitUsings = CSharpSyntaxTree.ParseText(
        string.Concat(new[] { "", ".Collections.Generic", ".IO", ".Linq", ".Net.Http", ".Threading", ".Threading.Tasks" }.Select(name => $"global using global::System{name};\n")),
        Language,
        "/0/obj/GlobalUsings.g.cs");

    /// <summary>What the compiler, the generator and the analyzers say above Info, and every finding that is waived.</summary>
    public static async Task<IReadOnlyList<CorpusFinding>> FindingsAsync(CorpusClient client, CancellationToken cancellationToken = default)
    {
        var files = client.Files.Where(file => file.IsContract).Select(file => (AdditionalText)new Contract(file)).ToImmutableArray();
        var options = new BuildOptions();
        var driver = CSharpGeneratorDriver.Create([new ClientGenerator().AsSourceGenerator()], files, Language, options);
        var written = CSharpCompilation.Create(
            "Clients",
            [ImplicitUsings, .. client.Files.Where(file => !file.IsContract).Select(file => CSharpSyntaxTree.ParseText(file.Text, Language, file.Path, cancellationToken: cancellationToken))],
            ClientTest.References,
            // The SDK suppresses these two, too: packages are built against older frameworks.
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                specificDiagnosticOptions: new Dictionary<string, ReportDiagnostic> { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress }));
        driver.RunGeneratorsAndUpdateCompilation(written, out var compilation, out var generated, cancellationToken);
        var reported = await compilation.WithAnalyzers(ClientTest.Analyzers, new AnalyzerOptions(files, options)).GetAllDiagnosticsAsync(cancellationToken);
        return
        [
            .. generated.Concat(reported)
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning || diagnostic.Id.StartsWith("ZOO", StringComparison.Ordinal))
                .Select(CorpusFinding.Of)
                .Distinct()
                .OrderBy(finding => finding.Path, StringComparer.Ordinal)
                .ThenBy(finding => finding.Line),
        ];
    }

    private sealed class Contract(CorpusFile file) : AdditionalText
    {
        public override string Path => file.Path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(file.Text);
    }

    private sealed class BuildOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Properties();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Properties : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
                => (value = key switch { "build_property.ZooBuildDate" => "2026-11-23", "build_property.RootNamespace" => "Clients", _ => null }) is not null;
        }
    }
}
