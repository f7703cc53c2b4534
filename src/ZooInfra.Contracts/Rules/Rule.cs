namespace ZooInfra.Contracts;

/// <summary>A rule of the rule book. Its id means the same at build, at plan and in reports, and is never given to another rule.</summary>
/// <param name="Id"><c>ZOOnnnn</c>.</param>
/// <param name="Title">What must not be, in a few words.</param>
/// <param name="MessageFormat">The message of a finding, with <c>{0}</c> and so on for its arguments.</param>
/// <param name="Severity">How much a finding weighs.</param>
/// <param name="Family">What the rule is about.</param>
/// <param name="Controls">Controls that the rule gives evidence for.</param>
public sealed record Rule(
    string Id,
    string Title,
    string MessageFormat,
    RuleSeverity Severity,
    RuleFamily Family,
    EquatableArray<Control> Controls)
{
    /// <summary>Whether a waiver can except from it. Rules on how things are written, and on waivers themselves, cannot be waived.</summary>
    public bool IsWaivable { get; init; } = true;

    /// <summary>Whether findings can carry an edit that mends them.</summary>
    public bool HasFix { get; init; }

    /// <summary>The page that explains the rule.</summary>
    public Uri HelpLink => new($"https://github.com/zooinfra/zooinfra/blob/main/docs/rules/{Id}.md");

    internal RuleFinding Finding(Place place, params string[] arguments) => new(this, place, new(arguments));
}
