using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>ZOO7001: a card allows more downtime than its window has, or than the promise leaves in any month.</summary>
public static class CardDowntime
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO7001",
        "Story card allows more downtime than there is",
        "The card '{0}' of {1} allows {2} of downtime, and {3}; set MaxDowntime to at most {4}",
        RuleSeverity.Error,
        RuleFamily.Cards,
        new([Control.Nist("CM-4"), Control.Nist("MA-2")]))
    {
        HasFix = true,
    };

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        for (var index = 0; index < client.Contract.Cards.Count; index++)
        {
            if (client.Contract.Cards[index] is { MaxDowntime: { } downtime } card)
            {
                Check(client, verdicts, card, downtime, FactPath.CardMaxDowntime(index));
            }
        }
    }

    private static void Check(ClientView client, Verdicts verdicts, StoryCard card, ContractDuration downtime, string path)
    {
        var (start, end) = WindowSpans.YearOf(client);
        var windows = card.Window is { } own ? new EquatableArray<PatchWindow>([own]) : client.Contract.PatchWindows;
        if (windows.Count > 0)
        {
            verdicts.Judged(Rule);
            var longest = WindowSpans.Union(windows, start, end).Max(span => span.Length);
            if (downtime.Length > longest)
            {
                Violated(
                    client, verdicts, card, downtime, path, longest,
                    card.Window is null ? $"the longest patch window ({RuleText.Windows(windows)}) lasts {RuleText.Length(longest)}" : $"its window {card.Window} lasts {RuleText.Length(longest)}");
                return;
            }
        }

        // Whether it counts is only sure where windows count, or there are none; otherwise the work may lie in an excluded window.
        if (client.Contract.Sla is { Availability: { } promised } sla)
        {
            if (sla.WindowAccounting != WindowAccounting.Counted && client.Contract.PatchWindows.Count > 0)
            {
                if (sla.WindowAccounting == WindowAccounting.Unstated)
                {
                    verdicts.NotEvaluable(Rule, path, "the contract does not say whether downtime in patch windows counts");
                }

                return;
            }

            verdicts.Judged(Rule);
            var minutes = promised.AllowedMinutes(Duration.FromDays(31));
            if ((decimal)downtime.Length.TotalSeconds > minutes * 60)
            {
                Violated(
                    client, verdicts, card, downtime, path, Duration.FromSeconds((long)decimal.Floor(minutes * 60)),
                    $"{promised} % leaves {RuleText.Number(minutes)} minutes even in a month of 31 days{RuleText.Clause(sla)}");
            }
        }
    }

    private static void Violated(ClientView client, Verdicts verdicts, StoryCard card, ContractDuration downtime, string path, Duration legal, string why)
    {
        var text = RuleText.Length(legal);
        verdicts.Violated(Rule.Finding(path, card.Title, client.Contract.Name, downtime.ToString(), why, text) with
        {
            Fix = legal < Duration.FromSeconds(1) ? null : RuleFix.Set("MaxDowntime", RuleText.Literal(text), $"Allow {text} of downtime"),
        });
    }
}
