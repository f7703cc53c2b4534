using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Analyzers.Values;

/// <summary>The code of one compilation by the symbols it declares. Other assemblies have none, also where an IDE knows their source.</summary>
/// <param name="compilation">The compilation.</param>
/// <param name="resources">The classes from which all resources derive.</param>
internal sealed class SourceCode(Compilation compilation, ImmutableArray<INamedTypeSymbol> resources)
{
    private readonly ConcurrentDictionary<ISymbol, Body?> _bodies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, FactNode> _statics = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _changing = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _resources = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _setters = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the symbol is declared in this compilation.</summary>
    public bool Contains(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly);

    /// <summary>Whether objects of the class are components or resources.</summary>
    public bool IsResource(INamedTypeSymbol type) => _resources.GetOrAdd(type, _ =>
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (resources.Contains(current, SymbolEqualityComparer.Default))
            {
                return true;
            }
        }

        return false;
    });

    /// <summary>The code of a method, accessor or constructor; null when it has none here.</summary>
    public Body? BodyOf(IMethodSymbol method, CancellationToken cancellationToken)
        => Contains(method)
            ? _bodies.GetOrAdd(method.OriginalDefinition, _ => Bind(method.OriginalDefinition, node => node switch
            {
                BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } => null,
                BaseMethodDeclarationSyntax => node,
                AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => null,
                AccessorDeclarationSyntax or ArrowExpressionClauseSyntax => node,
                TypeDeclarationSyntax { BaseList.Types: [PrimaryConstructorBaseTypeSyntax bases, ..] } => bases,
                _ => null,
            }, cancellationToken))
            : null;

    /// <summary>The initializer of a field or property; null when it has none here.</summary>
    public Body? InitializerOf(ISymbol member, CancellationToken cancellationToken)
        => Contains(member)
            ? _bodies.GetOrAdd(member.OriginalDefinition, _ => Bind(member.OriginalDefinition, node => node switch
            {
                VariableDeclaratorSyntax declarator => declarator.Initializer,
                PropertyDeclarationSyntax property => property.Initializer,
                _ => null,
            }, cancellationToken))
            : null;

    /// <summary>The value of a static field or property, read once for all clients.</summary>
    public FactNode StaticValue(ISymbol member, Func<FactNode> read)
    {
        if (!_statics.TryGetValue(member, out var value))
        {
            value = read();
            _statics.TryAdd(member, value);
        }

        return value;
    }

    /// <summary>Whether the constructor's parameters stand behind the name of its class.</summary>
    public bool IsPrimary(IMethodSymbol constructor, CancellationToken cancellationToken)
        => Contains(constructor) && constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax);

    /// <summary>The instance fields and properties of the class that may have initializers, in their order.</summary>
    public static IEnumerable<ISymbol> InitializedMembers(INamedTypeSymbol type)
        => type.GetMembers().Where(member => member is IFieldSymbol { IsStatic: false, IsConst: false, IsImplicitlyDeclared: false } or IPropertySymbol { IsStatic: false, IsIndexer: false });

    /// <summary>Whether the class that declares a field, property or parameter of a primary constructor may give it another value than the first.</summary>
    /// <param name="member">The member, or the parameter.</param>
    /// <param name="type">The class.</param>
    /// <param name="isMutable">Whether who gets hold of its value can change it.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public bool MayChange(ISymbol member, INamedTypeSymbol type, bool isMutable, CancellationToken cancellationToken)
        => _changing.GetOrAdd(member.OriginalDefinition, _ => Declarations(type.OriginalDefinition, cancellationToken).Any(part => MemberChanges.MayChange(part, member.Name, isMutable)));

    /// <summary>Whether objects of the class may have members that were set by its own code.</summary>
    public bool SetsMembers(INamedTypeSymbol type, CancellationToken cancellationToken) => _setters.GetOrAdd(type.OriginalDefinition, _ =>
    {
        for (var current = type; current is not null && Contains(current); current = current.BaseType)
        {
            foreach (var part in Declarations(current.OriginalDefinition, cancellationToken))
            {
                if (part.Members.Any(member => member is ConstructorDeclarationSyntax
                    || member is PropertyDeclarationSyntax { Initializer: not null }
                    || (member is FieldDeclarationSyntax field && field.Declaration.Variables.Any(variable => variable.Initializer is not null))))
                {
                    return true;
                }
            }
        }

        return false;
    });

    private static IEnumerable<TypeDeclarationSyntax> Declarations(INamedTypeSymbol type, CancellationToken cancellationToken)
        => type.DeclaringSyntaxReferences.Select(part => part.GetSyntax(cancellationToken)).OfType<TypeDeclarationSyntax>();

    private Body? Bind(ISymbol symbol, Func<SyntaxNode, SyntaxNode?> code, CancellationToken cancellationToken)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (compilation.ContainsSyntaxTree(reference.SyntaxTree)
                && code(reference.GetSyntax(cancellationToken)) is { } node
#pragma warning disable RS1030 // Programs go on in other files: bases, helpers, shared values. While analyzers run, a compilation keeps one model of a tree for all of them.
                && compilation.GetSemanticModel(reference.SyntaxTree).GetOperation(node, cancellationToken) is { } root)
#pragma warning restore RS1030
            {
                return new(root);
            }
        }

        return null;
    }
}
