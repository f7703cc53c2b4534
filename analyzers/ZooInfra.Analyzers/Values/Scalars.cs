using System.Globalization;
using Microsoft.CodeAnalysis;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Analyzers.Values;

/// <summary>Constants of C# as values of a program.</summary>
internal static class Scalars
{
    /// <summary>A constant of this type.</summary>
    public static FactNode Constant(ITypeSymbol? type, object? value, SyntaxNode? origin)
    {
        if (value is null)
        {
            return FactNode.Absent(origin);
        }

        return TypeFacts.Underlying(type) is INamedTypeSymbol { TypeKind: TypeKind.Enum } named
            ? FactNode.OfEnum(TypeFacts.FullName(named), MemberOf(named, value), origin)
            : value switch
            {
                string text => FactNode.Of(text, origin),
                char character => FactNode.Of(character.ToString(), origin),
                bool flag => FactNode.Of(flag, origin),
                _ => Number(value) is { } number ? FactNode.Of(number, origin) : FactNode.Unknown(origin),
            };
    }

    /// <summary>The same value, written at <paramref name="origin"/>; of a list the list, not its items.</summary>
    public static FactNode At(FactNode node, SyntaxNode origin) => node switch
    {
        { Kind: FactNodeKind.Absent } => FactNode.Absent(origin),
        { Kind: FactNodeKind.List } => FactNode.ListOf(node.Items, node.IsComplete, origin),
        { Kind: FactNodeKind.Unknown } => FactNode.Unknown(origin),
        { Text: { } member, Type: { } type } => FactNode.OfEnum(type, member, origin),
        { Text: { } text } => FactNode.Of(text, origin),
        { Number: { } number } => FactNode.Of(number, origin),
        { Flag: { } flag } => FactNode.Of(flag, origin),
        _ => node,
    };

    /// <summary>The number as another numeric type has it; null when that type cannot hold it.</summary>
    public static decimal? Convert(decimal number, ITypeSymbol? type)
    {
        var (least, most) = Range(type);
        var whole = least is null ? number : decimal.Truncate(number);
        return least is null || (whole >= least && whole <= most) ? whole : null;
    }

    /// <summary>Whether the type is a number, whole or not.</summary>
    public static bool IsNumeric(ITypeSymbol? type)
        => Range(TypeFacts.Underlying(type)).Least is not null
            || TypeFacts.Underlying(type)?.SpecialType is SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single;

    /// <summary>Whether the type is a whole number.</summary>
    public static bool IsWhole(ITypeSymbol? type) => Range(TypeFacts.Underlying(type)).Least is not null;

    /// <summary>A value as it stands in a text: invariant, so only where no culture has a say; null when that is not known.</summary>
    public static string? InText(FactNode node, ITypeSymbol? type) => node switch
    {
        { Kind: FactNodeKind.Absent } => "",
        { Text: { } text } => text,
        { Flag: { } flag } => flag ? "True" : "False",
        { Number: { } number } when IsWhole(type) => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static (decimal? Least, decimal Most) Range(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_SByte => (sbyte.MinValue, sbyte.MaxValue),
        SpecialType.System_Byte => (byte.MinValue, byte.MaxValue),
        SpecialType.System_Int16 => (short.MinValue, short.MaxValue),
        SpecialType.System_UInt16 => (ushort.MinValue, ushort.MaxValue),
        SpecialType.System_Int32 => (int.MinValue, int.MaxValue),
        SpecialType.System_UInt32 => (uint.MinValue, uint.MaxValue),
        SpecialType.System_Int64 => (long.MinValue, long.MaxValue),
        SpecialType.System_UInt64 => (ulong.MinValue, ulong.MaxValue),
        _ => (null, 0),
    };

    private static decimal? Number(object value) => value switch
    {
        double number => number is > -7.9e28 and < 7.9e28 ? (decimal)number : null,
        float number => number is > -7.9e28f and < 7.9e28f ? (decimal)number : null,
        decimal number => number,
        sbyte or byte or short or ushort or int or uint or long or ulong => System.Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The name of the member with this value, the names of the flags it is made of, or the number.</summary>
    private static string MemberOf(INamedTypeSymbol type, object value)
    {
        var bits = Bits(value);
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).Select(field => (field.Name, Bits: Bits(field.ConstantValue))).ToArray();
        foreach (var (name, own) in members)
        {
            if (own == bits)
            {
                return name;
            }
        }

        var names = new List<string>();
        var rest = bits;
        foreach (var (name, own) in members.Where(member => member.Bits != 0).OrderByDescending(member => member.Bits))
        {
            if ((rest & own) == own)
            {
                rest &= ~own;
                names.Insert(0, name);
            }
        }

        var isFlags = type.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "FlagsAttribute" });
        return isFlags && rest == 0 && names.Count > 0 ? string.Join(", ", names) : System.Convert.ToString(value, CultureInfo.InvariantCulture);
    }

    private static ulong Bits(object? value) => value switch
    {
        ulong number => number,
        null => 0,
        _ => unchecked((ulong)System.Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    };
}
