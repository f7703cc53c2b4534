using NodaTime;

namespace ZooInfra.Contracts.Firewall;

/// <summary>Looks for rules that do nothing, do not what they say, or allow everything.</summary>
public static class RuleAnalysis
{
    // Comparisons for one rule and for all. Both are far above what rulesets written by people need; see docs/performance.md.
    private const long BudgetOfRule = 2_000_000;
    private const long BudgetOfPolicy = 40_000_000;

    /// <summary>Everything notable, in the order of the rules. Rules past their end on <paramref name="date"/>, in UTC, are reported and else not regarded.</summary>
    public static IReadOnlyList<PolicyFinding> Analyze(FirewallPolicy policy, LocalDate date) => new Run(policy, date).Findings();

    private sealed class Run(FirewallPolicy policy, LocalDate date)
    {
        private readonly Dictionary<(Direction, IpFamily), List<(int Rule, Traffic Traffic)>> _earlier = [];
        private readonly Dictionary<int, Traffic[]> _parts = [];
        private readonly List<PolicyFinding> _findings = [];
        private long _budget = BudgetOfPolicy;

        public List<PolicyFinding> Findings()
        {
            for (var i = 0; i < policy.Rules.Count; i++)
            {
                var rule = policy.Rules[i];
                if (!rule.IsActiveOn(date))
                {
                    Add(FindingKind.Expired, i, [], $"'{rule.Name}' ended with {rule.Expires:uuuu-MM-dd} UTC and is not part of the ruleset; remove it or give it a later date.");
                    continue;
                }

                Traffic[] parts = [.. Traffic.Of(rule)];
                if (parts.Length == 0)
                {
                    Add(FindingKind.NeverMatches, i, [], $"'{rule.Name}' matches nothing: no packet has these zones, addresses and services together.");
                    continue;
                }

                if (rule.Effect == RuleEffect.Allow && IsUnlimited(rule))
                {
                    Add(FindingKind.AnyAny, i, [], $"'{rule.Name}' allows every service between every two addresses of its zones; say which.");
                }

                CompareWithEarlier(i, parts);
                _parts.Add(i, parts);
            }

            return _findings;
        }

        private static bool IsUnlimited(PolicyRule rule)
            => rule.Services.Covers(Services.Any)
                && ((IpFamily[])[IpFamily.IPv4, IpFamily.IPv6]).Any(family => rule.Sources.Covers(Addresses.Any(family)) && rule.Destinations.Covers(Addresses.Any(family)));

        private void CompareWithEarlier(int index, Traffic[] parts)
        {
            var deciders = new SortedSet<int>();
            var touched = new List<List<(int Rule, Traffic Traffic)>>();
            var (open, certain) = (false, true);
            foreach (var part in parts)
            {
                List<(int Rule, Traffic Traffic)> touching = [.. Bucket(part).Where(earlier => earlier.Traffic.Overlaps(part))];
                touched.Add(touching);
                var verdict = touching.Count == 0 ? false : IsCovered(part, touching, deciders);
                open |= verdict == false;
                certain &= verdict is not null;

                // What is covered decides nothing, so nothing after it needs to be compared with it.
                if (verdict != true)
                {
                    Bucket(part).Add((index, part));
                }
            }

            if (open)
            {
                ReportConflicts(index, parts, touched);
            }
            else if (certain)
            {
                ReportCovered(index, [.. deciders]);
            }
            else
            {
                Add(FindingKind.NotEvaluable, index, [], $"The rules before '{policy.Rules[index].Name}' are too entangled to tell whether they leave it anything; simplify them.");
            }
        }

        // Null when that took more work than there is to give.
        private bool? IsCovered(Traffic part, List<(int Rule, Traffic Traffic)> touching, SortedSet<int> deciders)
        {
            var open = false;
            var allowance = Math.Min(BudgetOfRule, _budget);
            var match = new FirstMatch([.. touching.Select(earlier => earlier.Traffic)], allowance);
            match.Split(part, (_, decider) =>
            {
                if (decider >= 0)
                {
                    deciders.Add(touching[decider].Rule);
                }

                open |= decider < 0;
                return !open;
            });
            _budget -= allowance - match.Budget;
            return match.GaveUp ? null : !open;
        }

        private void ReportCovered(int index, IReadOnlyList<int> deciders)
        {
            var rule = policy.Rules[index];
            var others = deciders.Where(other => policy.Rules[other].Effect != rule.Effect).ToList();
            if (others.Count > 0)
            {
                Add(FindingKind.Shadowed, index, deciders, $"'{rule.Name}' never does what it says, since {Names(deciders)} before it {Verb(deciders)} all it matches; move it up or remove it.");
            }
            else
            {
                Add(FindingKind.Redundant, index, deciders, $"'{rule.Name}' changes nothing, since {Names(deciders)} before it {Verb(deciders)} all it matches in the same way; remove it.");
            }
        }

        private void ReportConflicts(int index, Traffic[] parts, List<List<(int Rule, Traffic Traffic)>> touched)
        {
            var rule = policy.Rules[index];
            var allows = rule.Effect == RuleEffect.Allow;
            var otherwise = touched.SelectMany(part => part.Select(earlier => earlier.Rule)).Where(other => policy.Rules[other].Effect == RuleEffect.Allow != allows).Distinct();
            List<int> conflicting = [.. otherwise.Where(other => IsPartial(parts, _parts[other])).OrderBy(other => other)];
            if (conflicting.Count > 0)
            {
                Add(FindingKind.Conflict, index, conflicting, $"'{rule.Name}' and {Names(conflicting)} decide otherwise on what they have in common; the earlier one wins. Narrow one of them.");
            }
        }

        // Neither holds the other: a narrow exception before a broad rule is how rules are meant to be written.
        private static bool IsPartial(Traffic[] parts, Traffic[] earlier) => !Holds(parts, earlier) && !Holds(earlier, parts);

        private static bool Holds(Traffic[] outer, Traffic[] inner)
            => inner.All(part => outer.Any(other => other.Direction == part.Direction && other.Family == part.Family && other.Covers(part)));

        private List<(int Rule, Traffic Traffic)> Bucket(Traffic traffic)
        {
            if (!_earlier.TryGetValue((traffic.Direction, traffic.Family), out var bucket))
            {
                _earlier.Add((traffic.Direction, traffic.Family), bucket = []);
            }

            return bucket;
        }

        private string Names(IReadOnlyList<int> rules)
        {
            var shown = string.Join(", ", rules.Take(3).Select(rule => $"'{policy.Rules[rule].Name}'"));
            return rules.Count > 3 ? $"{shown} and {rules.Count - 3} more" : shown;
        }

        private static string Verb(IReadOnlyList<int> rules) => rules.Count == 1 ? "decides" : "decide";

        private void Add(FindingKind kind, int rule, IReadOnlyList<int> others, string message) => _findings.Add(new(kind, rule, others, message));
    }
}
