using NodaTime;
using ZooInfra.Contracts;

namespace ZooInfra.Rules;

/// <summary>What all rules said of one client.</summary>
public sealed class PlanVerdicts
{
    private readonly ClientView _view;
    private readonly Verdicts[] _verdicts;

    internal PlanVerdicts(ClientView view, Verdicts[] verdicts, IReadOnlyList<PlanFinding> findings, IReadOnlyList<PlanOpen> open)
        => (_view, _verdicts, Findings, Open) = (view, verdicts, findings, open);

    /// <summary>The contract.</summary>
    public TenantContract Contract => _view.Contract;

    /// <summary>The day for which the client was judged, UTC.</summary>
    public LocalDate Today => _view.Today!.Value;

    /// <summary>Whether the program had made all its components. Where it had not, what is missing was not judged.</summary>
    public bool IsComplete => _view.ComponentsAreComplete;

    /// <summary>How many components and resources of the program were judged.</summary>
    public int Components => _view.Components.Count;

    /// <summary>What was found, waived or not.</summary>
    public IReadOnlyList<PlanFinding> Findings { get; }

    /// <summary>What could not be judged.</summary>
    public IReadOnlyList<PlanOpen> Open { get; }

    /// <summary>What <paramref name="rule"/> says; a waived finding is a violation here.</summary>
    public Verdict Of(Rule rule) => Array.Find(_verdicts, verdicts => verdicts.Judges(rule.Id))?.Of(rule) ?? Verdict.NotApplicable;

    /// <summary>Whether the rule was asked at all. Rules on how things are written are asked at build only.</summary>
    public bool Judges(Rule rule) => Array.Exists(_verdicts, verdicts => verdicts.Judges(rule.Id)) || rule.Id == WaiverUnneeded.Rule.Id;

    /// <summary>Judges clients anew, each beside the others with all that their programs make.</summary>
    /// <param name="clients">The clients to judge.</param>
    /// <param name="facts">What rules know besides; of clients that are not judged they know the contract.</param>
    public static IReadOnlyList<PlanVerdicts> Among(IReadOnlyList<PlanVerdicts> clients, PlanFacts facts)
    {
        var set = facts.Others(clients.Select(client => client._view));
        return [.. clients.Select(client => PlanJudge.Judge(client._view, set, facts.Checks))];
    }

    /// <summary>The contract alone, for a program that could not be run at all.</summary>
    public static PlanVerdicts OfContract(TenantContract contract, PlanFacts facts) => PlanJudge.Judge(facts.View(contract), facts.Others([]), facts.Checks);
}
