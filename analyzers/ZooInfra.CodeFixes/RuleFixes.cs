using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using ZooInfra.Contracts;
using ZooInfra.Roslyn;

namespace ZooInfra.CodeFixes;

/// <summary>Makes the edits that rules state with their findings (<see cref="RuleFix"/>), one by one or all at once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RuleFixes : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. RuleBook.All.Where(rule => rule.HasFix).Select(rule => rule.Id)];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics)
        => diagnostics.IsEmpty ? document : await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (FixProperties.Read(diagnostic) is { } fix)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(fix.Title, cancellationToken => FixAsync(context.Document, [diagnostic], cancellationToken), diagnostic.Id),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    private static async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return document;
        }

        var edits = diagnostics
            .Select(diagnostic => (Fix: FixProperties.Read(diagnostic), Place: diagnostic.Location.SourceSpan))
            .Where(edit => edit.Fix is not null)
            .Select(edit => (Fix: edit.Fix!, Target: RuleEdit.TargetOf(edit.Fix!.Kind, root, edit.Place)))
            .Where(edit => edit.Target is not null)
            .Select(edit => (edit.Fix, Target: edit.Target!))
            .ToList();
        var tracked = root.TrackNodes(edits.Select(edit => edit.Target).Distinct());
        foreach (var (fix, target) in edits)
        {
            if (tracked.GetCurrentNode(target) is { } current)
            {
                tracked = RuleEdit.Apply(tracked, current, fix);
            }
        }

        return document.WithSyntaxRoot(tracked);
    }
}
