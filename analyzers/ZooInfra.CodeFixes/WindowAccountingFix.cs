using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using ZooInfra.Contracts;

namespace ZooInfra.CodeFixes;

/// <summary>Fix of ZOO1008: states on [Sla] that downtime in patch windows is excluded, or that it counts. Which is true, the signed contract says.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class WindowAccountingFix : CodeFixProvider
{
    private const string Argument = "PatchWindows";

    private static readonly (WindowAccounting Accounting, string Title)[] Choices =
    [
        (WindowAccounting.Excluded, "State that downtime in patch windows is excluded"),
        (WindowAccounting.Counted, "State that downtime in patch windows counts"),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [WindowAccountingUnstated.Rule.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics)
        => diagnostics.IsEmpty ? document : await Fix(document, diagnostics, context.CodeActionEquivalenceKey!, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics.Where(diagnostic => root is not null && SlaAt(root, diagnostic) is not null))
        {
            foreach (var (accounting, title) in Choices)
            {
                var name = accounting.ToString();
                context.RegisterCodeFix(
                    CodeAction.Create(title, cancellationToken => Fix(context.Document, [diagnostic], name, cancellationToken), name),
                    diagnostic);
            }
        }
    }

    private static async Task<Document> Fix(Document document, ImmutableArray<Diagnostic> diagnostics, string accounting, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null)
        {
            return document;
        }

        var attributes = diagnostics.Select(diagnostic => SlaAt(root, diagnostic)).OfType<AttributeSyntax>().Distinct();
        return document.WithSyntaxRoot(root.ReplaceNodes(attributes, (original, _) => State(original, accounting)));
    }

    /// <summary>The promise's attribute; null when the promise stands in a contract file, where the client's signature is.</summary>
    private static AttributeSyntax? SlaAt(SyntaxNode root, Diagnostic diagnostic)
        => diagnostic.Location.IsInSource
            && root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeArgumentSyntax>() is { Parent.Parent: AttributeSyntax attribute }
            ? attribute
            : null;

    private static AttributeSyntax State(AttributeSyntax attribute, string accounting)
    {
        var value = SyntaxFactory.ParseExpression($"global::ZooInfra.Contracts.WindowAccounting.{accounting}").WithAdditionalAnnotations(Simplifier.Annotation);
        var list = attribute.ArgumentList!;
        if (list.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == Argument) is { } stated)
        {
            return attribute.WithArgumentList(list.ReplaceNode(stated, stated.WithExpression(value.WithTriviaFrom(stated.Expression))));
        }

        return attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList<AttributeArgumentSyntax>(
            [.. list.Arguments.GetWithSeparators(), SyntaxFactory.Token(SyntaxKind.CommaToken), NamedArgument.Of(Argument, value)])));
    }
}
