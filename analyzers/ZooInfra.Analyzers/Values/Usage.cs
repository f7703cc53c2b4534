using Microsoft.CodeAnalysis;

namespace ZooInfra.Analyzers.Values;

/// <summary>What the code around a local variable or parameter does with it after it got its value.</summary>
internal sealed class Usage
{
    /// <summary>Members of its value that were given another value.</summary>
    public HashSet<string> Replaced { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Members of its value, lists, to which something was added.</summary>
    public HashSet<string> Extended { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Parameters of methods in source to which its value was handed over.</summary>
    public List<IParameterSymbol> HandedTo { get; } = [];

    /// <summary>Other variables that stand for the same value or a part of it.</summary>
    public List<ISymbol> Aliases { get; } = [];

    /// <summary>Whether it got another value, or its value can no longer be followed.</summary>
    public bool IsLost { get; set; }

    /// <summary>Whether something was added to its value, a list.</summary>
    public bool HasGrown { get; set; }

    /// <summary>Whether its value itself was touched, aliases and calls aside.</summary>
    public bool IsTouched => IsLost || HasGrown || Replaced.Count > 0 || Extended.Count > 0;
}
