using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Analyzers.Values;

/// <summary>C#'s own operators over values that are known.</summary>
internal static class Operators
{
    /// <summary>The negative of a number or truth value.</summary>
    public static FactNode Unary(IUnaryOperation unary, FactNode operand) => (unary.OperatorKind, operand) switch
    {
        (UnaryOperatorKind.Not, { Flag: { } flag }) => FactNode.Of(!flag, unary.Syntax),
        (UnaryOperatorKind.Minus, { Number: { } number }) => Number(-number, unary),
        (UnaryOperatorKind.Plus, { Number: not null }) => operand,
        _ => FactNode.Unknown(unary.Syntax),
    };

    /// <summary>A sum, a comparison or a truth value.</summary>
    public static FactNode Binary(IBinaryOperation binary, FactNode left, FactNode right) => (binary.OperatorKind, left, right) switch
    {
        (BinaryOperatorKind.ConditionalAnd, { Flag: false }, _) or (BinaryOperatorKind.ConditionalOr, { Flag: true }, _) => left,
        (BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr, { Flag: not null }, { Flag: not null }) => right,
        (BinaryOperatorKind.Equals, _, _) when AreEqual(left, right) is { } equal => FactNode.Of(equal, binary.Syntax),
        (BinaryOperatorKind.NotEquals, _, _) when AreEqual(left, right) is { } equal => FactNode.Of(!equal, binary.Syntax),
        (_, { Number: { } a }, { Number: { } b }) => Arithmetic(binary, a, b),
        _ => FactNode.Unknown(binary.Syntax),
    };

    private static FactNode Arithmetic(IBinaryOperation binary, decimal a, decimal b)
    {
        try
        {
            return binary.OperatorKind switch
            {
                BinaryOperatorKind.Add => Number(a + b, binary),
                BinaryOperatorKind.Subtract => Number(a - b, binary),
                BinaryOperatorKind.Multiply => Number(a * b, binary),
                BinaryOperatorKind.Divide when b != 0 => Number(a / b, binary),
                BinaryOperatorKind.LessThan => FactNode.Of(a < b, binary.Syntax),
                BinaryOperatorKind.LessThanOrEqual => FactNode.Of(a <= b, binary.Syntax),
                BinaryOperatorKind.GreaterThan => FactNode.Of(a > b, binary.Syntax),
                BinaryOperatorKind.GreaterThanOrEqual => FactNode.Of(a >= b, binary.Syntax),
                _ => FactNode.Unknown(binary.Syntax),
            };
        }
        catch (OverflowException)
        {
            return FactNode.Unknown(binary.Syntax);
        }
    }

    private static FactNode Number(decimal number, IOperation operation)
        => Scalars.Convert(number, TypeFacts.Underlying(operation.Type)) is { } converted ? FactNode.Of(converted, operation.Syntax) : FactNode.Unknown(operation.Syntax);

    private static bool? AreEqual(FactNode left, FactNode right) => (left.Kind, right.Kind) switch
    {
        (FactNodeKind.Value, FactNodeKind.Value) => Equals(left.Scalar, right.Scalar),
        (FactNodeKind.Absent, FactNodeKind.Absent) => true,
        (FactNodeKind.Absent, not FactNodeKind.Unknown) or (not FactNodeKind.Unknown, FactNodeKind.Absent) => false,
        _ => null,
    };
}
