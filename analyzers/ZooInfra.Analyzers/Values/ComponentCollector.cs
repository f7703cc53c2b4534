using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Analyzers.Values;

/// <summary>Follows a client's program from its constructor, call by call, and takes down the components it makes.</summary>
internal sealed class ComponentCollector
{
    /// <summary>A program that does more than this is not read to its end; an editor waits for the answer.</summary>
    private const int MostSteps = 200_000;

    /// <summary>Code inside of code is not followed further than this; the stack must bear it.</summary>
    private const int Deepest = 400;

    private readonly SourceCode _source;
    private readonly ValueReader _values;
    private readonly CancellationToken _cancellationToken;
    private readonly List<FactNode> _components = [];
    private bool _isComplete = true;
    private int _steps;
    private int _depth;

    public ComponentCollector(SourceCode source, CancellationToken cancellationToken)
    {
        _source = source;
        _values = new(source, cancellationToken);
        _cancellationToken = cancellationToken;
    }

    /// <summary>The components that making a <paramref name="client"/> makes.</summary>
    public ProgramFacts Collect(INamedTypeSymbol client)
    {
        var constructor = client.InstanceConstructors.FirstOrDefault(candidate => candidate.Parameters.All(parameter => parameter.IsOptional)) ?? client.InstanceConstructors.FirstOrDefault();
        if (constructor is null)
        {
            return new([], false);
        }

        Construct(constructor, Defaults(constructor), new(client), Frame.OfInitializer(null, null), conditional: false);
        return new(_components, _isComplete);
    }

    /// <summary>Runs a constructor as C# does: initializers of its class, the base's constructor, its own code.</summary>
    private void Construct(IMethodSymbol constructor, IReadOnlyList<FactNode> arguments, Instance self, Frame caller, bool conditional)
    {
        var type = constructor.ContainingType;
        if (!_source.Contains(constructor))
        {
            _isComplete &= TypeFacts.IsTrusted(type);
            return;
        }

        var body = _source.BodyOf(constructor, _cancellationToken);
        self.Constructed(constructor, arguments);
        if (caller.Call(constructor, body, self, arguments) is not { } frame)
        {
            _isComplete = false;
            return;
        }

        var chained = Chained(body?.Root);
        var isThis = chained is not null && SymbolEqualityComparer.Default.Equals(chained.TargetMethod.ContainingType, type);
        if (!isThis)
        {
            foreach (var member in SourceCode.InitializedMembers(type))
            {
                if (_source.InitializerOf(member, _cancellationToken) is { } initializer)
                {
                    Visit(initializer.Root, Frame.OfInitializer(self, initializer, frame), conditional);
                }
            }
        }

        if (chained is not null)
        {
            foreach (var argument in chained.Arguments)
            {
                Visit(argument, frame, conditional);
            }

            Construct(chained.TargetMethod, Arguments(chained.TargetMethod, chained.Arguments, frame), self, frame, conditional);
        }
        else if (type.BaseType is { SpecialType: SpecialType.None } parent
            && parent.InstanceConstructors.FirstOrDefault(candidate => candidate.Parameters.All(parameter => parameter.IsOptional)) is { } implied)
        {
            Construct(implied, Defaults(implied), self, frame, conditional);
        }

        if (body?.Root is IMethodBodyBaseOperation code)
        {
            Visit(code.BlockBody, frame, conditional);
            Visit(code.ExpressionBody, frame, conditional);
        }
    }

    /// <summary>What a call gives, where there is code that could do something with it.</summary>
    private IReadOnlyList<FactNode> Arguments(IMethodSymbol method, IEnumerable<IArgumentOperation> arguments, Frame frame)
        => _source.Contains(method) ? _values.Bind(method, arguments, frame) : [];

    private static IInvocationOperation? Chained(IOperation? code) => code switch
    {
        IInvocationOperation call => call,
        IConstructorBodyOperation { Initializer: { } initializer } => Chained(initializer),
        IExpressionStatementOperation { Operation: var call } => Chained(call),
        _ => null,
    };

    private IReadOnlyList<FactNode> Defaults(IMethodSymbol method)
        => [.. method.Parameters.Select(parameter => parameter.HasExplicitDefaultValue
            ? Scalars.Constant(parameter.Type, parameter.ExplicitDefaultValue, parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellationToken))
            : FactNode.Unknown(null))];

    private void Visit(IOperation? operation, Frame frame, bool conditional)
    {
        // A constant makes nothing, and most of a client's code is constants.
        if (operation is null or ILiteralOperation || operation.ConstantValue.HasValue)
        {
            return;
        }

        _cancellationToken.ThrowIfCancellationRequested();
        if (_depth >= Deepest || _steps >= MostSteps)
        {
            _isComplete = false;
            return;
        }

        _steps++;
        _depth++;
        Step(operation, frame, conditional || frame.MayHaveLeft);
        _depth--;
    }

    private void Step(IOperation operation, Frame frame, bool conditional)
    {
        switch (operation)
        {
            case IObjectCreationOperation creation:
                VisitChildren(creation, frame, conditional);
                Make(creation, frame, conditional);
                break;
            case IInvocationOperation call:
                VisitChildren(call, frame, conditional);
                Call(call, frame, conditional);
                break;
            case IPropertyReferenceOperation property:
                VisitChildren(property, frame, conditional);
                Call(property, frame, conditional);
                break;
            case IMethodReferenceOperation reference:
                VisitChildren(reference, frame, conditional);
                Call(reference.Method, reference.Instance, reference.IsVirtual, [], frame, conditional: true);
                break;
            case IConversionOperation { OperatorMethod: { } conversion } converted:
                VisitChildren(converted, frame, conditional);
                Call(conversion, null, false, _source.Contains(conversion) ? [_values.Read(converted.Operand, frame)] : [], frame, conditional);
                break;
            case ILocalFunctionOperation:
                break;
            case IAnonymousFunctionOperation lambda:
                Visit(lambda.Body, frame.Lambda(), conditional: true);
                break;
            case IReturnOperation:
                VisitChildren(operation, frame, conditional);
                frame.MayHaveLeft |= conditional;
                break;
            case IConditionalOperation choice:
                Visit(choice.Condition, frame, conditional);
                Choose(_values.Read(choice.Condition, frame).Flag, choice.WhenTrue, choice.WhenFalse, frame, conditional);
                break;
            case IForEachLoopOperation loop:
                Visit(loop.Collection, frame, conditional);
                Visit(loop.Body, frame, conditional: true);
                break;
            case ILoopOperation or ISwitchCaseOperation or ISwitchExpressionArmOperation or ICatchClauseOperation:
                VisitChildren(operation, frame, conditional: true);
                break;
            case ICoalesceOperation coalesce:
                Visit(coalesce.Value, frame, conditional);
                Visit(coalesce.WhenNull, frame, conditional: true);
                break;
            case ICoalesceAssignmentOperation or IConditionalAccessOperation:
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr }:
                VisitChildren(operation, frame, conditional: true);
                break;
            case ITypeParameterObjectCreationOperation or IDynamicObjectCreationOperation or IDynamicInvocationOperation or IInvalidOperation or IFunctionPointerInvocationOperation:
                _isComplete = false;
                VisitChildren(operation, frame, conditional);
                break;
            default:
                VisitChildren(operation, frame, conditional);
                break;
        }
    }

    private void VisitChildren(IOperation operation, Frame frame, bool conditional)
    {
        foreach (var child in operation.ChildOperations)
        {
            Visit(child, frame, conditional);
        }
    }

    private void Choose(bool? condition, IOperation? whenTrue, IOperation? whenFalse, Frame frame, bool conditional)
    {
        if (condition != false)
        {
            Visit(whenTrue, frame, conditional || condition is null);
        }

        if (condition != true)
        {
            Visit(whenFalse, frame, conditional || condition is null);
        }
    }

    private void Make(IObjectCreationOperation creation, Frame frame, bool conditional)
    {
        if (creation is not { Constructor: { } constructor, Type: INamedTypeSymbol type })
        {
            return;
        }

        if (_source.IsResource(type) && _values.Read(creation, frame) is { Kind: FactNodeKind.Object } component)
        {
            _components.Add(conditional
                ? FactNode.ObjectOf(
                    component.Type!,
                    component.Maker,
                    component.Members.Append(new(ProgramFacts.Conditional, FactNode.Of(true, creation.Syntax))),
                    component.IsComplete,
                    creation.Syntax)
                : component);
        }

        Construct(constructor, Arguments(constructor, creation.Arguments, frame), new(type), frame, conditional);
    }

    private void Call(IInvocationOperation call, Frame frame, bool conditional)
    {
        var method = call.TargetMethod;
        switch (method.MethodKind)
        {
            case MethodKind.Constructor:
                break;
            case MethodKind.DelegateInvoke:
                // A lambda kept in a variable was read where it is written.
                _isComplete &= call.Instance is ILocalReferenceOperation local && frame.Body?.InitializerOf(local.Local) is IDelegateCreationOperation or IConversionOperation { Operand: IAnonymousFunctionOperation };
                break;
            default:
                Call(method, call.Instance, call.IsVirtual, Arguments(method, call.Arguments, frame), frame, conditional);
                break;
        }
    }

    /// <summary>Runs the accessors that a mention of a property may run; those without code of their own do nothing.</summary>
    private void Call(IPropertyReferenceOperation reference, Frame frame, bool conditional)
    {
        if (!_source.Contains(reference.Property))
        {
            return;
        }

        foreach (var accessor in ImmutableArray.Create(reference.Property.GetMethod, reference.Property.SetMethod))
        {
            if (accessor is not null && CallReader.Target(accessor, reference.Instance, isVirtual: true, frame) is { } target
                && _source.BodyOf(target, _cancellationToken) is { } body)
            {
                Enter(target, body.Root, body, CallReader.Self(reference.Instance, frame), [], frame, null, conditional);
            }
        }
    }

    private void Call(IMethodSymbol method, IOperation? instance, bool isVirtual, IReadOnlyList<FactNode> arguments, Frame frame, bool conditional)
    {
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            if (frame.Body?.FunctionOf(method) is { Body: { } own } function)
            {
                Enter(function.Symbol, own, frame.Body, frame.This, arguments, frame, frame, conditional);
            }
            else
            {
                _isComplete = false;
            }

            return;
        }

        if (!_source.Contains(method))
        {
            _isComplete &= TypeFacts.IsTrusted(method);
            return;
        }

        var target = CallReader.Target(method, instance, isVirtual, frame);
        target = target?.PartialImplementationPart ?? target;
        if (target is not null && _source.BodyOf(target, _cancellationToken) is { } body)
        {
            Enter(target, body.Root, body, CallReader.Self(instance, frame), arguments, frame, null, conditional);
        }
        else
        {
            // A partial method without a second part is not called at all.
            _isComplete &= target is { IsPartialDefinition: true, PartialImplementationPart: null } or { IsImplicitlyDeclared: true };
        }
    }

    private static bool IsIterator(IMethodSymbol method, IOperation code)
        => method.ReturnType.Name is "IEnumerable" or "IEnumerator" or "IAsyncEnumerable" or "IAsyncEnumerator"
            && code.Descendants().Any(operation => operation.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak);

    private void Enter(IMethodSymbol method, IOperation code, Body body, Instance? self, IReadOnlyList<FactNode> arguments, Frame caller, Frame? outer, bool conditional)
    {
        if (caller.Call(method, body, self, arguments, outer) is { } frame)
        {
            // An iterator runs when somebody asks for its items, perhaps never.
            Visit(code, frame, conditional || IsIterator(method, code));
        }
        else
        {
            _isComplete = false;
        }
    }
}
