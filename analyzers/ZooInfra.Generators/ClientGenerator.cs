using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ZooInfra.Contracts;
using ZooInfra.Roslyn;

namespace ZooInfra.Generators;

/// <summary>
/// Makes of every client's class a typed contract, and of every assembly of clients a registry. A client whose contract cannot be read is not in it:
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
            // One list, not a combination for each class: Roslyn 5.9 loses rows of such a combination when an earlier file gets its first attribute.
            .Collect()
            .Combine(files.Collect())
            .Combine(assembly)
            .SelectMany(static (all, _) => ClientReader.Join(all.Left.Left, all.Left.Right, all.Right))
            .WithTrackingName(StepNames.Sources)
            .Select(static (source, _) => ClientReader.Read(source))
            .WithTrackingName(StepNames.Clients);
        var registry = clients
            .Where(static client => client.Contract is not null)
            .Select(static (client, _) => new RegistryEntry(client.Contract!.Id, ClientEmitter.MethodOf(client.Class)))
            .Collect()
            .Select(static (entries, _) => new EquatableArray<RegistryEntry>(entries
                .GroupBy(entry => entry.Id, StringComparer.OrdinalIgnoreCase)
                .Where(sameId => sameId.Count() == 1)
                .Select(sameId => sameId.First())
                .OrderBy(entry => entry.Id, StringComparer.Ordinal)))
            .WithTrackingName(StepNames.Registry);

        context.RegisterSourceOutput(clients, static (output, client) => output.AddSource(client.Class.UniqueName + ".g.cs", ClientEmitter.Emit(client)));
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
