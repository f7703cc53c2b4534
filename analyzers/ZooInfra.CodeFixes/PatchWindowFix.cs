using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ZooInfra.Contracts;

namespace ZooInfra.CodeFixes;

/// <summary>
/// Fix of ZOO1005: writes the hours of a [PatchWindow] in plain form and, where no zone is named, names UTC. What cannot be read as two times of day is left
/// to its author.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class PatchWindowFix : CodeFixProvider
{
    private const string Key = "ZOO1005.plain";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [PromiseRules.MalformedWindow.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics)
        => diagnostics.IsEmpty ? document : await Fix(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is not null && AttributeAt(root, diagnostic) is { } attribute && Repair(attribute) is { } repaired)
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Write {repaired}", cancellationToken => Fix(context.Document, [diagnostic], cancellationToken), Key),
                    diagnostic);
            }
        }
    }

    private static async Task<Document> Fix(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null)
        {
            return document;
        }

        var attributes = diagnostics.Select(diagnostic => AttributeAt(root, diagnostic)).OfType<AttributeSyntax>().Distinct();
        return document.WithSyntaxRoot(root.ReplaceNodes(attributes, (original, _) => Repair(original) ?? original));
    }

    private static AttributeSyntax? AttributeAt(SyntaxNode root, Diagnostic diagnostic)
        => diagnostic.Location.IsInSource ? root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() : null;

    /// <summary>The attribute with everything repaired that has one repair; null when nothing has.</summary>
    private static AttributeSyntax? Repair(AttributeSyntax attribute)
    {
        if (attribute.ArgumentList is not { Arguments: { Count: >= 2 } arguments } list
            || arguments.Where(argument => argument.NameEquals is null).Skip(1).FirstOrDefault() is not
                { NameColon: null, Expression: LiteralExpressionSyntax { Token.Value: string hours } literal }
            || ClassFacts.PlainHours(hours) is not { } plain)
        {
            return null;
        }

        var repaired = list;
        if (plain != hours)
        {
            repaired = repaired.ReplaceNode(literal, SyntaxFactory.LiteralExpression(
                SyntaxKind.StringLiteralExpression,
                SyntaxFactory.Literal(plain)).WithTriviaFrom(literal));
        }

        if (!ClassFacts.HoursHaveZone(plain) && !arguments.Any(argument => argument.NameEquals?.Name.Identifier.ValueText == "Zone"))
        {
            var zone = NamedArgument.Of("Zone", SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal("UTC")));
            repaired = repaired.WithArguments(SyntaxFactory.SeparatedList<AttributeArgumentSyntax>(
                [.. repaired.Arguments.GetWithSeparators(), SyntaxFactory.Token(SyntaxKind.CommaToken), zone]));
        }

        return repaired == list ? null : attribute.WithArgumentList(repaired);
    }
}
