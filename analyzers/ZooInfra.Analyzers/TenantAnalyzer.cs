using Microsoft.CodeAnalysis.Diagnostics;
using ZooInfra.Roslyn;

namespace ZooInfra.Analyzers;

/// <summary>What all analyzers of clients share: they run concurrently, leave generated code alone, and do nothing where no client can be written.</summary>
public abstract class TenantAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (!start.Compilation.GetTypesByMetadataName(TenantSymbols.TenantAttribute).IsEmpty)
            {
                Start(start);
            }
        });
    }

    private protected abstract void Start(CompilationStartAnalysisContext context);
}
