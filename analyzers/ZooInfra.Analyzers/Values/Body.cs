using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ZooInfra.Analyzers.Values;

/// <summary>The bound code of one member.</summary>
/// <param name="root">Its topmost operation.</param>
internal sealed class Body(IOperation root)
{
    // Found when first asked for, as most code has no variables; two threads that both ask find the same.
    private UsageFinder? _usages;

    /// <summary>The topmost operation.</summary>
    public IOperation Root { get; } = root;

    /// <summary>How a local variable or parameter of this code is used; null when it does not occur.</summary>
    public Usage? UsageOf(ISymbol variable) => Usages.Find(variable);

    /// <summary>The value in the declaration of a local variable; null when it is declared without.</summary>
    public IOperation? InitializerOf(ILocalSymbol local) => Usages.InitializerOf(local);

    /// <summary>The local function; null when it is not declared here.</summary>
    public ILocalFunctionOperation? FunctionOf(IMethodSymbol function) => Usages.FunctionOf(function);

    /// <summary>What a call returns when the code ends in its only return; null when it is not so simple.</summary>
    public static IOperation? ResultOf(IOperation? code)
    {
        var block = code switch
        {
            IMethodBodyOperation method => method.BlockBody ?? method.ExpressionBody,
            ILocalFunctionOperation function => function.Body,
            _ => code as IBlockOperation,
        };
        return block?.Operations is [.., IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value } last] && !Leaves(block, last) ? value : null;
    }

    /// <summary>Whether code other than <paramref name="last"/> returns.</summary>
    private static bool Leaves(IOperation code, IOperation last)
    {
        foreach (var child in code.ChildOperations)
        {
            if (child != last && child is not (IAnonymousFunctionOperation or ILocalFunctionOperation) && (child is IReturnOperation || Leaves(child, last)))
            {
                return true;
            }
        }

        return false;
    }

    private UsageFinder Usages => _usages ??= new UsageFinder(Root);
}
