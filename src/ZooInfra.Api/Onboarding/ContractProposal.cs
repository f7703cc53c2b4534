using NodaTime;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Onboarding;

/// <summary>A contract that somebody wants a client to have, judged by the rules of the build.</summary>
/// <param name="Id">The id of the client to be.</param>
/// <param name="Contract">The contract; null when it cannot be read.</param>
/// <param name="Findings">What the rules say, in the order of the text.</param>
/// <param name="Open">The ids of the rules that only the infrastructure can answer.</param>
internal sealed record ContractProposal(string Id, TenantContract? Contract, IReadOnlyList<ProposalFinding> Findings, IReadOnlyList<string> Open)
{
    /// <summary>Whether a build with this contract would pass, as far as the contract decides it.</summary>
    public bool IsAcceptable => Contract is not null && Findings.All(finding => finding.Severity != RuleSeverity.Error);

    /// <param name="id">The id of the client to be.</param>
    /// <param name="text">The contract in YAML, of which JSON is a part.</param>
    /// <param name="others">The contracts of the platform, for the rules that compare clients.</param>
    /// <param name="today">The day for which it is judged, UTC.</param>
    /// <param name="author">Who proposes it: an author cannot approve a waiver of their own.</param>
    public static ContractProposal Judge(string id, string text, IEnumerable<TenantContract> others, LocalDate today, string author)
    {
        var file = ContractFile.Parse(id + ContractFile.Suffix, text);
        if (file.Facts is null)
        {
            return new(id, null, [.. file.Problems.Select(problem => new ProposalFinding(problem.RuleId, RuleSeverity.Error, problem.Message, null, problem.Position))], []);
        }

        var (contract, problems) = ContractReader.Read(file.Facts);
        if (contract is null)
        {
            return new(id, null, InOrder(problems.Select(problem => new ProposalFinding(problem.RuleId, RuleSeverity.Error, problem.Message, problem.Path, file.Locate(problem.Path)))), []);
        }

        var view = new ClientView(contract) { Today = today, Author = author };
        var platform = new ClientSet([view, .. others.Select(other => new ClientView(other) { Today = today })]);
        Verdicts[] verdicts = [RuleBook.Judge(view, survive: true), RuleBook.JudgeAmong(view, platform, survive: true)];
        var findings = verdicts
            .SelectMany(said => WaiverLedger.Settle(view, said, (_, _) => true))
            .Select(settled => Finding(settled, file));
        return new(id, contract, InOrder(findings), [.. RuleBook.All.Where(rule => verdicts.Any(said => said.Of(rule) == Verdict.NotEvaluable)).Select(rule => rule.Id)]);
    }

    private static ProposalFinding Finding(WaivedFinding settled, ContractFile file)
    {
        var path = settled.Finding.Place.Path ?? FactPath.Client;
        return new(settled.Finding.Rule.Id, settled.Severity, settled.Message, path, file.Locate(path));
    }

    private static List<ProposalFinding> InOrder(IEnumerable<ProposalFinding> findings)
        => [.. findings.OrderBy(finding => finding.Position?.Start ?? int.MaxValue).ThenBy(finding => finding.Rule, StringComparer.Ordinal)];
}
