using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ZooInfra.Contracts;
using ZooInfra.Roslyn;

namespace ZooInfra.Analyzers;

/// <summary>ZOO9013 and ZOO9015: ids that two clients share, and contract files that no class keeps. Both are known when all classes are.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClientIdsAnalyzer : TenantAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Rules.DescriptorsOf(AuthoringRules.DuplicateId, AuthoringRules.FileWithoutClass);

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        var clients = new ConcurrentBag<(string Id, string Owner, Location Location)>();
        context.RegisterSymbolAction(
            symbol =>
            {
                var type = (INamedTypeSymbol)symbol.Symbol;
                if (TenantSymbols.FindTenant(type) is { ConstructorArguments: [{ Value: string id }] })
                {
                    clients.Add((id, type.ToDisplayString(), TenantSymbols.Locate(type, FactPath.Client, symbol.CancellationToken) ?? type.Locations[0]));
                }
            },
            SymbolKind.NamedType);
        context.RegisterCompilationEndAction(end =>
        {
            var files = end.Options.AdditionalFiles.Select(file => file.Path).Where(ContractFile.IsContractFile)
                .Distinct(StringComparer.Ordinal)
                .Select(path => (Id: ContractFile.IdOf(path), Owner: path.Substring(path.LastIndexOfAny(['/', '\\']) + 1), Location: StartOf(path)))
                .ToArray();
            ReportDuplicates(clients, end);
            ReportDuplicates(files, end);

            var ids = new HashSet<string>(clients.Select(client => client.Id), StringComparer.OrdinalIgnoreCase);
            foreach (var file in files.Where(file => !ids.Contains(file.Id)))
            {
                end.ReportDiagnostic(Diagnostic.Create(Rules.Descriptor(AuthoringRules.FileWithoutClass.Id), file.Location, file.Id));
            }
        });
    }

    private static void ReportDuplicates(IEnumerable<(string Id, string Owner, Location Location)> clients, CompilationAnalysisContext context)
    {
        foreach (var same in clients.GroupBy(client => client.Id, StringComparer.OrdinalIgnoreCase))
        {
            var inOrder = same
                .OrderBy(client => client.Location.GetLineSpan().Path, StringComparer.Ordinal)
                .ThenBy(client => client.Location.SourceSpan.Start)
                .ToArray();
            foreach (var later in inOrder.Skip(1))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rules.Descriptor(AuthoringRules.DuplicateId.Id), later.Location, [inOrder[0].Location], later.Id, inOrder[0].Owner));
            }
        }
    }

    private static Location StartOf(string path) => Location.Create(path, default, default(LinePositionSpan));
}
