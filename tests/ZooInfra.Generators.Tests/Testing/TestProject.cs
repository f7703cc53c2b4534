using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ZooInfra.Generators.Tests;

/// <summary>A project of clients with the generator on it; <see cref="Run"/> builds it, again and again as an editor does.</summary>
internal sealed class TestProject
{
    private GeneratorDriver _driver;

    public TestProject(params string[] sources)
        : this("Clients", "Stacks", [], sources)
    {
    }

    public TestProject(string assemblyName, string? rootNamespace, ContractText[] files, string[] sources)
    {
        Compilation = CSharpCompilation.Create(
            assemblyName,
            sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, Sdk.ParseOptions, path: $"Source{i}.cs")),
            Sdk.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
                .WithSpecificDiagnosticOptions(new Dictionary<string, ReportDiagnostic> { ["CS1701"] = ReportDiagnostic.Suppress })
                .WithGeneralDiagnosticOption(ReportDiagnostic.Error));
        _driver = CSharpGeneratorDriver.Create(
            [new ClientGenerator().AsSourceGenerator()],
            files,
            Sdk.ParseOptions,
            new BuildProperties(rootNamespace),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    public CSharpCompilation Compilation { get; private set; }

    /// <summary>Writes <paramref name="source"/> in place of the source with this number.</summary>
    public TestProject Edit(int number, string source)
    {
        var old = Compilation.SyntaxTrees[number];
        Compilation = Compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(source, Sdk.ParseOptions, old.FilePath));
        return this;
    }

    public TestProject EditFile(ContractText old, ContractText file)
    {
        _driver = _driver.ReplaceAdditionalText(old, file);
        return this;
    }

    public GeneratorRunResult Run()
    {
        _driver = _driver.RunGenerators(Compilation);
        var result = Assert.Single(_driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        Assert.Empty(result.Diagnostics);
        return result;
    }

    /// <summary>The generated files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Generate()
        => Run().GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>The project with what was generated; no error, no warning.</summary>
    public CSharpCompilation Build()
    {
        var built = Compilation.AddSyntaxTrees(Run().GeneratedSources.Select(source => source.SyntaxTree));
        Assert.Empty(built.GetDiagnostics().Where(d => d.Severity != DiagnosticSeverity.Hidden && !IsMissingDocumentationOfTheTest(d)).Select(d => d.ToString()));
        return built;
    }

    private static bool IsMissingDocumentationOfTheTest(Diagnostic diagnostic)
        => diagnostic.Id == "CS1591" && diagnostic.Location.GetLineSpan().Path.StartsWith("Source", StringComparison.Ordinal);
}
