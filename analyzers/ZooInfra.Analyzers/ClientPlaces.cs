using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using ZooInfra.Contracts;
using ZooInfra.Roslyn;

namespace ZooInfra.Analyzers;

/// <summary>Knows where everything about one client is written, and shows findings there.</summary>
internal sealed class ClientPlaces(INamedTypeSymbol type, ContractDocument? document, CancellationToken cancellationToken)
{
    public Location OnClass(string path) => TenantSymbols.Locate(type, path, cancellationToken) ?? type.Locations[0];

    /// <summary>Where the fact at <paramref name="path"/> is written: in the file where the file says it, else on the class.</summary>
    public Location Of(string path) => Locate(path).Place;

    /// <summary>Whether <paramref name="place"/> lies in the member that <paramref name="waiver"/> stands on.</summary>
    public bool Covers(Waiver waiver, Place place)
        => place.Node?.Origin is SyntaxNode node && type.GetMembers(waiver.Member!).Any(member =>
            member.DeclaringSyntaxReferences.Any(part => part.SyntaxTree == node.SyntaxTree && Declaration(part).Contains(node.Span)));

    public Diagnostic Diagnostic(WaivedFinding settled)
    {
        var finding = settled.Finding;
        var descriptor = Rules.Descriptor(finding.Rule.Id);
        var (place, related) = Locate(finding.Place);
        return Microsoft.CodeAnalysis.Diagnostic.Create(
            descriptor.Id,
            descriptor.Category,
            settled.Message,
            Rules.SeverityOf(settled.Severity),
            descriptor.DefaultSeverity,
            isEnabledByDefault: true,
            warningLevel: settled.Severity == RuleSeverity.Error ? 0 : 1,
            descriptor.Title,
            descriptor.Description,
            descriptor.HelpLinkUri,
            place,
            [.. related, .. finding.Related.Select(other => Locate(other).Place)],
            descriptor.CustomTags,
            finding.Fix is { } fix && settled.Waiver is null && place.IsInSource ? FixProperties.Of(fix) : ImmutableDictionary<string, string?>.Empty);
    }

    /// <summary>What the client signed is shown in the file, and on the class beside it, where somebody can act.</summary>
    private (Location Place, Location[] Related) Locate(Place place)
    {
        if (place.Node is { } node)
        {
            return (node.Origin is SyntaxNode syntax ? syntax.GetLocation() : type.Locations[0], []);
        }

        var path = place.Path!;
        if (document is null)
        {
            return (OnClass(path), []);
        }

        if (path.StartsWith(FactPath.FileMark, StringComparison.Ordinal))
        {
            return (document.Locate(path), [type.Locations[0]]);
        }

        return CardOnClass(path) is { } card ? (OnClass(card), [])
            : IsInFile(path) ? (document.Locate(path), [OnClass(path)])
            : (OnClass(path), []);
    }

    private bool IsInFile(string path)
        => !FactLists.IsItem(path)
            && (path.StartsWith("sla.", StringComparison.Ordinal) ? document!.Contract.Facts?.Availability is not null : document!.Contract.Locate(path) is not null);

    /// <summary>The cards of a client are those of the file, then those of the class that the file does not have: the path of such a one on the class; null for all else.</summary>
    private string? CardOnClass(string path)
    {
        const string cards = FactPath.Cards + "[";
        var signed = document!.Contract.Facts?.Cards ?? default;
        if (!path.StartsWith(cards, StringComparison.Ordinal)
            || int.Parse(path.Substring(cards.Length, path.IndexOf(']') - cards.Length), CultureInfo.InvariantCulture) is var index && index < signed.Count)
        {
            return null;
        }

        var onClass = TenantSymbols.ReadFacts(type)!.Cards.Select(card => card.Title.Trim()).ToList();
        var own = Enumerable.Range(0, onClass.Count).Where(i => !signed.Any(card => card.Title.Trim() == onClass[i])).ElementAt(index - signed.Count);
        return FactPath.CardFact(own, path.Substring(path.LastIndexOf('.') + 1));
    }

    private static Microsoft.CodeAnalysis.Text.TextSpan Declaration(SyntaxReference part)
    {
        // A field's declaration is its declarator; the attribute and the value belong to the whole statement.
        var node = part.GetSyntax();
        return (node.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.MemberDeclarationSyntax>() ?? node).Span;
    }
}
