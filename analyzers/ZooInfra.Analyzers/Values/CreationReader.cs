using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Analyzers.Values;

/// <summary>Reads objects and lists where they are made: arguments, initializers, collection expressions and <c>with</c>.</summary>
internal sealed class CreationReader(ValueReader values, SourceCode source, CancellationToken cancellationToken)
{
    /// <summary>Lists that double with each variable would fill the memory; none is read that is longer.</summary>
    public const int MostItems = 100_000;

    /// <summary>The object or list that <paramref name="operation"/> makes.</summary>
    public FactNode Read(IOperation operation, Frame frame) => operation switch
    {
        IObjectCreationOperation creation => ReadObject(creation, frame),
        IWithOperation copy => ReadCopy(copy, frame),
        IArrayCreationOperation array => ReadArray(array, frame),
        ICollectionExpressionOperation list => ReadList(list, frame),
        ITupleOperation tuple => FactNode.ObjectOf(
            "System.ValueTuple",
            null,
            tuple.Elements.Select((element, i) => Pair($"Item{i + 1}", values.Read(element, frame))),
            isComplete: true,
            tuple.Syntax),
        _ => FactNode.Unknown(operation.Syntax),
    };

    private FactNode ReadObject(IObjectCreationOperation creation, Frame frame)
    {
        if (creation is not { Constructor: { } constructor, Type: INamedTypeSymbol { TypeKind: not TypeKind.Error, SpecialType: not SpecialType.System_String } type })
        {
            return FactNode.Unknown(creation.Syntax);
        }

        var given = values.Bind(constructor, creation.Arguments, frame);
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return given.Count == 1 ? given[0] : FactNode.Absent(creation.Syntax);
        }

        var made = new Contents();
        if (TypeFacts.IsList(type) || TypeFacts.IsMap(type))
        {
            foreach (var (parameter, value) in constructor.Parameters.Zip(given, (parameter, value) => (parameter, value)))
            {
                if (TypeFacts.IsList(parameter.Type) || TypeFacts.IsMap(parameter.Type))
                {
                    made.Spread(value);
                }
            }
        }
        else
        {
            made.IsComplete = !source.Contains(type) || source.IsResource(type) || !source.SetsMembers(type, cancellationToken);
            foreach (var (parameter, value) in constructor.Parameters.Zip(given, (parameter, value) => (parameter, value)))
            {
                made.Members.Add(Pair(parameter.Name, value));
            }
        }

        Fill(made, creation.Initializer, frame);
        return made.ToNode(type, creation.Syntax);
    }

    private FactNode ReadCopy(IWithOperation copy, Frame frame)
    {
        var original = values.Read(copy.Operand, frame);
        if (original.Kind != FactNodeKind.Object && copy.Type is null)
        {
            return FactNode.Unknown(copy.Syntax);
        }

        var made = new Contents { IsComplete = original.Kind == FactNodeKind.Object && original.IsComplete };
        made.Members.AddRange(original.Members);
        Fill(made, copy.Initializer, frame);
        return FactNode.ObjectOf(original.Type ?? TypeFacts.FullName(copy.Type!), original.Maker, made.Members, made.IsComplete, copy.Syntax);
    }

    private FactNode ReadArray(IArrayCreationOperation array, Frame frame)
    {
        if (array.Initializer is { } initializer && array.DimensionSizes.Length == 1)
        {
            return FactNode.ListOf([.. initializer.ElementValues.Select(element => values.Read(element, frame))], isComplete: true, array.Syntax);
        }

        return array is { Initializer: null, DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] }
            ? FactNode.ListOf([], isComplete: true, array.Syntax)
            : FactNode.Unknown(array.Syntax);
    }

    private FactNode ReadList(ICollectionExpressionOperation list, Frame frame)
    {
        var made = new Contents();
        foreach (var element in list.Elements)
        {
            if (element is ISpreadOperation spread)
            {
                made.Spread(values.Read(spread.Operand, frame));
            }
            else
            {
                made.Items.Add(values.Read(element, frame));
            }
        }

        return FactNode.ListOf(made.Items, made.IsComplete, list.Syntax);
    }

    private void Fill(Contents made, IObjectOrCollectionInitializerOperation? initializer, Frame frame)
    {
        foreach (var entry in initializer?.Initializers ?? [])
        {
            switch (entry)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [{ Value: var key }] } } indexed:
                    made.Enter(values.Read(key, frame), values.Read(indexed.Value, frame));
                    break;
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member } } assignment:
                    made.Members.Add(Pair(member.Name, values.Read(assignment.Value, frame)));
                    break;
                case IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation { Member: var member } } nested:
                    made.Members.Add(Pair(member.Name, ReadNested(member, nested, frame)));
                    break;
                case IInvocationOperation addition:
                    Add(made, addition, frame);
                    break;
                default:
                    made.IsComplete = false;
                    break;
            }
        }
    }

    /// <summary>
    /// What <c>Member = { … }</c> makes of the value that is there. Lists of a library's arguments start empty; of its objects nothing is known.
    /// </summary>
    private FactNode ReadNested(ISymbol member, IMemberInitializerOperation nested, Frame frame)
    {
        if (nested.InitializedMember.Type is not INamedTypeSymbol type)
        {
            return FactNode.Unknown(nested.Syntax);
        }

        var isList = TypeFacts.IsList(type) || TypeFacts.IsMap(type);
        var made = new Contents { IsComplete = isList };
        if (source.InitializerOf(member, cancellationToken) is { Root: ISymbolInitializerOperation { Value: var start } } body)
        {
            var first = values.Read(start, Frame.OfInitializer(null, body));
            if (isList)
            {
                made.Spread(first);
            }
            else
            {
                made.Members.AddRange(first.Members);
                made.IsComplete = first.Kind == FactNodeKind.Object && first.IsComplete;
            }
        }

        Fill(made, nested.Initializer, frame);
        return made.ToNode(type, nested.Initializer.Syntax);
    }

    /// <summary>An element of a collection initializer, which is a call of an <c>Add</c>.</summary>
    private void Add(Contents made, IInvocationOperation addition, Frame frame)
    {
        IArgumentOperation[] arguments = [.. addition.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue)];
        if (addition.TargetMethod.IsStatic || arguments.Any(argument => argument.Parameter is null))
        {
            made.IsComplete = false;
            return;
        }

        switch (arguments)
        {
            case [var only] when only.Parameter!.IsParams || IsSameCollection(only.Parameter.Type, addition.TargetMethod.ContainingType):
                made.Spread(values.Read(only.Value, frame));
                break;
            case [var only]:
                made.Items.Add(values.Read(only.Value, frame));
                break;
            case [var key, var value]:
                made.Enter(values.Read(key.Value, frame), values.Read(value.Value, frame));
                break;
            default:
                made.IsComplete = false;
                break;
        }
    }

    private static bool IsSameCollection(ITypeSymbol added, INamedTypeSymbol collection)
        => SymbolEqualityComparer.Default.Equals(added.OriginalDefinition, collection.OriginalDefinition);

    private static KeyValuePair<string, FactNode> Pair(string name, FactNode value) => new(name, value);

    /// <summary>What is put into an object or list while it is made.</summary>
    private sealed class Contents
    {
        public List<KeyValuePair<string, FactNode>> Members { get; } = [];

        public List<FactNode> Items { get; } = [];

        public bool IsComplete { get; set; } = true;

        public void Enter(FactNode key, FactNode value)
        {
            if (key.Text is { } name)
            {
                Members.Add(Pair(name, value));
            }
            else
            {
                IsComplete = false;
            }
        }

        public void Spread(FactNode collection)
        {
            if (Items.Count + collection.Items.Count > MostItems)
            {
                IsComplete = false;
                return;
            }

            Items.AddRange(collection.Items);
            Members.AddRange(collection.Members);
            IsComplete &= collection.IsAbsent || (collection.Kind is FactNodeKind.List or FactNodeKind.Object && collection.IsComplete);
        }

        public FactNode ToNode(INamedTypeSymbol type, SyntaxNode origin)
            => TypeFacts.IsList(type)
                ? FactNode.ListOf(Items, IsComplete && Members.Count == 0, origin)
                : FactNode.ObjectOf(TypeFacts.FullName(type), null, Members, IsComplete && Items.Count == 0, origin);
    }
}
