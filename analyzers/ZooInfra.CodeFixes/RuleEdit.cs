using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;
using ZooInfra.Contracts;

namespace ZooInfra.CodeFixes;

/// <summary>One edit of a syntax tree.</summary>
internal static class RuleEdit
{
    /// <summary>The node that an edit of this kind changes, for a finding at <paramref name="place"/>; null when there is none.</summary>
    public static SyntaxNode? TargetOf(RuleFixKind kind, SyntaxNode root, TextSpan place)
    {
        var node = root.FindNode(place, findInsideTrivia: true, getInnermostNodeForTie: true);
        return kind switch
        {
            RuleFixKind.Replace => node.FirstAncestorOrSelf<SyntaxNode>(IsValue),
            RuleFixKind.Append => node.FirstAncestorOrSelf<ExpressionSyntax>(ancestor => ancestor.Span == place),
            // What a call made has its members elsewhere.
            RuleFixKind.Set => node.FirstAncestorOrSelf<SyntaxNode>(ancestor => ancestor is AttributeSyntax or BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax) is var owner and not InvocationExpressionSyntax ? owner : null,
            RuleFixKind.AddAttribute => node.FirstAncestorOrSelf<ClassDeclarationSyntax>(),
            _ => node.FirstAncestorOrSelf<SyntaxNode>(ancestor => ancestor is AttributeSyntax or PragmaWarningDirectiveTriviaSyntax),
        };

        bool IsValue(SyntaxNode ancestor) => ancestor.Span.Contains(place) && ancestor is AttributeArgumentSyntax or ExpressionSyntax;
    }

    public static SyntaxNode Apply(SyntaxNode root, SyntaxNode target, RuleFix fix) => fix.Kind switch
    {
        RuleFixKind.Replace => root.ReplaceNode(target, Replace(target, fix.Text)),
        RuleFixKind.Set => root.ReplaceNode(target, Set(target, fix.Text)),
        RuleFixKind.Append => root.ReplaceNode(target, Expression(target.WithoutTrivia().ToString() + fix.Text).WithTriviaFrom(target)),
        RuleFixKind.AddAttribute => root.ReplaceNode(target, AddAttribute((ClassDeclarationSyntax)target, fix.Text)),
        _ => Remove(root, target),
    };

    private static SyntaxNode Replace(SyntaxNode target, string text)
        => target is AttributeArgumentSyntax argument
            ? (text.Contains(" = ") ? Argument(text) : argument.WithExpression(Expression(text))).WithTriviaFrom(argument)
            : Expression(text).WithTriviaFrom(target);

    private static SyntaxNode Set(SyntaxNode target, string text)
    {
        var name = text.Substring(0, text.IndexOf(' '));
        if (target is AttributeSyntax attribute)
        {
            var list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
            var stated = list.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);
            return attribute.WithArgumentList(stated is null
                ? list.WithArguments(Append(list.Arguments, Argument(text)))
                : list.ReplaceNode(stated, Argument(text).WithTriviaFrom(stated)));
        }

        var creation = (BaseObjectCreationExpressionSyntax)target;
        var assignment = (AssignmentExpressionSyntax)SyntaxFactory.ParseExpression(text);
        assignment = assignment.WithRight(assignment.Right.WithAdditionalAnnotations(Simplifier.Annotation));
        var initializer = creation.Initializer ?? SyntaxFactory.InitializerExpression(SyntaxKind.ObjectInitializerExpression)
            .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space))
            .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithLeadingTrivia(SyntaxFactory.Space));
        var given = initializer.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(member => member.Left.ToString() == name);
        return creation.WithInitializer(given is null
            ? initializer.WithExpressions(Append(initializer.Expressions, (ExpressionSyntax)assignment))
            : initializer.ReplaceNode(given, assignment.WithTriviaFrom(given)));
    }

    private static ClassDeclarationSyntax AddAttribute(ClassDeclarationSyntax declaration, string text)
    {
        var attribute = (AttributeSyntax)SyntaxFactory.ParseCompilationUnit($"[{text}] class X;").DescendantNodes().First(node => node is AttributeSyntax);
        attribute = attribute.WithAdditionalAnnotations(Simplifier.Annotation).ReplaceNodes(
            attribute.DescendantNodes().OfType<AttributeArgumentSyntax>().Select(argument => argument.Expression),
            (_, expression) => expression.WithAdditionalAnnotations(Simplifier.Annotation));
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute)).WithAdditionalAnnotations(Formatter.Annotation);
        if (declaration.AttributeLists.LastOrDefault() is { } last)
        {
            var indent = last.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
            list = list.WithLeadingTrivia(indent).WithTrailingTrivia(last.GetTrailingTrivia());
            return declaration.WithAttributeLists(declaration.AttributeLists.Add(list));
        }

        return declaration.WithoutLeadingTrivia().AddAttributeLists(list.WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n"))).WithLeadingTrivia(declaration.GetLeadingTrivia());
    }

    private static SyntaxNode Remove(SyntaxNode root, SyntaxNode target)
    {
        if (target is PragmaWarningDirectiveTriviaSyntax pragma)
        {
            var token = pragma.ParentTrivia.Token;
            var trivia = token.LeadingTrivia;
            var index = trivia.IndexOf(pragma.ParentTrivia);
            var indent = index > 0 && trivia[index - 1].IsKind(SyntaxKind.WhitespaceTrivia) ? 1 : 0;
            return root.ReplaceToken(token, token.WithLeadingTrivia(trivia.Take(index - indent).Concat(trivia.Skip(index + 1))));
        }

        if (target.Parent is not AttributeListSyntax { Attributes.Count: 1 } list)
        {
            return root.RemoveNode(target, SyntaxRemoveOptions.KeepNoTrivia)!;
        }

        // What stands before the list, blank lines and comments, belongs to what is declared.
        var marked = root.TrackNodes(list);
        var next = marked.GetCurrentNode(list)!.GetLastToken().GetNextToken();
        marked = marked.ReplaceToken(next, next.WithLeadingTrivia(list.GetLeadingTrivia()));
        return marked.RemoveNode(marked.GetCurrentNode(list)!, SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    private static SeparatedSyntaxList<T> Append<T>(SeparatedSyntaxList<T> list, T item)
        where T : SyntaxNode
    {
        if (list.Count == 0)
        {
            return list.Add(item);
        }

        // The new item stands as the last one stands: on a line of its own, or behind it.
        var last = list[list.Count - 1];
        var ownLine = last.GetLeadingTrivia().Any(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)) && list.Count > 0 && last.GetLocation().GetLineSpan().StartLinePosition.Character > 0
            && last.GetFirstToken().GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        if (!ownLine)
        {
            return SyntaxFactory.SeparatedList<T>(
                [.. list.GetWithSeparators().Take(list.Count * 2 - 2), last.WithoutTrailingTrivia(), SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), item.WithTrailingTrivia(last.GetTrailingTrivia())]);
        }

        var separators = list.GetWithSeparators();
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.EndOfLine("\n"));
        var next = item.WithLeadingTrivia(last.GetLeadingTrivia());
        return separators.Count == list.Count * 2
            ? SyntaxFactory.SeparatedList<T>([.. separators, next, comma])
            : SyntaxFactory.SeparatedList<T>([.. separators.Take(separators.Count - 1), last.WithoutTrailingTrivia(), comma, next.WithTrailingTrivia(last.GetTrailingTrivia())]);
    }

    private static AttributeArgumentSyntax Argument(string text)
    {
        var equals = text.IndexOf(" = ", StringComparison.Ordinal);
        return NamedArgument.Of(text.Substring(0, equals), Expression(text.Substring(equals + 3))).WithoutLeadingTrivia();
    }

    private static ExpressionSyntax Expression(string text) => SyntaxFactory.ParseExpression(text).WithAdditionalAnnotations(Simplifier.Annotation);
}
