using NodaTime;
using ZooInfra.Contracts.Firewall;

namespace ZooInfra.Contracts.Components;

/// <summary>The part of a firewall that is known well enough to be reasoned about: the rules that work today and whose every part can be read.</summary>
/// <param name="Policy">The policy; its rules are those of <paramref name="Rules"/>.</param>
/// <param name="Rules">The rules in the order of the policy.</param>
/// <param name="Unread">The rules that are not known well enough.</param>
internal sealed record FirewallReading(FirewallPolicy Policy, IReadOnlyList<FirewallRuleFacts> Rules, IReadOnlyList<FirewallRuleFacts> Unread)
{
    private const string Stated = "stated";

    /// <summary>Reads a firewall; null when its zones are not known.</summary>
    public static FirewallReading? Of(FirewallFacts firewall, LocalDate? today)
    {
        if (firewall.ZoneNames is not { } zones)
        {
            return null;
        }

        List<NamedSetSpec> addresses = [.. Sets(firewall.Addresses)], services = [.. Sets(firewall.Services)];
        List<(FirewallRuleFacts Facts, RuleSpec Spec)> rules = [];
        List<FirewallRuleFacts> unread = [];
        foreach (var rule in firewall.Rules.Where(rule => rule.HasEnded(today) != true))
        {
            if (Spec(rule, rules.Count) is { } spec && rule.HasEnded(today) == false)
            {
                rules.Add((rule, spec));
            }
            else
            {
                unread.Add(rule);
            }
        }

        // What makes no sense is refused by the component, which names it; the rest is judged without it.
        while (true)
        {
            var result = PolicyCompiler.Compile(new()
            {
                Name = Stated,
                Zones = [.. zones.Select((name, i) => new ZoneSpec { Name = name, Interfaces = [$"zone{i}"] })],
                Addresses = addresses,
                Services = services,
                Rules = [.. rules.Select(rule => rule.Spec)],
            });
            if (result.Policy is { } policy)
            {
                return new(policy, [.. rules.Select(rule => rule.Facts)], unread);
            }

            var wrong = Indexes(result.Problems, "rules");
            unread.AddRange(wrong.Select(index => rules[index].Facts));
            if (Drop(rules, wrong) + Drop(addresses, Indexes(result.Problems, "addresses")) + Drop(services, Indexes(result.Problems, "services")) == 0)
            {
                return null;
            }
        }
    }

    private static IEnumerable<NamedSetSpec> Sets(NodeList sets)
        => sets.Items
            .Select(set => (Name: set["Name"].Text, Members: NodeList.Of(set["Members"])))
            .Where(set => set.Name is not null && set.Members.AreTexts)
            .Select(set => new NamedSetSpec { Name = set.Name!, Members = set.Members.Texts });

    /// <summary>The rule, without what only people read; null when a part is not known.</summary>
    private static RuleSpec? Spec(FirewallRuleFacts rule, int index)
        => rule.Action is { } action && rule.From.AreTexts && rule.To.AreTexts && rule.Sources.AreTexts && rule.Destinations.AreTexts && rule.Services.AreTexts
            ? new()
            {
                Name = $"rule-{index}",
                Action = action,
                From = rule.From.Texts,
                To = rule.To.Texts,
                Sources = rule.Sources.Texts,
                Destinations = rule.Destinations.Texts,
                Services = rule.Services.Texts,
                Owner = Stated,
                Reason = Stated,
                Ticket = Stated,
                Created = "2000-01-01",
                PermanentApprover = Stated,
            }
            : null;

    private static SortedSet<int> Indexes(IReadOnlyList<PolicyProblem> problems, string list)
        => new(problems.Where(problem => problem.Path.StartsWith(list + "[", StringComparison.Ordinal))
            .Select(problem => int.Parse(problem.Path.Substring(list.Length + 1).Split(']')[0], System.Globalization.CultureInfo.InvariantCulture)));

    private static int Drop<T>(List<T> list, SortedSet<int> indexes)
    {
        foreach (var index in indexes.Reverse())
        {
            list.RemoveAt(index);
        }

        return indexes.Count;
    }
}
