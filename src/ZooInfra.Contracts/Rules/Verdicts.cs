namespace ZooInfra.Contracts;

/// <summary>Takes down what rules say of one client. A rule that says nothing did not apply.</summary>
public sealed class Verdicts
{
    private readonly List<RuleFinding> _findings = [];
    private readonly List<Unevaluated> _unevaluated = [];
    private readonly HashSet<string> _judged = new(StringComparer.Ordinal);
    private HashSet<string>? _asked;

    /// <summary>The violations, in the order in which they were found.</summary>
    public IReadOnlyList<RuleFinding> Findings => _findings;

    /// <summary>What could not be judged, and why.</summary>
    public IReadOnlyList<Unevaluated> Unevaluated => _unevaluated;

    internal IEnumerable<Rule> Asked { get; init; } = [];

    /// <summary>Whether the rule with this id was asked at all, whatever it said.</summary>
    public bool Judges(string ruleId) => (_asked ??= new(Asked.Select(rule => rule.Id), StringComparer.Ordinal)).Contains(ruleId);

    /// <summary>Runs a check. With <paramref name="survive"/> one that throws leaves its rules not evaluable.</summary>
    internal void Ask(EquatableArray<Rule> rules, Action check, bool survive)
    {
        try
        {
            check();
        }
        catch (Exception e) when (survive && e is not OperationCanceledException)
        {
            // Its message may quote a value that nobody may see.
            foreach (var rule in rules)
            {
                NotEvaluable(rule, FactPath.Client, $"the check of {rule.Id} itself failed ({e.GetType().Name}), which is an error of ZooInfra");
            }
        }
    }

    /// <summary>The rule applies to this client and what it asks about is known: it is kept unless a violation is taken down, too.</summary>
    public void Judged(Rule rule) => _judged.Add(rule.Id);

    /// <summary>The rule is broken.</summary>
    public void Violated(RuleFinding finding) => _findings.Add(finding);

    /// <summary>The rule is broken at <paramref name="place"/>; <paramref name="arguments"/> go into its message.</summary>
    public void Violated(Rule rule, Place place, params string[] arguments) => Violated(rule.Finding(place, arguments));

    /// <summary>The rule applies, and what it asks about is not known.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="place">What is not known.</param>
    /// <param name="reason">Why, as half a sentence: <c>the TTL of www is not constant</c>.</param>
    public void NotEvaluable(Rule rule, Place place, string reason) => _unevaluated.Add(new(rule, place, reason));

    /// <summary>What <paramref name="rule"/> says, all in all: one violation is a violation, and one unknown leaves it open otherwise.</summary>
    public Verdict Of(Rule rule)
        => _findings.Exists(finding => finding.Rule.Id == rule.Id) ? Verdict.Violated
            : _unevaluated.Exists(open => open.Rule.Id == rule.Id) ? Verdict.NotEvaluable
            : _judged.Contains(rule.Id) ? Verdict.Satisfied
            : Verdict.NotApplicable;
}
