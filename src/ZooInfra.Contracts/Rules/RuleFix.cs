namespace ZooInfra.Contracts;

/// <summary>A mechanical edit that mends a finding. The rule states it, the editor makes it.</summary>
/// <param name="Kind">What kind of edit.</param>
/// <param name="Text">The C# that goes in: an expression, <c>Name = value</c>, or an attribute without brackets. Types stand with their full names. Empty for a removal.</param>
/// <param name="Title">What the edit does, as an order: <c>Set NoData to NoData.Down</c>.</param>
public sealed record RuleFix(RuleFixKind Kind, string Text, string Title)
{
    /// <summary>Puts <paramref name="expression"/> in place of the value at fault.</summary>
    public static RuleFix Replace(string expression, string title) => new(RuleFixKind.Replace, expression, title);

    /// <summary>Sets a named argument of the attribute, or a member of the object, at fault.</summary>
    public static RuleFix Set(string name, string expression, string title) => new(RuleFixKind.Set, $"{name} = {expression}", title);

    /// <summary>Puts <paramref name="text"/> behind the expression at fault: <c>.WithTtl(60)</c>.</summary>
    public static RuleFix Append(string text, string title) => new(RuleFixKind.Append, text, title);

    /// <summary>Adds an attribute to the client's class.</summary>
    public static RuleFix Attribute(string attribute, string title) => new(RuleFixKind.AddAttribute, attribute, title);

    /// <summary>Removes the attribute, directive or list item at fault.</summary>
    public static RuleFix Remove(string title) => new(RuleFixKind.Remove, "", title);
}

/// <summary>The kinds of mechanical edits.</summary>
public enum RuleFixKind
{
    /// <summary>Another value for the one at fault.</summary>
    Replace,

    /// <summary>A named argument or member.</summary>
    Set,

    /// <summary>A call behind the expression at fault.</summary>
    Append,

    /// <summary>An attribute on the client's class.</summary>
    AddAttribute,

    /// <summary>Nothing in its place.</summary>
    Remove,
}
