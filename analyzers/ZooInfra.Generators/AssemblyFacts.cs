using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ZooInfra.Generators;

/// <summary>What the generator needs to know of the assembly.</summary>
/// <param name="RootNamespace">The namespace of the registry, as source.</param>
/// <param name="UsesZooInfra">Whether the assembly sees the types that a registry is made of.</param>
internal sealed record AssemblyFacts(string RootNamespace, bool UsesZooInfra)
{
    public static IncrementalValueProvider<AssemblyFacts> From(IncrementalGeneratorInitializationContext context)
        => context.CompilationProvider
            .Select(static (compilation, _) => (Name: compilation.AssemblyName, UsesZooInfra: compilation.GetTypeByMetadataName("ZooInfra.Client") is not null))
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => RootNamespaceOf(options)))
            .Select(static (pair, _) => new AssemblyFacts(
                Identifiers.ToNamespace(FirstText(pair.Right, pair.Left.Name, "Platform")),
                pair.Left.UsesZooInfra));

    private static string? RootNamespaceOf(AnalyzerConfigOptionsProvider options)
        => options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var value) ? value : null;

    private static string FirstText(params string?[] candidates) => candidates.First(text => !string.IsNullOrWhiteSpace(text))!.Trim();
}
