using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ZooInfra.CodeFixes;

/// <summary>Writes <c> Name = value</c>, with the space that follows a comma.</summary>
internal static class NamedArgument
{
    public static AttributeArgumentSyntax Of(string name, ExpressionSyntax value) => SyntaxFactory.AttributeArgument(value)
        .WithNameEquals(SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(name))
            .WithEqualsToken(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space)))
        .WithLeadingTrivia(SyntaxFactory.Space);
}
