using Microsoft.CodeAnalysis;

namespace ZooInfra.Analyzers.Values;

/// <summary>
/// Reads the programs of clients: which components they make and with which values. One for a compilation; a client's class is read when it is asked
/// for, from its constructor onwards, so nothing is bound that no client's program reaches, and what clients share is read once.
/// <code>
/// var programs = ProgramReader.Of(context.Compilation);                    // at the start of a compilation; null without components
/// var program = programs?.Read(type, symbol.CancellationToken);            // in a symbol action on named types
/// var place = ProgramFacts.Locate(program.Components[0]["args"]["ttl"]);   // where it is written
/// </code>
/// </summary>
internal sealed class ProgramReader
{
    private const string Resource = "Pulumi.Resource";
    private readonly SourceCode _source;

    private ProgramReader(SourceCode source) => _source = source;

    /// <summary>The reader of this compilation's programs; null when it has no components to make.</summary>
    public static ProgramReader? Of(Compilation compilation)
        => compilation.GetTypesByMetadataName(Resource) is { IsEmpty: false } resources ? new(new(compilation, resources)) : null;

    /// <summary>What the program of <paramref name="client"/> makes; null when the class is not a stack of this compilation.</summary>
    public ProgramFacts? Read(INamedTypeSymbol client, CancellationToken cancellationToken)
        => client.TypeKind == TypeKind.Class && TypeFacts.IsTenantStack(client) && _source.Contains(client)
            ? new ComponentCollector(_source, cancellationToken).Collect(client)
            : null;
}
