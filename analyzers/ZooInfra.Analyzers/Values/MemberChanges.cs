using Microsoft.CodeAnalysis;
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
    /// <param name="type">A part of the class.</param>
    /// <param name="name">The member.</param>
    /// <param name="isMutable">Whether who gets hold of its value can change it.</param>
    public static bool MayChange(TypeDeclarationSyntax type, string name, bool isMutable) => IsChanged(type, type, name, isMutable, 0);

    private static bool IsChanged(TypeDeclarationSyntax type, SyntaxNode code, string name, bool isMutable, int depth)
    {
        foreach (var node in code.DescendantNodes())
        {
            if (node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name && Changes(type, identifier, isMutable, depth))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Changes(TypeDeclarationSyntax type, IdentifierNameSyntax identifier, bool isMutable, int depth)
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
                    isMutable = false;
                    break;
                case ElementAccessExpressionSyntax element when element.Expression == value:
                    value = element;
                    break;
                case ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }:
                    value = (ExpressionSyntax)value.Parent;
                    break;
                case AssignmentExpressionSyntax assignment:
                    return assignment.Parent is not InitializerExpressionSyntax && (isMutable || assignment.Left == value);
                case ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None }:
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression }:
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }:
                case RefExpressionSyntax:
                    return true;
                case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: SimpleNameSyntax { Identifier.ValueText: not "nameof" and var callee } } } } argument:
                    return isMutable && IsChangedBy(type, callee, argument, depth + 1);
                case EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax:
                    return isMutable;
                case ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax deconstruction } tuple }:
                    return deconstruction.Left == tuple;
                default:
                    return false;
            }
        }
    }

    /// <summary>Whether a method of the class changes what it is given; one that is not in sight may.</summary>
    private static bool IsChangedBy(TypeDeclarationSyntax type, string callee, ArgumentSyntax argument, int depth)
    {
        if (depth > 4)
        {
            return true;
        }

        var isFound = false;
        foreach (var node in type.DescendantNodes())
        {
            var parameters = node switch
            {
                MethodDeclarationSyntax method when method.Identifier.ValueText == callee => method.ParameterList.Parameters,
                LocalFunctionStatementSyntax function when function.Identifier.ValueText == callee => function.ParameterList.Parameters,
                _ => default,
            };
            if (parameters.Count == 0)
            {
                continue;
            }

            isFound = true;
            var position = Math.Min(((ArgumentListSyntax)argument.Parent!).Arguments.IndexOf(argument), parameters.Count - 1);
            var parameter = parameters.FirstOrDefault(candidate => candidate.Identifier.ValueText == argument.NameColon?.Name.Identifier.ValueText) ?? parameters[position];
            if (IsChanged(type, node, parameter.Identifier.ValueText, isMutable: true, depth))
            {
                return true;
            }
        }

        return !isFound;
    }
}
