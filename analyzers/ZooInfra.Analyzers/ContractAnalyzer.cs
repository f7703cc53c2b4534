using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ZooInfra.Contracts;
using ZooInfra.Roslyn;

namespace ZooInfra.Analyzers;

/// <summary>Reads what each client was promised, in its class and its contract file, and judges it by the rule book.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractAnalyzer : TenantAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Rules.DescriptorsOf(
        AvailabilityBelowCountedWindows.Rule,
        PromiseRules.MalformedWindow,
        WindowAccountingUnstated.Rule,
        PromiseRules.UnreadableValue,
        AuthoringRules.UnreadableFile,
        AuthoringRules.UnknownKey,
        AuthoringRules.InvalidId,
        AuthoringRules.Disagreement);

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        var documents = new ContractDocuments(context.Options.AdditionalFiles);
        var months = new WorstMonthCache();
        context.RegisterAdditionalFileAction(file =>
        {
            if (ContractFile.IsContractFile(file.AdditionalFile.Path))
            {
                CheckFile(documents.At(file.AdditionalFile.Path), file.ReportDiagnostic);
            }
        });
        context.RegisterSymbolAction(symbol => CheckClass((INamedTypeSymbol)symbol.Symbol, documents, months, symbol), SymbolKind.NamedType);
    }

    private static void CheckFile(ContractDocument document, Action<Diagnostic> report)
    {
        var contract = document.Contract;
        if (!ContractReader.IsClientId(contract.Id))
        {
            report(Diagnostic.Create(Rules.Descriptor(AuthoringRules.InvalidId.Id), document.Locate(default(Position)), contract.Id));
        }

        foreach (var problem in contract.Problems)
        {
            report(Diagnostic.Create(Rules.Descriptor(problem.RuleId), document.Locate(problem.Position), problem.Message));
        }

        if (contract.Facts is { } facts)
        {
            foreach (var problem in ContractReader.Read(facts).Problems)
            {
                report(Diagnostic.Create(Rules.Descriptor(problem.RuleId), document.Locate(problem.Path), problem.Message));
            }
        }
    }

    private static void CheckClass(INamedTypeSymbol type, ContractDocuments documents, WorstMonthCache months, SymbolAnalysisContext context)
    {
        if (TenantSymbols.ReadFacts(type) is not { } onClass)
        {
            return;
        }

        var readable = true;
        foreach (var problem in ClassFacts.Check(onClass))
        {
            readable = false;
            context.ReportDiagnostic(Diagnostic.Create(Rules.Descriptor(problem.RuleId), Locate(type, problem.Path, context.CancellationToken), problem.Message));
        }

        var document = documents.OfClient(onClass.Id);
        if (document is { Contract.Facts: null })
        {
            return;
        }

        var facts = onClass;
        if (document?.Contract.Facts is { } inFile)
        {
            var merge = TenantFacts.Merge(inFile, onClass);
            facts = merge.Facts;
            foreach (var conflict in merge.Conflicts)
            {
                readable = false;
                context.ReportDiagnostic(Diagnostic.Create(
                    Rules.Descriptor(AuthoringRules.Disagreement.Id),
                    Locate(type, conflict.ClassPath, context.CancellationToken),
                    [document.Locate(conflict.Path)],
                    type.Name,
                    conflict.Path,
                    conflict.OnClass,
                    FileName(document.Contract.Path),
                    conflict.InFile));
            }
        }

        if (!readable || ContractReader.Read(facts).Contract is not { } contract)
        {
            return;
        }

        foreach (var finding in RuleBook.Judge(new(contract) { Months = months }).Findings)
        {
            var path = finding.Place.Path!;
            var onType = Locate(type, path, context.CancellationToken);
            var signed = document?.Contract.Facts?.Availability is not null;
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.Descriptor(finding.Rule.Id),
                signed ? document!.Locate(path) : onType,
                signed ? [onType] : [],
                [.. finding.Arguments]));
        }
    }

    private static Location Locate(INamedTypeSymbol type, string path, CancellationToken cancellationToken)
        => TenantSymbols.Locate(type, path, cancellationToken) ?? type.Locations[0];

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
