using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace ZooInfra.Analyzers.Values;

/// <summary>What types say about values by themselves.</summary>
internal static class TypeFacts
{
    private static readonly SymbolDisplayFormat FullNames = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.None);

    // The same few types come up in every client; these live as long as their compilation.
    private static readonly ConditionalWeakTable<ITypeSymbol, string> Names = new();
    private static readonly ConditionalWeakTable<ITypeSymbol, Shape> Shapes = new();

    /// <summary>The name with namespaces and containing types, without type arguments.</summary>
    public static string FullName(ITypeSymbol type) => Names.GetValue(type, static named => named.ToDisplayString(FullNames));

    /// <summary>The first part of the namespace; empty in the global one.</summary>
    public static string Root(ISymbol symbol)
    {
        var space = symbol.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name ?? "";
    }

    /// <summary>Whether code of this library, though it cannot be read, makes no components but its own.</summary>
    public static bool IsTrusted(ISymbol symbol) => Root(symbol) is "System" or "Microsoft" or "Pulumi" or "ZooInfra" or "NodaTime";

    /// <summary>Whether the class is a client's stack or a base of one.</summary>
    public static bool IsTenantStack(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current is { Name: "TenantStack", ContainingNamespace: { Name: "ZooInfra", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the type is <c>Pulumi.<paramref name="name"/></c>, with whatever type arguments.</summary>
    public static bool IsPulumi(ITypeSymbol? type, string name)
        => type is { ContainingNamespace: { Name: "Pulumi", ContainingNamespace.IsGlobalNamespace: true } } && type.Name == name;

    /// <summary>Whether a value of the type is a list of items.</summary>
    public static bool IsList(ITypeSymbol? type) => type is IArrayTypeSymbol || (type is not null && ShapeOf(type).IsList);

    /// <summary>Whether a value of the type is entries by keys.</summary>
    public static bool IsMap(ITypeSymbol? type) => type is not null && ShapeOf(type).IsMap;

    /// <summary>Whether a value of the type, once it is there, stays what it is.</summary>
    public static bool IsImmutable(ITypeSymbol? type) => type switch
    {
        null => false,
        { SpecialType: SpecialType.System_String or SpecialType.System_Object } => type.SpecialType == SpecialType.System_String,
        { TypeKind: TypeKind.Enum or TypeKind.Delegate } => true,
        { IsValueType: true } => type.IsReadOnly || type.SpecialType != SpecialType.None || IsNullable(type),
        _ => false,
    };

    /// <summary>Whether who holds a value of the type can change it: lists that grow and arguments with setters, not arrays, views and records.</summary>
    public static bool InvitesChange(ITypeSymbol type)
        => !IsImmutable(type)
            && type is INamedTypeSymbol { IsRecord: false, IsValueType: false }
            && !type.Name.StartsWith("IReadOnly", StringComparison.Ordinal)
            && !type.Name.StartsWith("Immutable", StringComparison.Ordinal)
            && type.Name != "IEnumerable";

    /// <summary>Whether the type is a task.</summary>
    public static bool IsTask(ITypeSymbol type) => type is { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" };

    /// <summary>The type without <c>?</c>.</summary>
    public static ITypeSymbol? Underlying(ITypeSymbol? type) => type is INamedTypeSymbol named && IsNullable(type) ? named.TypeArguments[0] : type;

    private static Shape ShapeOf(ITypeSymbol type) => Shapes.GetValue(type, static shaped =>
    {
        var isMap = IsPulumi(shaped, "InputMap") || IsDictionary(shaped) || shaped.AllInterfaces.Any(IsDictionary);
        return new(!isMap && IsEnumerable(shaped), isMap);
    });

    private static bool IsNullable(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static bool IsEnumerable(ITypeSymbol type)
        => type.SpecialType != SpecialType.System_String
            && (type.OriginalDefinition.SpecialType is SpecialType.System_Collections_IEnumerable or SpecialType.System_Collections_Generic_IEnumerable_T
                || type.AllInterfaces.Any(face => face.SpecialType == SpecialType.System_Collections_IEnumerable));

    private static bool IsDictionary(ITypeSymbol type)
        => type is { Name: "IDictionary" or "IReadOnlyDictionary", ContainingNamespace: { Name: "Generic" or "Collections" } } && Root(type) == "System";

    private sealed record Shape(bool IsList, bool IsMap);
}
