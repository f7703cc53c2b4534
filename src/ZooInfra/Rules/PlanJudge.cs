using ZooInfra.Contracts;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Rules;

/// <summary>
/// Judges a client by the rule book and says what was found in words that hold no secret: where there are secrets, the client is judged a second time as if
/// they were unknown, and a message that only the first judgement gives is not shown.
/// </summary>
internal static class PlanJudge
{
    private static readonly PlatformCheck[] ComponentsAmong = [.. RuleBook.PlatformChecks.Where(check => !check.IsOfContract)];

    /// <summary>
    /// What is found on a part of a program: the checks of the contract are run only when there is something to say, since they have said all they have to before
    /// the program made anything.
    /// </summary>
    public static IReadOnlyList<PlanFinding> FindIn(ClientView part, PlanFacts facts)
    {
        var platform = facts.Others([part]);
        return RuleBook.Judge(part, facts.ComponentChecks, survive: true).Findings.Count == 0 && RuleBook.JudgeAmong(part, platform, ComponentsAmong, survive: true).Findings.Count == 0
            ? []
            : Judge(part, platform, facts.Checks).Findings;
    }

    public static PlanVerdicts Judge(ClientView view, ClientSet platform, IReadOnlyList<RuleCheck> checks)
    {
        var verdicts = Run(view, platform, checks);
        var shown = platform.Clients.Append(view).Any(client => client.Components.Any(HasSecret)) ? Said(Run(Public(view), new(platform.Clients.Select(Public)), checks)) : null;
        PlanFinding[] findings =
        [
            .. verdicts.SelectMany(verdicts => WaiverLedger.Settle(view, verdicts, (_, _) => true))
                .Select(settled => Finding(settled, shown is null || shown.Contains((settled.Finding.Rule.Id, settled.Finding.Message, Locate(settled.Finding.Place))))),
        ];
        PlanOpen[] open =
        [
            .. verdicts.SelectMany(verdicts => verdicts.Unevaluated).Select(open => (open, Place: Locate(open.Place)))
                .Select(entry => new PlanOpen(
                    entry.open.Rule,
                    shown is null || shown.Contains((entry.open.Rule.Id, entry.open.Reason, entry.Place)) ? entry.open.Reason : "a secret value is not understood",
                    entry.Place.Urn,
                    entry.Place.Path)),
        ];
        return new(view, verdicts, findings, open);
    }

    private static Verdicts[] Run(ClientView view, ClientSet platform, IReadOnlyList<RuleCheck> checks)
        => [RuleBook.Judge(view, checks, survive: true), RuleBook.JudgeAmong(platform.Find(view.Contract.Id) ?? view, platform, survive: true)];

    private static HashSet<(string Rule, string Text, (string? Urn, string Path) Place)> Said(Verdicts[] verdicts) =>
    [
        .. verdicts.SelectMany(verdicts => verdicts.Findings).Select(finding => (finding.Rule.Id, finding.Message, Locate(finding.Place))),
        .. verdicts.SelectMany(verdicts => verdicts.Unevaluated).Select(open => (open.Rule.Id, open.Reason, Locate(open.Place))),
    ];

    private static PlanFinding Finding(WaivedFinding settled, bool isShown)
    {
        var finding = settled.Finding;
        var (urn, path) = Locate(finding.Place);
        if (!isShown)
        {
            var text = $"{finding.Rule.Title}; the value{(path.Length == 0 ? "" : $" at {path}")} is secret and is not shown";
            settled = settled with { Finding = finding with { Rule = finding.Rule with { MessageFormat = "{0}" }, Arguments = new([text]) } };
        }

        return new(finding.Rule, settled.Severity, settled.Message, urn, path, settled.Waiver, settled.DaysLeft);
    }

    private static (string? Urn, string Path) Locate(Place place)
        => place.Node is null ? (null, place.Path ?? FactPath.Client) : place.Node.Origin is PlanPlace where ? (where.Urn, where.Path) : (null, FactPath.Client);

    private static ClientView Public(ClientView view) => view with { Components = [.. view.Components.Select(Public)] };

    private static FactNode Public(FactNode node)
    {
        if (!HasSecret(node))
        {
            return node;
        }

        return node switch
        {
            { Origin: PlanPlace { IsSecret: true } } => FactNode.Unknown(node.Origin),
            { Kind: FactNodeKind.List } => FactNode.ListOf([.. node.Items.Select(Public)], node.IsComplete, node.Origin),
            _ => FactNode.ObjectOf(node.Type!, node.Maker, node.Members.Select(member => KeyValuePair.Create(member.Key, Public(member.Value))), node.IsComplete, node.Origin),
        };
    }

    private static bool HasSecret(FactNode node)
        => node.Origin is PlanPlace { IsSecret: true } || node.Items.Any(HasSecret) || node.Members.Values.Any(HasSecret);
}
