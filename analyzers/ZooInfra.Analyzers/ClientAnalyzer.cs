using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ZooInfra.Analyzers.Values;
using ZooInfra.Contracts;
using ZooInfra.Roslyn;

namespace ZooInfra.Analyzers;

/// <summary>
/// Reads each client, its contract on the class and in the file and what its program makes, and judges it by the rule book. One pass serves
/// every rule, because they all look at the same facts; each rule's check has a file of its own in the rule book.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClientAnalyzer : TenantAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Rules.DescriptorsOf(
    [
        PromiseRules.MalformedWindow,
        PromiseRules.UnreadableValue,
        AuthoringRules.UnreadableFile,
        AuthoringRules.UnknownKey,
        AuthoringRules.InvalidId,
        AuthoringRules.Disagreement,
        WaiverUnneeded.Rule,
        .. RuleBook.Checks.SelectMany(check => check.Rules),
        .. RuleBook.PlatformChecks.SelectMany(check => check.Rules),
    ]);

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        var documents = new ContractDocuments(context.Options.AdditionalFiles);
        var build = BuildFacts.Of(context.Options);
        var months = new WorstMonthCache();
        var programs = ProgramReader.Of(context.Compilation);
        var clients = new ConcurrentBag<(ClientPlaces Places, ClientView View)>();
        context.RegisterAdditionalFileAction(file =>
        {
            if (ContractFile.IsContractFile(file.AdditionalFile.Path))
            {
                CheckFile(documents.At(file.AdditionalFile.Path), file.ReportDiagnostic);
            }
        });
        // At the end of a class, when the compiler has bound its code: asked for at the start, the code would be bound twice.
        context.RegisterSymbolStartAction(
            start =>
            {
                if (TenantSymbols.FindTenant((INamedTypeSymbol)start.Symbol) is not null)
                {
                    start.RegisterSymbolEndAction(end => CheckClient((INamedTypeSymbol)end.Symbol, end));
                }
            },
            SymbolKind.NamedType);
        void CheckClient(INamedTypeSymbol type, SymbolAnalysisContext symbol)
        {
            if (ReadContract(type, documents, symbol) is var (places, contract))
            {
                var program = programs?.Read(type, symbol.CancellationToken);
                var view = new ClientView(contract)
                {
                    Components = program?.Components ?? [],
                    ComponentsAreComplete = program?.IsComplete ?? false,
                    Today = build.Date,
                    Author = build.Author,
                    Months = months,
                };
                clients.Add((places, view));
                Report(places, view, RuleBook.Judge(view), symbol.ReportDiagnostic);
            }
        }

        context.RegisterCompilationEndAction(end =>
        {
            var platform = new ClientSet(clients.Select(client => client.View).OrderBy(view => view.Contract.Id, StringComparer.Ordinal));
            foreach (var (places, view) in clients)
            {
                Report(places, view, RuleBook.JudgeAmong(view, platform), end.ReportDiagnostic);
            }
        });
    }

    private static void Report(ClientPlaces places, ClientView view, Verdicts verdicts, Action<Diagnostic> report)
    {
        foreach (var settled in WaiverLedger.Settle(view, verdicts, places.Covers))
        {
            report(places.Diagnostic(settled));
        }
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
            foreach (var problem in ContractReader.ReadPart(facts).Problems)
            {
                report(Diagnostic.Create(Rules.Descriptor(problem.RuleId), document.Locate(problem.Path), problem.Message));
            }
        }
    }

    /// <summary>The client's contract, from class and file; null when the class is no client or something about it cannot be read, which is reported.</summary>
    private static (ClientPlaces Places, TenantContract Contract)? ReadContract(INamedTypeSymbol type, ContractDocuments documents, SymbolAnalysisContext context)
    {
        if (TenantSymbols.ReadFacts(type) is not { } onClass)
        {
            return null;
        }

        var document = documents.OfClient(onClass.Id);
        var places = new ClientPlaces(type, document, context.CancellationToken);
        var readable = true;
        foreach (var problem in ClassFacts.Check(onClass))
        {
            readable = false;
            context.ReportDiagnostic(Diagnostic.Create(Rules.Descriptor(problem.RuleId), places.OnClass(problem.Path), problem.Message));
        }

        if (document is { Contract.Facts: null })
        {
            return null;
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
                    places.OnClass(conflict.ClassPath),
                    [document.Locate(conflict.Path)],
                    type.Name,
                    conflict.Path.StartsWith(FactPath.FileMark, StringComparison.Ordinal) ? conflict.Path.Substring(FactPath.FileMark.Length) : conflict.Path,
                    conflict.OnClass,
                    document.FileName,
                    conflict.InFile));
            }
        }

        // What a class or a file says wrongly by itself was shown there already; what only both together say is shown here.
        if (!readable || ContractReader.ReadPart(facts).Contract is null)
        {
            return null;
        }

        var (contract, problems) = ContractReader.Read(facts);
        foreach (var problem in problems)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.Descriptor(problem.RuleId), places.Of(problem.Path), problem.Message));
        }

        return contract is null ? null : (places, contract);
    }
}
