using Microsoft.CodeAnalysis;
using ZooInfra.Contracts;

namespace ZooInfra.Roslyn;

/// <summary>A member of a class with <c>[ContractEndpoint]</c>: what serves it, or why it cannot be served.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Member">The member.</param>
/// <param name="Name">The name in the URL; null when none can be read.</param>
/// <param name="Expression">The C# expression that makes its answer; null when it cannot be served.</param>
/// <param name="Fault">Why it cannot be served, to be said after the member's name; null when it can, and when the compiler says why not.</param>
internal sealed record EndpointSymbol(AttributeData Attribute, ISymbol Member, string? Name, string? Expression, string? Fault)
{
    public const string AttributeName = "ContractEndpointAttribute";

    /// <summary>The endpoints of <paramref name="type"/> in the order of its members.</summary>
    public static IEnumerable<EndpointSymbol> Read(INamedTypeSymbol type)
    {
        HashSet<string>? names = null;
        foreach (var member in type.GetMembers())
        {
            foreach (var attribute in member.GetAttributes())
            {
                if (TenantSymbols.NameOf(attribute) == AttributeName)
                {
                    yield return Read(type, member, attribute, names ??= new(StringComparer.Ordinal));
                }
            }
        }
    }

    private static EndpointSymbol Read(INamedTypeSymbol type, ISymbol member, AttributeData attribute, HashSet<string> names)
    {
        if (attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Primitive, Value: var value }])
        {
            return new(attribute, member, null, null, null);
        }

        if (value is not string name || !EndpointNames.IsSnakeCase(name))
        {
            return Refused(null, $"is called '{value ?? "null"}', which is no snake_case name of at most 60 letters; write one like data_residency");
        }

        if (EndpointNames.BuiltIn.Contains(name))
        {
            return Refused(name, $"takes the name '{name}', which the API serves itself; choose another one");
        }

        if (!names.Add(name))
        {
            return Refused(name, $"takes the name '{name}', which another member of the class has; choose another one");
        }

        if (FaultOf(member) is { } fault)
        {
            return Refused(name, fault);
        }

        var given = member is IPropertySymbol property ? property.Type : ((IMethodSymbol)member).ReturnType;
        var access = $"{type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{Escaped(member.Name)}{(member is IMethodSymbol ? "()" : "")}";
        var expression = EndpointExpression.Of(given, access, out var unserved);
        return new(attribute, member, name, expression, expression is null && unserved is not null ? $"gives {unserved}" : null);

        EndpointSymbol Refused(string? known, string why) => new(attribute, member, known, null, why);
    }

    /// <summary>What is wrong with the member whatever it gives.</summary>
    private static string? FaultOf(ISymbol member) => member switch
    {
        { IsStatic: false } => "is not static; a contract is answered without an instance of its client",
        { IsAbstract: true } => "is abstract; make it an ordinary static member",
        IMethodSymbol { MethodKind: not MethodKind.Ordinary } => "is no ordinary method; mark a static property or a static method without parameters",
        IMethodSymbol { IsGenericMethod: true } => "is generic; give it the types that it needs",
        IMethodSymbol { Parameters.IsEmpty: false } => "has parameters; a request has no arguments for them",
        IMethodSymbol { ReturnsVoid: true } => "gives nothing; let it return the answer",
        IMethodSymbol { ReturnsByRef: true } or IMethodSymbol { ReturnsByRefReadonly: true } or IPropertySymbol { RefKind: not RefKind.None } => "gives a reference; return the value",
        IPropertySymbol { GetMethod: null } => "cannot be read; give it a get accessor",
        _ when !IsSeen(member) || member is IPropertySymbol { GetMethod: { } get } && !IsSeen(get) => "cannot be seen by the registry of clients; make it internal or public",
        _ => null,
    };

    private static bool IsSeen(ISymbol member) => member.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static string Escaped(string name)
        => Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(name) != Microsoft.CodeAnalysis.CSharp.SyntaxKind.None ? "@" + name : name;
}
