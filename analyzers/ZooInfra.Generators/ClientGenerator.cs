using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ZooInfra.Contracts;
using ZooInfra.Roslyn;

namespace ZooInfra.Generators;

/// <summary>
/// Makes of every client's class a typed contract, and of every assembly of clients a registry. What cannot be read is left out:
/// the analyzers see the same facts and say what is wrong.
/// </summary>
[Generator]
public sealed class ClientGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var assembly = AssemblyFacts.From(context);
        var files = context.AdditionalTextsProvider
            .Where(static file => ContractFile.IsContractFile(file.Path))
            .Select(ContractFileParser.Parse)
            .WithTrackingName(StepNames.Files);
        var clients = context.SyntaxProvider
            .ForAttributeWithMetadataName(TenantSymbols.TenantAttribute, static (node, _) => node is ClassDeclarationSyntax, ClassParser.Parse)
            .WhereNotNull()
            .WithTrackingName(StepNames.Classes)
            .Combine(files.Collect())
            .Select(static (pair, _) => new ClientSource(pair.Left, new(pair.Right.Where(file =>
                string.Equals(file.ClientId, pair.Left.Facts.Id, StringComparison.OrdinalIgnoreCase)))))
            .WithTrackingName(StepNames.Sources)
            .Select(static (source, _) => ClientReader.Read(source))
            .WhereNotNull()
            .WithTrackingName(StepNames.Clients);
        var registry = clients
            .Select(static (client, _) => new RegistryEntry(client.Contract.Id, ClientEmitter.MethodOf(client.Class)))
            .Collect()
            .Select(static (entries, _) => new EquatableArray<RegistryEntry>(entries
                .GroupBy(entry => entry.Id, StringComparer.OrdinalIgnoreCase)
                .Where(sameId => sameId.Count() == 1)
                .Select(sameId => sameId.First())
                .OrderBy(entry => entry.Id, StringComparer.Ordinal)))
            .WithTrackingName(StepNames.Registry);

        context.RegisterSourceOutput(clients.Combine(assembly), static (output, pair) =>
        {
            var (client, assembly) = pair;
            if (assembly.UsesZooInfra)
            {
                output.AddSource(client.Class.UniqueName + ".g.cs", ClientEmitter.Emit(client, assembly.RootNamespace));
            }
        });
        context.RegisterSourceOutput(registry.Combine(assembly), static (output, pair) =>
        {
            var (entries, assembly) = pair;
            if (assembly.UsesZooInfra)
            {
                output.AddSource(RegistryEmitter.ClassName + ".g.cs", RegistryEmitter.Emit(entries, assembly.RootNamespace));
            }
        });
    }
}
