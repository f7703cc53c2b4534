using Microsoft.CodeAnalysis;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Analyzers.Values;

/// <summary>An object that the program makes and whose class is source: what <c>this</c> stands for while its code is read.</summary>
/// <param name="type">Its class, no base of it.</param>
internal sealed class Instance(INamedTypeSymbol type)
{
    private readonly Dictionary<IMethodSymbol, IReadOnlyList<FactNode>> _arguments = new(SymbolEqualityComparer.Default);

    /// <summary>Takes down what one of the constructors of the class or its bases was called with, in the order of the parameters.</summary>
    public void Constructed(IMethodSymbol constructor, IReadOnlyList<FactNode> arguments) => _arguments[constructor.OriginalDefinition] = arguments;

    /// <summary>What a parameter of a constructor was given; null when that is not known. Members see those of primary constructors.</summary>
    public FactNode? Given(IParameterSymbol parameter)
        => parameter.ContainingSymbol is IMethodSymbol method && _arguments.TryGetValue(method.OriginalDefinition, out var arguments) && parameter.Ordinal < arguments.Count
            ? arguments[parameter.Ordinal]
            : null;

    /// <summary>What a call of <paramref name="method"/> on this object runs.</summary>
    public IMethodSymbol Dispatch(IMethodSymbol method)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(method.Name))
            {
                if (member is IMethodSymbol candidate && Overrides(candidate, method))
                {
                    return candidate;
                }
            }
        }

        return method;
    }

    private static bool Overrides(IMethodSymbol candidate, IMethodSymbol method)
    {
        for (var current = candidate; current is not null; current = current.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, method.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }
}
