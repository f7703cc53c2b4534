using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ZooInfra.Analyzers.Values;

/// <summary>
/// Looks for code that gives a member of its own class another value. It goes by names, so it sees at times what is none; it takes a name for the member
/// rather than miss a change.
/// </summary>
internal static class MemberChanges
{
    /// <summary>Whether code in <paramref name="type"/> may set <paramref name="name"/>, or something inside of it, after its initializer.</summary>
    public static bool MayChange(TypeDeclarationSyntax type, string name)
    {
        foreach (var node in type.DescendantNodes())
        {
            if (node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name && Changes(identifier))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Changes(IdentifierNameSyntax identifier)
    {
        ExpressionSyntax value = identifier;
        if (value.Parent is MemberAccessExpressionSyntax access && access.Name == value)
        {
            value = access;
        }

        while (true)
        {
            switch (value.Parent)
            {
                case MemberAccessExpressionSyntax member when member.Expression == value:
                    if (member.Parent is InvocationExpressionSyntax)
                    {
                        return ListMethods.Changes(member.Name.Identifier.ValueText);
                    }

                    value = member;
                    break;
                case ElementAccessExpressionSyntax element when element.Expression == value:
                    value = element;
                    break;
                case ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }:
                    value = (ExpressionSyntax)value.Parent;
                    break;
                case AssignmentExpressionSyntax assignment:
                    return assignment.Left == value && assignment.Parent is not InitializerExpressionSyntax;
                case ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None }:
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression }:
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }:
                case RefExpressionSyntax:
                    return true;
                case ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax deconstruction } tuple }:
                    return deconstruction.Left == tuple;
                default:
                    return false;
            }
        }
    }
}
