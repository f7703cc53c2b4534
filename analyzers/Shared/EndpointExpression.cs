using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ZooInfra.Contracts;

namespace ZooInfra.Roslyn;

/// <summary>Writes the C# expression that makes an <see cref="AnswerValue"/> of a value, by the value's static type: nothing is looked up at run time.</summary>
internal sealed class EndpointExpression
{
    private const int MostDepth = 8;
    private const string Value = "global::ZooInfra.Contracts.AnswerValue";
    private const string Served = "serve a text, a flag, a whole or decimal number, an enum, a day, an instant, a list of those or a record of those";

    private static readonly SymbolDisplayFormat Source = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly List<ITypeSymbol> _around = [];
    private int _names;
    private string? _fault;

    /// <summary>The expression for a value of <paramref name="type"/> that <paramref name="access"/> reads once; null when it cannot be served.</summary>
    /// <param name="type">The static type.</param>
    /// <param name="access">The expression that reads the value.</param>
    /// <param name="fault">What cannot be served and what can; null also where the compiler reports the type.</param>
    public static string? Of(ITypeSymbol type, string access, out string? fault)
    {
        var writer = new EndpointExpression();
        var expression = writer.Write(type, access);
        fault = writer._fault;
        return expression;
    }

    private string? Write(ITypeSymbol type, string access)
    {
        if (type.TypeKind == TypeKind.Error)
        {
            return null;
        }

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] })
        {
            return Scalar(inner, access) ?? Bound(access, name => Write(inner, name));
        }

        return Scalar(type, access)
            ?? (type.TypeKind == TypeKind.Enum ? Enum((INamedTypeSymbol)type, access)
                : ItemOf(type) is { } item ? List(item, access)
                : type is INamedTypeSymbol { IsRecord: true } record ? Record(record, access)
                : Refuse($"{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}, which cannot be served; {Served}"));
    }

    /// <summary>Types that a value makes itself of, or nothing when they are null.</summary>
    private static string? Scalar(ITypeSymbol type, string access) => type.SpecialType switch
    {
        SpecialType.System_String => $"{Value}.Of({access})",
        SpecialType.System_Boolean => $"{Value}.Of((bool?)({access}))",
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32
            or SpecialType.System_Int64 => $"{Value}.Of((long?)({access}))",
        SpecialType.System_UInt64 => $"{Value}.Of((ulong?)({access}))",
        SpecialType.System_Decimal => $"{Value}.Of((decimal?)({access}))",
        SpecialType.System_Double => $"{Value}.Of((double?)({access}))",
        _ => type.ToDisplayString() switch
        {
            "NodaTime.LocalDate" => $"{Value}.Of((global::NodaTime.LocalDate?)({access}))",
            "NodaTime.Instant" => $"{Value}.Of((global::NodaTime.Instant?)({access}))",
            "System.DateTimeOffset" => $"{Value}.Of((global::System.DateTimeOffset?)({access}))",
            "System.DateOnly" => $"(((global::System.DateOnly?)({access})) is {{ }} day ? {Value}.Of(new global::NodaTime.LocalDate(day.Year, day.Month, day.Day)) : {Value}.Nothing)",
            "ZooInfra.Contracts.ContractDuration" => $"{Value}.Of((global::ZooInfra.Contracts.ContractDuration?)({access}))",
            _ => null,
        },
    };

    /// <summary>The word of each member; the number of what is none.</summary>
    private static string Enum(INamedTypeSymbol type, string access)
    {
        var name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var arms = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue)
            .GroupBy(field => field.ConstantValue)
            .Select(same => $"{name}.{Escaped(same.First().Name)} => {Literal(Words.OfName(same.First().Name))}, ");
        return $"{Value}.Of(({access}) switch {{ {string.Concat(arms)}var other => other.ToString(\"D\") }})";
    }

    private string? List(ITypeSymbol item, string access)
    {
        var name = NextName();
        return Write(item, name) is { } each ? $"{Value}.List<{item.ToDisplayString(Source)}>({access}, static {name} => {each})" : null;
    }

    private string? Record(INamedTypeSymbol type, string access)
    {
        if (_around.Count >= MostDepth || _around.Contains(type, SymbolEqualityComparer.Default))
        {
            return Refuse(_around.Count >= MostDepth
                ? $"records in records more than {MostDepth} deep; {Served}"
                : $"{type.Name}, a record that contains itself; {Served}");
        }

        _around.Add(type);
        var expression = type.IsReferenceType ? Bound(access, name => Members(type, name)) : NextName() is var name && Members(type, name) is { } members ? $"(({access}) switch {{ var {name} => {members} }})" : null;
        _around.RemoveAt(_around.Count - 1);
        return expression;
    }

    private string? Members(INamedTypeSymbol type, string access)
    {
        var members = new List<string>();
        foreach (var property in PropertiesOf(type))
        {
            if (Write(property.Type, access + "." + Escaped(property.Name)) is not { } value)
            {
                return null;
            }

            members.Add($"({Literal(Words.OfName(property.Name))}, {value})");
        }

        return members.Count > 0 ? $"{Value}.Record({string.Join(", ", members)})" : Refuse($"{type.Name}, a record without public properties; {Served}");
    }

    /// <summary>What a record shows, that of its base first.</summary>
    private static IEnumerable<IPropertySymbol> PropertiesOf(INamedTypeSymbol type)
    {
        var inherited = type.BaseType is { IsRecord: true } @base ? PropertiesOf(@base) : [];
        var own = type.GetMembers().OfType<IPropertySymbol>()
            .Where(property => property is { IsStatic: false, IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public, DeclaredAccessibility: Accessibility.Public })
            .ToList();
        return inherited.Where(property => !own.Exists(hiding => hiding.Name == property.Name)).Concat(own);
    }

    /// <summary>What the list has as items; null when the type is none.</summary>
    private static ITypeSymbol? ItemOf(ITypeSymbol type)
        => type is IArrayTypeSymbol { Rank: 1 } array ? array.ElementType
            : type.AllInterfaces.Concat(type is INamedTypeSymbol { TypeKind: TypeKind.Interface } itself ? [itself] : [])
                .Where(candidate => candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
                .Select(candidate => candidate.TypeArguments[0])
                .ToList() is [var only] ? only : null;

    /// <summary>Reads a value that may be null once, and writes it under a name.</summary>
    private string? Bound(string access, Func<string, string?> write)
    {
        var name = NextName();
        return write(name) is { } expression ? $"(({access}) is {{ }} {name} ? {expression} : {Value}.Nothing)" : null;
    }

    private string? Refuse(string fault)
    {
        _fault ??= fault;
        return null;
    }

    private string NextName() => "v" + (++_names).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
