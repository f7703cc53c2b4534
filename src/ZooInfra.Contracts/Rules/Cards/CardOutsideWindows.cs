using System.Globalization;
using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>ZOO7002: a card plans its change for a time that is not in a patch window.</summary>
public static class CardOutsideWindows
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO7002",
        "Story card is planned outside of the patch windows",
        "The card '{0}' of {1} is planned for {2}, and the patch windows are {3}: on {4} it begins {5} UTC and no window is open until it ends; move it into a window, or agree one for it",
        RuleSeverity.Error,
        RuleFamily.Cards,
        new([Control.Nist("CM-3"), Control.Nist("MA-2")]));

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        var (start, end) = WindowSpans.YearOf(client);
        for (var index = 0; index < client.Contract.Cards.Count; index++)
        {
            if (client.Contract.Cards[index] is not { Window: { } planned } card)
            {
                continue;
            }

            if (client.Contract.PatchWindows.Count == 0)
            {
                verdicts.NotEvaluable(Rule, FactPath.CardFact(index, "window"), "the contract states no patch windows");
                continue;
            }

            verdicts.Judged(Rule);
            var open = WindowSpans.Union(client.Contract.PatchWindows, start - NodaConstants.TicksPerDay, end + NodaConstants.TicksPerDay);
            var outside = WindowSpans.Of(planned, start, end).Where(span => span.Start >= start && !open.Exists(window => window.Start <= span.Start && span.End <= window.End))
                .OrderBy(span => span.Start).Select(span => (TimeSpanTicks?)span).FirstOrDefault();
            if (outside is { } first)
            {
                verdicts.Violated(Rule.Finding(
                    FactPath.CardFact(index, "window"),
                    card.Title,
                    client.Contract.Name,
                    planned.ToString(),
                    RuleText.Windows(client.Contract.PatchWindows),
                    RuleText.Date(first.Day),
                    Instant.FromUnixTimeTicks(first.Start).InUtc().ToString("ddd HH:mm", CultureInfo.InvariantCulture)) with
                {
                    Related = new([FactPath.PatchWindows]),
                });
            }
        }
    }
}
