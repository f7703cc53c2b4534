using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests;

/// <summary>Runs one analyzer over a client; spans are marked in the sources, <c>{|#0:here|}</c>, and every diagnostic must be expected.</summary>
internal static class Verify
{
    private static readonly ReferenceAssemblies NoPackages = new("net10.0");

    public static Task NothingAsync<TAnalyzer>(string source, params (string Path, string Text)[] files)
        where TAnalyzer : DiagnosticAnalyzer, new()
        => DiagnosticsAsync<TAnalyzer>(source, files);

    public static Task DiagnosticsAsync<TAnalyzer>(string source, (string Path, string Text)[] files, params DiagnosticResult[] expected)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = new CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> { TestCode = source, ReferenceAssemblies = NoPackages };
        test.DisabledDiagnostics.AddRange(ProvedByCases);
        Set(test.TestState);
        foreach (var (path, text) in files)
        {
            test.TestState.AdditionalFiles.Add((path, text));
        }

        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    public static Task FixAsync<TAnalyzer, TFix>(string source, string fixedSource, DiagnosticResult[] expected, string? choice = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
        {
            TestCode = source,
            FixedCode = fixedSource,
            ReferenceAssemblies = NoPackages,
            CodeActionEquivalenceKey = choice,
            NumberOfFixAllIterations = source == fixedSource ? 0 : 1,
        };
        test.DisabledDiagnostics.AddRange(ProvedByCases);
        Set(test.TestState);
        test.FixedState.Sources.Add(Sources.TenantStack);
        test.ExpectedDiagnostics.AddRange(expected);
        if (source == fixedSource)
        {
            test.FixedState.ExpectedDiagnostics.AddRange(expected);
        }

        return test.RunAsync();
    }

    /// <summary>A diagnostic of <paramref name="rule"/> with its whole message.</summary>
    public static DiagnosticResult Diagnostic(Rule rule, string message)
        => new DiagnosticResult(rule.Id, DiagnosticSeverity.Error).WithMessage(message);

    // Whether a promise is measured and usage is counted are rules with cases of their own; the sources here do without.
    private static readonly string[] ProvedByCases = ["ZOO1002", "ZOO9002"];

    private static void Set(SolutionState state)
    {
        state.Sources.Add(Sources.TenantStack);
        state.AdditionalReferences.AddRange(Sources.References);
    }
}
