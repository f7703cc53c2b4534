using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Analyzers.Values;

/// <summary>Reads what calls return: the library's factories, copies of lists, and methods in source that only return a value.</summary>
internal sealed class CallReader(ValueReader values, SourceCode source, CancellationToken cancellationToken)
{
    /// <summary>Methods of the library that copy their object with one member changed, by their names.</summary>
    private static readonly ImmutableDictionary<string, (string Type, string Member)> Copying = ImmutableDictionary<string, (string, string)>.Empty
        .Add("WithTtl", ("ZooInfra.Dns.DnsRecord", "Ttl"));

    /// <summary>What the call returns.</summary>
    public FactNode Read(IInvocationOperation call, Frame frame)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            return frame.Body?.FunctionOf(method) is { } function
                ? ReadResult(function.Symbol, Body.ResultOf(function), frame.Body, frame.This, values.Bind(method, call.Arguments, frame), frame, frame, call.Syntax)
                : FactNode.Unknown(call.Syntax);
        }

        if (method.MethodKind is MethodKind.DelegateInvoke or MethodKind.Constructor)
        {
            return FactNode.Unknown(call.Syntax);
        }

        return source.Contains(method)
            ? ReadHelper(Target(method, call.Instance, call.IsVirtual, frame), values.Bind(method, call.Arguments, frame), Self(call.Instance, frame), frame, call.Syntax)
            : ReadLibrary(call, method, frame);
    }

    /// <summary>What a method in source returns for these arguments.</summary>
    public FactNode ReadHelper(IMethodSymbol? method, IReadOnlyList<FactNode> arguments, Instance? self, Frame frame, SyntaxNode call)
    {
        var code = method?.PartialImplementationPart ?? method;
        return code is not null && source.BodyOf(code, cancellationToken) is { } body
            ? ReadResult(code, Body.ResultOf(body.Root), body, self, arguments, frame, null, call)
            : FactNode.Unknown(call);
    }

    /// <summary>The method that a call runs; null when that depends on an object that is not known.</summary>
    public static IMethodSymbol? Target(IMethodSymbol method, IOperation? instance, bool isVirtual, Frame frame)
    {
        if (!isVirtual || instance is null || !(method.IsVirtual || method.IsAbstract || method.IsOverride) || method.IsSealed)
        {
            return method;
        }

        return IsThis(instance) ? frame.This?.Dispatch(method) : null;
    }

    /// <summary>The object on which a call runs; null when it is not known.</summary>
    public static Instance? Self(IOperation? instance, Frame frame) => IsThis(instance) ? frame.This : null;

    /// <summary>Whether the receiver is <c>this</c> or <c>base</c>, written or not, and no object that is just being made.</summary>
    public static bool IsThis(IOperation? instance) => instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };

    private FactNode ReadResult(IMethodSymbol method, IOperation? result, Body body, Instance? self, IReadOnlyList<FactNode> arguments, Frame caller, Frame? outer, SyntaxNode call)
        => !method.IsAsync && result is not null && caller.Call(method, body, self, arguments, outer) is { } frame
            ? ValueReader.SeenFrom(call, values.Read(result, frame))
            : FactNode.Unknown(call);

    private FactNode ReadLibrary(IInvocationOperation call, IMethodSymbol method, Frame frame)
    {
        if (!TypeFacts.IsTrusted(method))
        {
            return FactNode.Unknown(call.Syntax);
        }

        if (Copying.TryGetValue(method.Name, out var copy) && copy.Type == TypeFacts.FullName(method.ContainingType) && values.Read(call.Instance, frame) is { Kind: FactNodeKind.Object } original)
        {
            var value = values.Bind(method, call.Arguments, frame)[0];
            return FactNode.ObjectOf(original.Type!, original.Maker, original.Members.Append(new(copy.Member, value)), original.IsComplete, call.Syntax);
        }

        if (ReadCollection(call, method, frame) is { } collection)
        {
            return collection;
        }

        if (TypeFacts.IsPulumi(method.ContainingType, "Output"))
        {
            // Not of CreateSecret: what is secret must not come into a message.
            return method is { Name: "Create", Parameters: [{ Type: var type }] } && !TypeFacts.IsTask(type)
                ? values.Bind(method, call.Arguments, frame)[0]
                : FactNode.Unknown(call.Syntax);
        }

        return method is { IsStatic: true, IsExtensionMethod: false, ContainingType.SpecialType: SpecialType.None } && SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType) && !method.Parameters.Any(parameter => parameter.RefKind is RefKind.Out or RefKind.Ref)
            ? FactNode.ObjectOf(
                TypeFacts.FullName(method.ContainingType),
                method.Name,
                method.Parameters.Zip(values.Bind(method, call.Arguments, frame), (parameter, value) => new KeyValuePair<string, FactNode>(parameter.Name, value)),
                isComplete: true,
                call.Syntax)
            : FactNode.Unknown(call.Syntax);
    }

    /// <summary>Lists by the methods that make and copy them; null when the method is none of these.</summary>
    private FactNode? ReadCollection(IInvocationOperation call, IMethodSymbol method, Frame frame)
    {
        switch (method.ContainingType.Name, method.Name)
        {
            case ("Array" or "Enumerable", "Empty"):
                return FactNode.ListOf([], isComplete: true, call.Syntax);
            case ("ImmutableArray" or "ImmutableList", "Create") when method.Parameters is [{ IsParams: true }]:
            case ("Enumerable", "ToArray" or "ToList" or "AsEnumerable"):
            case ("ImmutableArray" or "ImmutableList", "ToImmutableArray" or "ToImmutableList"):
                return Of(values.Bind(method, call.Arguments, frame), 0);
            case ("ImmutableArray" or "ImmutableList", "Create") when method.OriginalDefinition.Parameters.All(parameter => parameter.Type is ITypeParameterSymbol):
                return FactNode.ListOf(values.Bind(method, call.Arguments, frame), isComplete: true, call.Syntax);
            case ("List", "ToArray" or "AsReadOnly"):
                return values.Read(call.Instance, frame);
            case ("Enumerable", "Concat"):
                var both = values.Bind(method, call.Arguments, frame);
                return both is [{ Kind: FactNodeKind.List } first, { Kind: FactNodeKind.List } second] && first.Items.Count + second.Items.Count <= CreationReader.MostItems
                    ? FactNode.ListOf([.. first.Items, .. second.Items], first.IsComplete && second.IsComplete, call.Syntax)
                    : FactNode.Unknown(call.Syntax);
            default:
                return null;
        }

        FactNode Of(IReadOnlyList<FactNode> arguments, int index)
            => arguments.Count > index && arguments[index].Kind == FactNodeKind.List ? Scalars.At(arguments[index], call.Syntax) : FactNode.Unknown(call.Syntax);
    }
}
