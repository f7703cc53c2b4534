using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace ZooInfra.Generators.Tests;

/// <summary>The whole output, file by file with its name, in the compiler's own test harness: nothing more is generated, and all of it compiles.</summary>
public sealed class ExactSourceTests
{
    [Fact]
    public Task Clients_of_a_class_and_of_a_file_make_exactly_these_sources() => RunAsync(
        [Source.Acme, Source.BigGov],
        ("Stacks.AcmeCorp.5bd1d87f.g.cs", "Stacks.AcmeCorp"),
        ("BigGov.b866a85e.g.cs", "BigGov"),
        ("ZooClients.g.cs", "ZooClients"));

    [Fact]
    public async Task Without_a_client_there_is_an_empty_registry()
    {
        var test = Make(["public class Unrelated;"]);
        test.TestState.GeneratedSources.Add((typeof(ClientGenerator), "ZooClients.g.cs", SourceText.From(RegistryOfNobody, Encoding.UTF8)));
        await test.RunAsync();
    }

    private static string RegistryOfNobody => string.Join('\n', Sdk.Resource("Baselines/ZooClients.txt").Split('\n').Where(line => !line.Contains("Make_", StringComparison.Ordinal)));

    private static async Task RunAsync(string[] sources, params (string File, string Baseline)[] generated)
    {
        var test = Make(sources);
        test.TestState.AdditionalFiles.Add(("biggov.contract.yaml", Source.BigGovFile));
        foreach (var (file, baseline) in generated)
        {
            test.TestState.GeneratedSources.Add((typeof(ClientGenerator), file, SourceText.From(Sdk.Resource($"Baselines/{baseline}.txt"), Encoding.UTF8)));
        }

        await test.RunAsync();
    }

    private static Test Make(string[] sources)
    {
        var test = new Test { ReferenceAssemblies = new("net10.0"), CompilerDiagnostics = CompilerDiagnostics.Warnings };
        foreach (var source in sources)
        {
            test.TestState.Sources.Add(source);
        }

        test.TestState.AdditionalReferences.AddRange(Sdk.References);
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.RootNamespace = Stacks\n"));
        return test;
    }

    private sealed class Test : CSharpSourceGeneratorTest<ClientGenerator, DefaultVerifier>
    {
        protected override ParseOptions CreateParseOptions() => Sdk.ParseOptions;

        protected override CompilationOptions CreateCompilationOptions()
            => new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
                .WithSpecificDiagnosticOptions(new Dictionary<string, ReportDiagnostic> { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1591"] = ReportDiagnostic.Suppress });
    }
}
