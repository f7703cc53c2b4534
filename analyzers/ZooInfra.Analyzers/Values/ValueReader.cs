using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Analyzers.Values;

/// <summary>
/// Reads what an expression is worth as far as the source says it. What is not certain is unknown; nothing here throws on code that does not compile.
/// A value's origin is the expression that writes it, or, where that is in another class, the one that mentions it.
/// </summary>
internal sealed class ValueReader
{
    /// <summary>Expressions inside of expressions are not followed further than this; the stack must bear it.</summary>
    private const int Deepest = 200;

    /// <summary>A program of more expressions, counted as often as calls and variables lead to them, is not worth an editor's time.</summary>
    private const int MostReads = 200_000;

    /// <summary>Texts that double with each variable would fill the memory.</summary>
    private const int LongestText = 65_536;

    private readonly SourceCode _source;
    private readonly CreationReader _creations;
    private readonly CallReader _calls;
    private readonly MemberReader _members;
    private readonly CancellationToken _cancellationToken;
    private int _depth;
    private int _reads;

    public ValueReader(SourceCode source, CancellationToken cancellationToken)
    {
        _source = source;
        _cancellationToken = cancellationToken;
        _creations = new(this, source, cancellationToken);
        _calls = new(this, source, cancellationToken);
        _members = new(this, _calls, source, cancellationToken);
    }

    /// <summary>The value of <paramref name="operation"/> in a call.</summary>
    public FactNode Read(IOperation? operation, Frame frame)
    {
        if (operation is null)
        {
            return FactNode.Unknown(null);
        }

        if (operation.ConstantValue is { HasValue: true, Value: var constant })
        {
            return operation is IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum } member }
                ? FactNode.OfEnum(TypeFacts.FullName(member.ContainingType), member.Name, operation.Syntax)
                : Scalars.Constant(operation.Type, constant, operation.Syntax);
        }

        _cancellationToken.ThrowIfCancellationRequested();
        if (_depth >= Deepest || _reads >= MostReads)
        {
            return FactNode.Unknown(operation.Syntax);
        }

        _reads++;
        _depth++;
        try
        {
            return ReadExpression(operation, frame);
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>What a call gives the parameters of its method, in their order.</summary>
    public IReadOnlyList<FactNode> Bind(IMethodSymbol method, IEnumerable<IArgumentOperation> arguments, Frame frame)
    {
        var values = new FactNode[method.Parameters.Length];
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && parameter.Ordinal < values.Length && parameter.RefKind is RefKind.None or RefKind.In)
            {
                values[parameter.Ordinal] = Read(argument.Value, frame);
            }
        }

        for (var i = 0; i < values.Length; i++)
        {
            values[i] ??= FactNode.Unknown(null);
        }

        return values;
    }

    /// <summary>The value as the reader of <paramref name="mention"/> can act on it: written there when it is written in another class.</summary>
    public static FactNode SeenFrom(SyntaxNode mention, FactNode node)
        => node.Kind == FactNodeKind.Object || (node.Origin is SyntaxNode origin && IsInSameClass(mention, origin)) ? node : Scalars.At(node, mention);

    private static bool IsInSameClass(SyntaxNode mention, SyntaxNode origin)
        => mention.SyntaxTree == origin.SyntaxTree
            && mention.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Span.Contains(origin.Span) == true;

    private FactNode ReadExpression(IOperation operation, Frame frame)
    {
        switch (operation)
        {
            case IConversionOperation conversion:
                return ReadConversion(conversion, frame);
            case IObjectCreationOperation or IWithOperation or IArrayCreationOperation or ICollectionExpressionOperation or ITupleOperation:
                return _creations.Read(operation, frame);
            case IDefaultValueOperation when operation.Type is { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } || TypeFacts.IsList(operation.Type):
                return FactNode.Absent(operation.Syntax);
            case ILocalReferenceOperation local:
                return ReadLocal(local, frame);
            case IParameterReferenceOperation parameter:
                return ReadParameter(parameter, frame);
            case IFieldReferenceOperation field:
                return _members.Read(field, frame);
            case IPropertyReferenceOperation property:
                return _members.Read(property, frame);
            case IInvocationOperation call:
                return _calls.Read(call, frame);
            case IInterpolatedStringOperation text:
                return ReadText(text, frame);
            case IConditionalOperation choice:
                return Read(choice.Condition, frame).Flag is { } isTrue ? Read(isTrue ? choice.WhenTrue : choice.WhenFalse, frame) : FactNode.Unknown(operation.Syntax);
            case ICoalesceOperation coalesce:
                var first = Read(coalesce.Value, frame);
                return first.IsAbsent ? Read(coalesce.WhenNull, frame) : first.IsKnown ? first : FactNode.Unknown(operation.Syntax);
            case ISimpleAssignmentOperation assignment:
                return Read(assignment.Value, frame);
            case IUnaryOperation { OperatorMethod: null } unary:
                return Operators.Unary(unary, Read(unary.Operand, frame));
            case IBinaryOperation { OperatorMethod: null } binary:
                return binary is { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }
                    ? ReadConcatenation(binary, frame)
                    : Operators.Binary(binary, Read(binary.LeftOperand, frame), Read(binary.RightOperand, frame));
            default:
                return FactNode.Unknown(operation.Syntax);
        }
    }

    private FactNode ReadLocal(ILocalReferenceOperation reference, Frame frame)
        => frame.Body is { } body && body.UsageOf(reference.Local) is { } usage && body.InitializerOf(reference.Local) is { } value
            ? Used(usage, body, reference.Syntax, () => Read(value, frame))
            : FactNode.Unknown(reference.Syntax);

    private FactNode ReadParameter(IParameterReferenceOperation reference, Frame frame)
    {
        var parameter = reference.Parameter;
        if (frame.Given(parameter) is not { } value)
        {
            return FactNode.Unknown(reference.Syntax);
        }

        if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
            && _source.IsPrimary(constructor, _cancellationToken)
            && _source.MayChange(parameter, constructor.ContainingType, isMutable: false, _cancellationToken))
        {
            return FactNode.Unknown(reference.Syntax);
        }

        return frame.Body is { } body && body.UsageOf(parameter) is { } usage ? Used(usage, body, reference.Syntax, () => value) : value;
    }

    /// <summary>A variable's first value, less what the code around it may have made of it.</summary>
    private FactNode Used(Usage usage, Body body, SyntaxNode mention, Func<FactNode> value)
    {
        if (usage.IsLost || ChangesElsewhere(usage, body, 0))
        {
            return FactNode.Unknown(mention);
        }

        var node = value();
        if (!usage.IsTouched || !node.IsKnown)
        {
            return node;
        }

        switch (node.Kind)
        {
            case FactNodeKind.List when usage.Replaced.Count == 0 && usage.Extended.Count == 0:
                return FactNode.ListOf(node.Items, isComplete: false, node.Origin);
            case FactNodeKind.Object when !usage.HasGrown:
                var members = node.Members.ToDictionary(member => member.Key, member => member.Value, StringComparer.OrdinalIgnoreCase);
                foreach (var name in usage.Extended)
                {
                    members[name] = node[name] is { Kind: FactNodeKind.List } list ? FactNode.ListOf(list.Items, isComplete: false, list.Origin) : FactNode.ListOf([], isComplete: false, mention);
                }

                foreach (var name in usage.Replaced)
                {
                    members[name] = FactNode.Unknown(mention);
                }

                return FactNode.ObjectOf(node.Type!, node.Maker, members, node.IsComplete, node.Origin);
            default:
                return FactNode.Unknown(mention);
        }
    }

    private bool ChangesElsewhere(Usage usage, Body body, int depth)
        => usage.Aliases.Exists(alias => body.UsageOf(alias) is { } other && IsChanged(other, body, depth + 1))
            || usage.HandedTo.Exists(parameter => parameter.ContainingSymbol is IMethodSymbol method && !KeepsAsItIs(method, parameter, body, depth + 1));

    private bool KeepsAsItIs(IMethodSymbol method, IParameterSymbol parameter, Body caller, int depth)
    {
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            return caller.UsageOf(parameter) is not { } inside || !IsChanged(inside, caller, depth);
        }

        if (!_source.Contains(method))
        {
            return true;
        }

        return !method.IsAbstract
            && !method.IsVirtual
            && (_source.BodyOf(method.PartialImplementationPart ?? method, _cancellationToken) is not { } body
                || body.UsageOf((method.PartialImplementationPart ?? method).Parameters[parameter.Ordinal]) is not { } usage
                || !IsChanged(usage, body, depth));
    }

    private bool IsChanged(Usage usage, Body body, int depth) => depth > 8 || usage.IsTouched || ChangesElsewhere(usage, body, depth);

    private FactNode ReadConversion(IConversionOperation conversion, Frame frame)
    {
        if (conversion.OperatorMethod is { } method)
        {
            return ReadUserConversion(conversion, method, frame);
        }

        var node = Read(conversion.Operand, frame);
        var target = TypeFacts.Underlying(conversion.Type);
        if (conversion.IsTryCast
            || (conversion.Operand is IInterpolatedStringOperation && target?.SpecialType is not (SpecialType.System_String or SpecialType.System_Object))
            || (node is { Text: not null, Type: not null } && Scalars.IsNumeric(target)))
        {
            return FactNode.Unknown(conversion.Syntax);
        }

        if (node.Number is not { } number)
        {
            return node;
        }

        return target?.TypeKind != TypeKind.Enum && Scalars.Convert(number, target) is { } converted
            ? converted == number ? node : FactNode.Of(converted, node.Origin)
            : FactNode.Unknown(conversion.Syntax);
    }

    private FactNode ReadUserConversion(IConversionOperation conversion, IMethodSymbol method, Frame frame)
    {
        var target = method.ContainingType;
        if (TypeFacts.IsPulumi(target, "InputList"))
        {
            var value = Read(conversion.Operand, frame);
            return !IsOneItem(method) || value.Kind == FactNodeKind.List ? value : FactNode.ListOf([value], isComplete: true, conversion.Operand.Syntax);
        }

        if (TypeFacts.IsPulumi(target, "Input") || TypeFacts.IsPulumi(target, "InputMap") || TypeFacts.IsPulumi(target, "InputUnion") || TypeFacts.IsPulumi(target, "Output") || TypeFacts.IsPulumi(target, "Union"))
        {
            return Read(conversion.Operand, frame);
        }

        return _source.Contains(method) ? _calls.ReadHelper(method, [Read(conversion.Operand, frame)], null, frame, conversion.Syntax) : FactNode.Unknown(conversion.Syntax);
    }

    /// <summary>Whether the conversion to an <c>InputList</c> takes one item, plain or as an output, and no list.</summary>
    private static bool IsOneItem(IMethodSymbol conversion)
        => conversion.OriginalDefinition.Parameters is [{ Type: ITypeParameterSymbol or INamedTypeSymbol { Name: "Input" or "Output", TypeArguments: [ITypeParameterSymbol] } }];

    private FactNode ReadText(IInterpolatedStringOperation text, Frame frame)
    {
        var (parts, length) = (new List<string>(), 0);
        foreach (var part in text.Parts)
        {
            var known = part switch
            {
                IInterpolatedStringTextOperation literal => Read(literal.Text, frame).Text,
                IInterpolationOperation { FormatString: null, Alignment: null, Expression: var value } => Scalars.InText(Read(value, frame), value.Type),
                _ => null,
            };
            if (known is null || (length += known.Length) > LongestText)
            {
                return FactNode.Unknown(text.Syntax);
            }

            parts.Add(known);
        }

        return FactNode.Of(string.Concat(parts), text.Syntax);
    }

    /// <summary>A chain of <c>+</c> nests to the left, as deep as it is long.</summary>
    private FactNode ReadConcatenation(IBinaryOperation concatenation, Frame frame)
    {
        var (parts, length) = (new Stack<string>(), 0);
        IOperation? rest = concatenation;
        while (rest is not null)
        {
            var part = rest;
            rest = null;
            if (part is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String, OperatorMethod: null, ConstantValue.HasValue: false } sum)
            {
                part = sum.RightOperand;
                rest = sum.LeftOperand;
            }

            var type = part is IConversionOperation { IsImplicit: true, OperatorMethod: null } boxed ? boxed.Operand.Type : part.Type;
            if (Scalars.InText(Read(part, frame), type) is not { } known || (length += known.Length) > LongestText)
            {
                return FactNode.Unknown(concatenation.Syntax);
            }

            parts.Push(known);
        }

        return FactNode.Of(string.Concat(parts), concatenation.Syntax);
    }
}
