using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>Goes through what rules found on a client with the client's waivers in hand.</summary>
public static class WaiverLedger
{
    /// <summary>Brings each finding together with the waiver that excepts from it, and adds a finding for each waiver that excepts from nothing.</summary>
    /// <param name="client">The client.</param>
    /// <param name="verdicts">What the rules said.</param>
    /// <param name="covers">Whether a waiver that stands on a member of the class is for this place.</param>
    public static IReadOnlyList<WaivedFinding> Settle(ClientView client, Verdicts verdicts, Func<Waiver, Place, bool> covers)
    {
        var settled = new List<WaivedFinding>();
        var live = client.Contract.Waivers.Where(waiver => WaiverTerms.Holds(client, waiver)).ToList();
        var needed = new HashSet<Waiver>();
        foreach (var finding in verdicts.Findings)
        {
            var waiver = finding.Rule.IsWaivable
                ? live.Find(waiver => waiver.Rule == finding.Rule.Id && (waiver.Member is null || covers(waiver, finding.Place)))
                : null;
            if (waiver is not null)
            {
                needed.Add(waiver);
            }

            settled.Add(new(finding, waiver, waiver is null ? 0 : Period.Between(client.Today!.Value, waiver.Until!.Value, PeriodUnits.Days).Days));
        }

        // A rule that could not be judged may need its waiver at plan.
        settled.AddRange(live
            .Where(waiver => !needed.Contains(waiver) && verdicts.Judges(waiver.Rule) && verdicts.Of(RuleBook.Find(waiver.Rule)!) != Verdict.NotEvaluable)
            .Select(waiver => new WaivedFinding(
                WaiverUnneeded.Rule.Finding(waiver.Path, client.Contract.Name, waiver.Rule, waiver.Member is null ? "" : " in " + waiver.Member) with { Fix = RuleFix.Remove("Remove the waiver") },
                null,
                0)));
        return settled;
    }
}
