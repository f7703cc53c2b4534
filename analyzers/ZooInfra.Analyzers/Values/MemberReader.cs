using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Analyzers.Values;

/// <summary>Reads fields and properties that keep the value they are declared with.</summary>
internal sealed class MemberReader(ValueReader values, CallReader calls, SourceCode source, CancellationToken cancellationToken)
{
    private readonly HashSet<ISymbol> _running = new(SymbolEqualityComparer.Default);

    /// <summary>The value of a field.</summary>
    public FactNode Read(IFieldReferenceOperation reference, Frame frame)
    {
        var field = reference.Field;
        if (!source.Contains(field))
        {
            return field switch
            {
                { IsStatic: true, Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } => FactNode.Of("", reference.Syntax),
                { IsStatic: true, Name: "Empty" } when TypeFacts.IsList(field.Type) && TypeFacts.Root(field) == "System" => FactNode.ListOf([], isComplete: true, reference.Syntax),
                _ => OfObject(reference, field, frame),
            };
        }

        return field.IsStatic || CallReader.IsThis(reference.Instance)
            ? field.IsReadOnly ? Initial(field, field.Type, reference, frame) : FactNode.Unknown(reference.Syntax)
            : OfObject(reference, field, frame);
    }

    /// <summary>The value of a property.</summary>
    public FactNode Read(IPropertyReferenceOperation reference, Frame frame)
    {
        var property = reference.Property;
        if (!reference.Arguments.IsEmpty)
        {
            return FactNode.Unknown(reference.Syntax);
        }

        if (!source.Contains(property) || !(property.IsStatic || CallReader.IsThis(reference.Instance)))
        {
            return OfObject(reference, property, frame);
        }

        if (property.GetMethod is not { } getter || CallReader.Target(getter, reference.Instance, isVirtual: !IsBase(reference.Instance), frame) is not { } target)
        {
            return FactNode.Unknown(reference.Syntax);
        }

        if (source.BodyOf(target, cancellationToken) is not null)
        {
            return calls.ReadHelper(target, [], CallReader.Self(reference.Instance, frame), frame, reference.Syntax);
        }

        return target.AssociatedSymbol is IPropertySymbol { SetMethod: null } declared ? Initial(declared, declared.Type, reference, frame) : FactNode.Unknown(reference.Syntax);
    }

    /// <summary>Whether the receiver is written <c>base</c>, whose members are called as they are.</summary>
    private static bool IsBase(IOperation? instance) => instance?.Syntax is BaseExpressionSyntax;

    /// <summary>The member of an object that was made in sight: as its initializer set it, or as its record's parameter says.</summary>
    private FactNode OfObject(IMemberReferenceOperation reference, ISymbol member, Frame frame)
    {
        if (reference.Instance is not (null or IInstanceReferenceOperation) && values.Read(reference.Instance, frame) is { Kind: FactNodeKind.Object } made)
        {
            foreach (var pair in made.Members)
            {
                // A parameter of another spelling may be kept under the same name in another form.
                if (pair.Key == member.Name)
                {
                    return ValueReader.SeenFrom(reference.Syntax, pair.Value);
                }
            }
        }

        return FactNode.Unknown(reference.Syntax);
    }

    private FactNode Initial(ISymbol member, ITypeSymbol type, IMemberReferenceOperation reference, Frame frame)
    {
        if (source.InitializerOf(member, cancellationToken) is not { Root: ISymbolInitializerOperation { Value: var initializer } } body
            || source.MayChange(member, member.ContainingType, TypeFacts.InvitesChange(type), cancellationToken)
            || !_running.Add(member))
        {
            return FactNode.Unknown(reference.Syntax);
        }

        try
        {
            var value = member.IsStatic
                ? source.StaticValue(member, () => values.Read(initializer, Frame.OfInitializer(null, body)))
                : values.Read(initializer, Frame.OfInitializer(CallReader.Self(reference.Instance, frame), body));
            return ValueReader.SeenFrom(reference.Syntax, member.DeclaredAccessibility != Accessibility.Private && TypeFacts.InvitesChange(type) ? Open(value) : value);
        }
        finally
        {
            _running.Remove(member);
        }
    }

    /// <summary>What others can reach and change may have more in it.</summary>
    private static FactNode Open(FactNode value) => value.Kind switch
    {
        FactNodeKind.List => FactNode.ListOf(value.Items, isComplete: false, value.Origin),
        FactNodeKind.Object => FactNode.ObjectOf(value.Type!, value.Maker, value.Members, isComplete: false, value.Origin),
        _ => value,
    };
}
