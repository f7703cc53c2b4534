using System.Globalization;

namespace ZooInfra.Contracts;

/// <summary>A rule of the rule book. Its id means the same at build, at plan and in reports, and is never given to another rule.</summary>
/// <param name="Id"><c>ZOOnnnn</c>.</param>
/// <param name="Title">What must not be, in a few words.</param>
/// <param name="MessageFormat">The message of a finding, with <c>{0}</c> and so on for its arguments.</param>
/// <param name="Severity">How much a finding weighs.</param>
/// <param name="Family">What the rule is about.</param>
/// <param name="Controls">Controls that the rule gives evidence for, with the regime's own ids: <c>NIST 800-53 MA-2</c>.</param>
public sealed record Rule(
    string Id,
    string Title,
    string MessageFormat,
    RuleSeverity Severity,
    RuleFamily Family,
    EquatableArray<string> Controls)
{
    /// <summary>The page that explains the rule.</summary>
    public Uri HelpLink => new($"https://github.com/zooinfra/zooinfra/blob/main/docs/rules/{Id}.md");

    internal RuleFinding Finding(string path, params string[] arguments) => new(this, path, new(arguments));
}

/// <summary>A place at which a rule is broken.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Path">The fact at fault: a name of <see cref="FactPath"/>.</param>
/// <param name="Arguments">What goes into the rule's message format.</param>
public sealed record RuleFinding(Rule Rule, string Path, EquatableArray<string> Arguments)
{
    /// <summary>The whole message.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.MessageFormat, [.. Arguments]);
}
