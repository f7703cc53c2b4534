using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ZooInfra.Roslyn;

namespace ZooInfra.Generators;

/// <summary>Reads a class with <c>[Tenant]</c>. A class that cannot become a client gives null: the analyzers say why.</summary>
internal static class ClassParser
{
    private const string GeneratedProperty = "Contract";

    public static ClassSpec? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        if (context is not { TargetSymbol: INamedTypeSymbol type, TargetNode: ClassDeclarationSyntax syntax }
            || !CanBeClient(type)
            || !syntax.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().All(part => part.Modifiers.Any(SyntaxKind.PartialKeyword)))
        {
            return null;
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (TenantSymbols.ReadFacts(type) is not { } facts)
        {
            return null;
        }

        var types = Around(type).Reverse().ToArray();
        var @namespace = NamespaceOf(type);
        var names = types.Select(t => Identifiers.Escape(t.Name));
        return new(
            @namespace,
            new(types.Select(t => $"partial {KeywordOf(t)} {Identifiers.Escape(t.Name)}")),
            "global::" + string.Join(".", @namespace.Length == 0 ? names : names.Prepend(@namespace)),
            Identifiers.Unique(MetadataNameOf(type, types)),
            facts,
            new(EndpointSymbol.Read(type).Where(endpoint => endpoint is { Name: not null, Expression: not null }).Select(endpoint => new EndpointSpec(endpoint.Name!, endpoint.Expression!))));
    }

    /// <summary>Whether a Pulumi program can be made of the type, and a part of it written elsewhere in the assembly.</summary>
    private static bool CanBeClient(INamedTypeSymbol type)
        => type is { IsAbstract: false, IsStatic: false, IsGenericType: false }
            && type.InstanceConstructors.Any(c => c.Parameters.IsEmpty && c.DeclaredAccessibility == Accessibility.Public)
            && !type.GetMembers(GeneratedProperty).Any()
            && IsTenantStack(type.BaseType)
            && type.GetAttributes().Count(a => a.AttributeClass?.ToDisplayString() == TenantSymbols.TenantAttribute) == 1
            && Around(type).All(t => t is { IsGenericType: false, IsFileLocal: false }
                && t.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal);

    private static bool IsTenantStack(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "TenantStack", ContainingNamespace: { Name: "ZooInfra", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.ContainingType)
        {
            yield return t;
        }
    }

    private static string KeywordOf(INamedTypeSymbol type)
        => type switch
        {
            { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };

    private static string NamespaceOf(INamedTypeSymbol type)
    {
        var parts = new Stack<string>();
        for (var n = type.ContainingNamespace; n is { IsGlobalNamespace: false }; n = n.ContainingNamespace)
        {
            parts.Push(Identifiers.Escape(n.Name));
        }

        return string.Join(".", parts);
    }

    private static string MetadataNameOf(INamedTypeSymbol type, INamedTypeSymbol[] types)
    {
        var name = string.Join("+", types.Select(t => t.MetadataName));
        return type.ContainingNamespace.IsGlobalNamespace ? name : $"{type.ContainingNamespace.ToDisplayString()}.{name}";
    }
}
