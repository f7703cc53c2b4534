using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ZooInfra.Analyzers.Values;

/// <summary>Goes through code once and takes down what it does with its variables.</summary>
internal sealed class UsageFinder
{
    private readonly Dictionary<ISymbol, Usage> _usages = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation> _initializers = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, ILocalFunctionOperation> _functions = new(SymbolEqualityComparer.Default);

    public UsageFinder(IOperation root)
    {
        foreach (var operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { Value: var value } && !declarator.Symbol.IsRef:
                    _initializers[declarator.Symbol] = value;
                    break;
                case ILocalFunctionOperation function:
                    _functions[function.Symbol] = function;
                    break;
                case ILocalReferenceOperation local:
                    Note(local.Local, local);
                    break;
                case IParameterReferenceOperation parameter:
                    Note(parameter.Parameter, parameter);
                    break;
            }
        }
    }

    public Usage? Find(ISymbol variable) => _usages.TryGetValue(variable, out var usage) ? usage : null;

    public IOperation? InitializerOf(ILocalSymbol local) => _initializers.TryGetValue(local, out var value) ? value : null;

    public ILocalFunctionOperation? FunctionOf(IMethodSymbol function) => _functions.TryGetValue(function.OriginalDefinition, out var operation) ? operation : null;

    private void Note(ISymbol variable, IOperation reference)
    {
        if (!_usages.TryGetValue(variable, out var usage))
        {
            _usages[variable] = usage = new();
        }

        Note(usage, reference, variable.ContainingAssembly);
    }

    /// <summary>Climbs from a mention of a variable to what is done with it, past members of its value.</summary>
    private static void Note(Usage usage, IOperation reference, IAssemblySymbol assembly)
    {
        var value = reference;
        string? member = null;
        while (true)
        {
            switch (value.Parent)
            {
                case IConversionOperation or ICoalesceOperation or IConditionalOperation or ISwitchExpressionOperation or ISwitchExpressionArmOperation:
                    value = value.Parent;
                    break;
                case IMemberReferenceOperation reading when reading.Instance == value && reading is IPropertyReferenceOperation { Arguments.IsEmpty: true } or IFieldReferenceOperation:
                    member ??= reading.Member.Name;
                    value = reading;
                    break;
                case IArrayElementReferenceOperation element when element.ArrayReference == value:
                    value = element;
                    break;
                case IPropertyReferenceOperation indexed when indexed.Instance == value:
                    value = indexed;
                    break;
                case IAssignmentOperation assignment when assignment.Target == value:
                    Replace(usage, value == reference ? null : member, isWhole: value == reference || member is null);
                    return;
                case IAssignmentOperation assignment:
                    if (!IsStored(assignment) && !TypeFacts.IsImmutable(value.Type))
                    {
                        Replace(usage, member, isWhole: member is null);
                    }

                    return;
                case IIncrementOrDecrementOperation or IAddressOfOperation:
                    Replace(usage, member, isWhole: member is null);
                    return;
                case ITupleOperation tuple:
                    if (IsDeconstructed(tuple))
                    {
                        Replace(usage, member, isWhole: member is null);
                    }

                    return;
                case IArgumentOperation argument:
                    Hand(usage, argument, value, member, assembly);
                    return;
                case IInvocationOperation call when call.Instance == value:
                    Call(usage, call, value, member, assembly);
                    return;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    if (declarator.Symbol.IsRef)
                    {
                        usage.IsLost = true;
                    }
                    else if (!TypeFacts.IsImmutable(value.Type))
                    {
                        usage.Aliases.Add(declarator.Symbol);
                    }

                    return;
                case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation item }:
                    usage.Aliases.Add(item.Symbol);
                    return;
                case IConditionalAccessOperation or IMethodReferenceOperation or IDynamicMemberReferenceOperation or IDynamicInvocationOperation or IInvalidOperation:
                    usage.IsLost |= !TypeFacts.IsImmutable(value.Type);
                    return;
                default:
                    return;
            }
        }
    }

    private static void Replace(Usage usage, string? member, bool isWhole)
    {
        if (isWhole || member is null)
        {
            usage.IsLost = true;
        }
        else
        {
            usage.Replaced.Add(member);
        }
    }

    /// <summary>Whether the value only goes into an object that is being made, or nowhere.</summary>
    private static bool IsStored(IAssignmentOperation assignment)
        => assignment.Target is IDiscardOperation || assignment.Parent is IObjectOrCollectionInitializerOperation;

    private static bool IsDeconstructed(ITupleOperation tuple)
    {
        IOperation whole = tuple;
        while (whole.Parent is ITupleOperation or IConversionOperation)
        {
            whole = whole.Parent;
        }

        return whole.Parent is IDeconstructionAssignmentOperation { Target: var target } && target == whole;
    }

    private static void Hand(Usage usage, IArgumentOperation argument, IOperation value, string? member, IAssemblySymbol assembly)
    {
        if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out })
        {
            Replace(usage, member, isWhole: member is null);
            return;
        }

        if (TypeFacts.IsImmutable(value.Type) || argument.Parameter is not { } parameter)
        {
            return;
        }

        switch (argument.Parent)
        {
            case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.DelegateInvoke } }:
                Replace(usage, member, isWhole: member is null);
                break;
            case IInvocationOperation { TargetMethod: var method } when !IsSource(method, assembly):
                var isReceiver = method.IsExtensionMethod && parameter.Ordinal == 0;
                if (isReceiver ? ListMethods.Changes(method.Name) : ChangesArguments(method))
                {
                    Replace(usage, member, isWhole: member is null);
                }

                break;
            case IInvocationOperation or IObjectCreationOperation when IsSource(parameter, assembly):
                usage.HandedTo.Add(parameter.OriginalDefinition);
                break;
        }
    }

    private static bool ChangesArguments(IMethodSymbol method)
        => method.ContainingType is { Name: "Array" or "Random" or "MemoryExtensions" or "CollectionsMarshal" } && TypeFacts.Root(method) == "System";

    private static void Call(Usage usage, IInvocationOperation call, IOperation value, string? member, IAssemblySymbol assembly)
    {
        var method = call.TargetMethod;
        if (TypeFacts.IsImmutable(value.Type) || ListMethods.OnlyReads(method.Name))
        {
            return;
        }

        if (ListMethods.Grows(method.Name) && TypeFacts.IsList(value.Type))
        {
            var isDirect = value is IPropertyReferenceOperation or IFieldReferenceOperation && Instance(value) is ILocalReferenceOperation or IParameterReferenceOperation;
            if (member is null && value is ILocalReferenceOperation or IParameterReferenceOperation)
            {
                usage.HasGrown = true;
            }
            else if (isDirect)
            {
                usage.Extended.Add(member!);
            }
            else
            {
                Replace(usage, member, isWhole: member is null);
            }
        }
        else if (IsSource(method, assembly) || !TypeFacts.IsTrusted(method) || ListMethods.Changes(method.Name))
        {
            // A method of an object in source may change anything in it; of a library's, only what its name says.
            Replace(usage, member, isWhole: member is null);
        }
    }

    private static bool IsSource(ISymbol symbol, IAssemblySymbol assembly) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, assembly);

    private static IOperation? Instance(IOperation value) => value is IMemberReferenceOperation member ? member.Instance : null;
}
