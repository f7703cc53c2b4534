using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ZooInfra.Contracts;

namespace ZooInfra.Roslyn;

/// <summary>Reads the items of <see cref="FactLists"/> from attributes, as the descriptions of the lists say, and finds where they are written.</summary>
internal static class ItemSymbols
{
    public static EquatableArray<FactItem> Read(INamedTypeSymbol type)
    {
        List<FactItem>? items = null;
        var counts = new Dictionary<string, int>();
        foreach (var (attribute, list, member) in Attributes(type))
        {
            counts.TryGetValue(list.Key, out var index);
            counts[list.Key] = index + 1;
            var entries = list.Fields.Select(field => Entry(attribute, field)).OfType<FactEntry>().ToList();
            if (member is not null)
            {
                entries.Add(new(FactLists.Member, new([member])));
            }

            (items ??= []).Add(new(list.Key, index, IsInFile: false, new(entries)));
        }

        return items is null ? default : new(items);
    }

    /// <summary>Where the class states the item or the fact of an item at <paramref name="path"/>; null when it is none, or not on this class.</summary>
    public static Location? Locate(INamedTypeSymbol type, string path, CancellationToken cancellationToken)
    {
        var (open, close) = (path.IndexOf('['), path.IndexOf(']'));
        if (open < 0 || close < open || path.StartsWith(FactPath.FileMark, StringComparison.Ordinal) || FactLists.OfKey(path.Substring(0, open)) is not { } list)
        {
            return null;
        }

        var index = int.Parse(path.Substring(open + 1, close - open - 1), CultureInfo.InvariantCulture);
        var attribute = Attributes(type).Where(found => found.List == list).Skip(index).FirstOrDefault().Attribute;
        if (attribute?.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax syntax)
        {
            return null;
        }

        var field = list.Field(path.Substring(path.LastIndexOf('.') + 1));
        return field is not null && TenantSymbols.Argument(syntax, field.Argument, attribute.AttributeConstructor) is { } argument ? argument.GetLocation() : syntax.GetLocation();
    }

    /// <summary>The attributes of the class in their order, then those of its members.</summary>
    private static IEnumerable<(AttributeData Attribute, FactList List, string? Member)> Attributes(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (TenantSymbols.NameOf(attribute) is { } name && FactLists.OfAttribute(name) is { } list)
            {
                yield return (attribute, list, null);
            }
        }

        foreach (var member in type.GetMembers())
        {
            foreach (var attribute in member.GetAttributes())
            {
                if (TenantSymbols.NameOf(attribute) == FactLists.Waivers.Attribute)
                {
                    yield return (attribute, FactLists.Waivers, member.Name);
                }
            }
        }
    }

    private static FactEntry? Entry(AttributeData attribute, FactField field)
    {
        if (field.Argument.Length == 0 || Argument(attribute, field.Argument) is not { IsNull: false } value)
        {
            return null;
        }

        return value.Kind switch
        {
            TypedConstantKind.Array => value.Values.Length == 0 ? null : new(field.Key, new(value.Values.Select(item => item.Value as string ?? ""))),
            TypedConstantKind.Enum => Word(value) is { } word ? new(field.Key, new([word])) : null,
            _ => new(field.Key, new([Text(value.Value)])),
        };
    }

    private static TypedConstant? Argument(AttributeData attribute, string argument)
    {
        if (!int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
        {
            return TenantSymbols.Named(attribute, argument);
        }

        return position < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[position] is { Kind: not TypedConstantKind.Error } found ? found : null;
    }

    /// <summary>The member's word; the number for none; null for zero where zero says nothing.</summary>
    private static string? Word(TypedConstant value)
    {
        var name = value.Type?.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value.Value))?.Name;
        return name is null ? Convert.ToString(value.Value, CultureInfo.InvariantCulture) : name == "Unstated" ? null : Words.OfName(name);
    }

    private static string Text(object? value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        double number => number is > -1e9 and < 1e9 ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : number.ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
