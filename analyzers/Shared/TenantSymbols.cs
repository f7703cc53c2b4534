using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ZooInfra.Contracts;

namespace ZooInfra.Roslyn;

/// <summary>Reads the facts of a client from the attributes of its class, and finds where each fact is written.</summary>
internal static class TenantSymbols
{
    public const string TenantAttribute = "ZooInfra.TenantAttribute";
    private const string Namespace = "ZooInfra";

    /// <summary>The facts on <paramref name="type"/>; null when it is not a tenant or its id is not text.</summary>
    public static TenantFacts? ReadFacts(INamedTypeSymbol type)
    {
        TenantFacts? facts = null;
        var windows = new List<PatchWindowFacts>();
        var regimes = new List<RegimeFacts>();
        var cards = new List<StoryCardFacts>();
        var (sla, billing) = ((AttributeData?)null, (AttributeData?)null);
        foreach (var attribute in type.GetAttributes())
        {
            switch (NameOf(attribute))
            {
                case "TenantAttribute" when Text(attribute, 0) is { } id:
                    facts = new TenantFacts { Id = id, Name = Text(attribute, "Name"), Zone = Text(attribute, "Zone"), Effective = Text(attribute, "Effective"), Ends = Text(attribute, "Ends") };
                    break;
                case "SlaAttribute":
                    sla = attribute;
                    break;
                case "BillingAttribute":
                    billing = attribute;
                    break;
                case "PatchWindowAttribute" when Text(attribute, 0) is { } days && Text(attribute, 1) is { } hours:
                    windows.Add(new(new(days.Split(',')), hours, Text(attribute, "Zone"), Text(attribute, "MaxDowntime")));
                    break;
                case "RegimeAttribute" when Enum<Regime>(attribute, 0) is { } regime:
                    regimes.Add(new(NameOrNumber(regime, ContractNames.NameOf), Named(attribute, "Tier") is { Value: int tier } && tier != 0 ? tier : null, Text(attribute, "Clause")));
                    break;
                case "StoryCardAttribute" when Text(attribute, 0) is { } title:
                    cards.Add(new(
                        title,
                        Texts(attribute, "Scope"),
                        Texts(attribute, "Acceptance"),
                        Text(attribute, "MaxDowntime"),
                        Named(attribute, "SandboxTest") is { Value: true },
                        Text(attribute, "Contract"))
                    {
                        Window = Text(attribute, "Window"),
                        Deadline = Text(attribute, "Deadline"),
                        Sandbox = Text(attribute, "Sandbox"),
                        Tests = Texts(attribute, "Tests"),
                    });
                    break;
            }
        }

        return facts is null ? null : facts with
        {
            Availability = sla?.ConstructorArguments is [{ Value: double percent }] ? Percent(percent) : null,
            Response = sla is null ? null : Text(sla, "Response"),
            Recovery = sla is null ? null : Text(sla, "Recovery"),
            WindowAccounting = sla is null ? null : Named(sla, "PatchWindows") is { Value: int value } && value != 0 ? NameOrNumber((WindowAccounting)value, ContractNames.NameOf) : null,
            SlaClause = sla is null ? null : Text(sla, "Clause"),
            SlaEffective = sla is null ? null : Text(sla, "Effective"),
            BillingClause = billing is null ? null : Text(billing, "Clause"),
            BillingEffective = billing is null ? null : Text(billing, "Effective"),
            BillingModel = billing is null ? null : Enum<BillingModel>(billing, 0) is { } model ? NameOrNumber(model, ContractNames.NameOf) : null,
            PatchWindows = new(windows),
            Regimes = new(regimes),
            Cards = new(cards),
            Items = ItemSymbols.Read(type),
        };
    }

    /// <summary>The attribute that makes <paramref name="type"/> a tenant; null when it is none.</summary>
    public static AttributeData? FindTenant(INamedTypeSymbol type) => type.GetAttributes().FirstOrDefault(a => NameOf(a) == "TenantAttribute");

    /// <summary>
    /// Where the class says the fact at <paramref name="path"/> (a name of <see cref="FactPath"/>): the argument, else the attribute,
    /// else the tenant attribute; null when the class comes from another assembly.
    /// </summary>
    public static Location? Locate(INamedTypeSymbol type, string path, CancellationToken cancellationToken)
    {
        if (ItemSymbols.Locate(type, path, cancellationToken) is { } item)
        {
            return item;
        }

        var (attributeName, index, argument) = Target(path);
        var attributes = type.GetAttributes().Where(a => NameOf(a) is not null).ToArray();
        var attribute = attributes.Where(a => NameOf(a) == attributeName).Skip(index).FirstOrDefault()
            ?? attributes.FirstOrDefault(a => NameOf(a) == "TenantAttribute");
        if (attribute?.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax syntax)
        {
            return null;
        }

        return NameOf(attribute) == attributeName && Argument(syntax, argument, attribute.AttributeConstructor) is { } found ? found.GetLocation() : syntax.GetLocation();
    }

    private static (string Attribute, int Index, string? Argument) Target(string path)
    {
        var index = 0;
        var open = path.IndexOf('[');
        var key = path.Substring(path.LastIndexOf('.') + 1);
        if (open >= 0)
        {
            index = int.Parse(path.Substring(open + 1, path.IndexOf(']') - open - 1), CultureInfo.InvariantCulture);
            path = path.Substring(0, open);
        }

        return (path, key) switch
        {
            (FactPath.Availability, _) => ("SlaAttribute", 0, "0"),
            (FactPath.Response, _) => ("SlaAttribute", 0, "Response"),
            (FactPath.Recovery, _) => ("SlaAttribute", 0, "Recovery"),
            (FactPath.WindowAccounting, _) => ("SlaAttribute", 0, "PatchWindows"),
            (FactPath.SlaClause, _) => ("SlaAttribute", 0, "Clause"),
            (FactPath.SlaEffective, _) => ("SlaAttribute", 0, "Effective"),
            (FactPath.BillingClause, _) => ("BillingAttribute", 0, "Clause"),
            (FactPath.BillingEffective, _) => ("BillingAttribute", 0, "Effective"),
            (FactPath.BillingModel, _) => ("BillingAttribute", 0, "0"),
            ("patch_window", "days") => ("PatchWindowAttribute", index, "0"),
            ("patch_window", "hours") => ("PatchWindowAttribute", index, "1"),
            ("patch_window", "zone") => ("PatchWindowAttribute", index, "Zone"),
            ("patch_window", "max_downtime") => ("PatchWindowAttribute", index, "MaxDowntime"),
            (FactPath.PatchWindows, _) => ("PatchWindowAttribute", index, null),
            ("regimes", "clause") => ("RegimeAttribute", index, "Clause"),
            ("regimes", "tier") => ("RegimeAttribute", index, "Tier"),
            ("regimes", _) => ("RegimeAttribute", index, "0"),
            ("cards", "max_downtime") => ("StoryCardAttribute", index, "MaxDowntime"),
            ("cards", "window") => ("StoryCardAttribute", index, "Window"),
            ("cards", "deadline") => ("StoryCardAttribute", index, "Deadline"),
            ("cards", "sandbox") => ("StoryCardAttribute", index, "Sandbox"),
            ("cards", "sandbox_test") => ("StoryCardAttribute", index, "SandboxTest"),
            ("cards", "contract") => ("StoryCardAttribute", index, "Contract"),
            ("cards", "acceptance") => ("StoryCardAttribute", index, "Acceptance"),
            ("cards", "tests") => ("StoryCardAttribute", index, "Tests"),
            (FactPath.Cards, _) => ("StoryCardAttribute", index, "0"),
            (FactPath.Name, _) => ("TenantAttribute", 0, "Name"),
            (FactPath.Effective, _) => ("TenantAttribute", 0, "Effective"),
            (FactPath.Ends, _) => ("TenantAttribute", 0, "Ends"),
            (FactPath.Zone, _) => ("TenantAttribute", 0, "Zone"),
            _ => ("TenantAttribute", 0, "0"),
        };
    }

    /// <summary>The argument called <paramref name="name"/>, a property name or the position of a parameter; null when it is not written.</summary>
    internal static AttributeArgumentSyntax? Argument(AttributeSyntax attribute, string? name, IMethodSymbol? constructor)
    {
        if (name is null)
        {
            return null;
        }

        var arguments = attribute.ArgumentList?.Arguments ?? default;
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
        {
            return arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == name);
        }

        var parameter = constructor?.Parameters.Length > position ? constructor.Parameters[position].Name : null;
        return arguments.FirstOrDefault(a => a.NameColon is { } colon && colon.Name.Identifier.ValueText == parameter)
            ?? arguments.Where(a => a.NameEquals is null).Skip(position).FirstOrDefault();
    }

    internal static string? NameOf(AttributeData attribute)
        => attribute.AttributeClass is { ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true }, Name: var name } ? name : null;

    private static string Percent(double percent)
        => percent is > -1e9 and < 1e9 ? ((decimal)percent).ToString(CultureInfo.InvariantCulture) : percent.ToString(CultureInfo.InvariantCulture);

    private static string NameOrNumber<T>(T value, Func<T, string> nameOf)
        where T : struct, Enum
        => System.Enum.IsDefined(typeof(T), value) ? nameOf(value) : Convert.ToInt32(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    private static T? Enum<T>(AttributeData attribute, int position)
        where T : struct, Enum
        => attribute.ConstructorArguments.Length > position && attribute.ConstructorArguments[position] is { Kind: TypedConstantKind.Enum, Value: int value }
            ? (T)System.Enum.ToObject(typeof(T), value)
            : null;

    private static string? Text(AttributeData attribute, int position)
        => attribute.ConstructorArguments.Length > position ? attribute.ConstructorArguments[position].Value as string : null;

    private static string? Text(AttributeData attribute, string name) => Named(attribute, name)?.Value as string;

    private static EquatableArray<string> Texts(AttributeData attribute, string name)
        => Named(attribute, name) is { Kind: TypedConstantKind.Array, IsNull: false } array
            ? new(array.Values.Select(item => item.Value as string ?? ""))
            : default;

    internal static TypedConstant? Named(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Error)
            {
                return argument.Value;
            }
        }

        return null;
    }
}
