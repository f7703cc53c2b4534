using Microsoft.CodeAnalysis;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Analyzers.Values;

/// <summary>One call while a program is read: which code runs, on which object, with which arguments.</summary>
internal sealed class Frame
{
    /// <summary>More calls inside calls are not followed.</summary>
    private const int Deepest = 8;

    private readonly IMethodSymbol? _method;
    private readonly IReadOnlyList<FactNode> _arguments;
    private readonly Frame? _caller;
    private readonly Frame? _outer;
    private readonly int _depth;

    private Frame(Body? body, Instance? self, IMethodSymbol? method, IReadOnlyList<FactNode> arguments, Frame? caller, Frame? outer)
    {
        Body = body;
        This = self;
        _method = method;
        _arguments = arguments;
        _caller = caller;
        _outer = outer;
        _depth = caller is null ? 0 : caller._depth + (method is null ? 0 : 1);
    }

    /// <summary>The code with its local variables; null where there are none.</summary>
    public Body? Body { get; }

    /// <summary>The object; null when it is not known or there is none.</summary>
    public Instance? This { get; }

    /// <summary>Whether the code may have returned before its end, so that what follows runs only under a condition.</summary>
    public bool MayHaveLeft { get; set; }

    /// <summary>Code of an initializer of a field or property.</summary>
    public static Frame OfInitializer(Instance? self, Body? body, Frame? caller = null) => new(body, self, null, [], caller, null);

    /// <summary>A call of <paramref name="method"/>; null when it calls itself, or calls are too deep to follow.</summary>
    /// <param name="method">What is called, the part with the body.</param>
    /// <param name="body">Its code.</param>
    /// <param name="self">The object; null when it is not known or there is none.</param>
    /// <param name="arguments">In the order of the parameters; fewer than there are when the others are not known.</param>
    /// <param name="outer">For a local function, a frame of the code around it.</param>
    public Frame? Call(IMethodSymbol method, Body? body, Instance? self, IReadOnlyList<FactNode> arguments, Frame? outer = null)
    {
        if (_depth >= Deepest)
        {
            return null;
        }

        for (var frame = this; frame is not null; frame = frame._caller)
        {
            if (frame._method is { } running && SymbolEqualityComparer.Default.Equals(running.OriginalDefinition, method.OriginalDefinition))
            {
                return null;
            }
        }

        return new(body, self, method, arguments, this, outer);
    }

    /// <summary>The code of a lambda here, whose arguments are not known.</summary>
    public Frame Lambda() => new(Body, This, null, [], this, this);

    /// <summary>What a parameter was given; null when that is not known.</summary>
    public FactNode? Given(IParameterSymbol parameter)
    {
        for (var frame = this; frame is not null; frame = frame._outer)
        {
            if (frame._method is { } method && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, method.OriginalDefinition))
            {
                return parameter.Ordinal < frame._arguments.Count ? frame._arguments[parameter.Ordinal] : null;
            }
        }

        return This?.Given(parameter);
    }
}
