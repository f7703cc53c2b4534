namespace ZooInfra.Contracts.Components;

/// <summary>What is known of a value of a program.</summary>
public enum FactNodeKind
{
    /// <summary>Nothing: it is not constant, or not read.</summary>
    Unknown,

    /// <summary>It was not given, so the default holds; <c>null</c> counts as not given.</summary>
    Absent,

    /// <summary>A text, a number, a truth value or a member of an enum.</summary>
    Value,

    /// <summary>A list.</summary>
    List,

    /// <summary>An object with members.</summary>
    Object,
}
