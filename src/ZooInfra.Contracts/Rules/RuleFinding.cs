using System.Globalization;

namespace ZooInfra.Contracts;

/// <summary>A place at which a rule is broken.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Place">What is at fault.</param>
/// <param name="Arguments">What goes into the rule's message format.</param>
public sealed record RuleFinding(Rule Rule, Place Place, EquatableArray<string> Arguments)
{
    /// <summary>How much this finding weighs; the rule's own severity unless the case is milder or graver.</summary>
    public RuleSeverity Severity { get; init; } = Rule.Severity;

    /// <summary>Further places that a reader wants to see.</summary>
    public EquatableArray<Place> Related { get; init; }

    /// <summary>The edit that mends it; null when there is none, or no single one.</summary>
    public RuleFix? Fix { get; init; }

    /// <summary>The whole message.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.MessageFormat, [.. Arguments]);
}
