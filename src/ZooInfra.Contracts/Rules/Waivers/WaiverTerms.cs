using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>ZOO3001: what a waiver must state to hold. One that does not state it excepts from nothing.</summary>
public static class WaiverTerms
{
    /// <summary>How many days a waiver may last where the contract does not say (domain facts, section 6).</summary>
    public const int UsualDays = 180;

    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO3001",
        "Waiver is incomplete, expired, too long or approved by who asked for it",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Regimes,
        new([Control.Nist("CA-5"), Control.Nist("SC-7(4)"), Control.Pci("12.3.1")]))
    {
        IsWaivable = false,
        HasFix = true,
    };

    internal static void Check(ClientView client, Verdicts verdicts)
    {
        foreach (var waiver in client.Contract.Waivers)
        {
            verdicts.Judged(Rule);
            if (Fault(client, waiver) is var (key, message, legal))
            {
                verdicts.Violated(Rule.Finding(waiver.Path + key, message) with { Fix = legal is null ? null : RuleFix.Replace($"Until = \"{legal}\"", $"Let it end on {legal}") });
            }
            else if (client.Today is null)
            {
                verdicts.NotEvaluable(Rule, waiver.Path + ".until", "the day of the build is not known");
            }
        }
    }

    /// <summary>Whether the waiver states all it must and is in force.</summary>
    internal static bool Holds(ClientView client, Waiver waiver)
        => client.Today is { } today && (waiver.Granted is null || waiver.Granted <= today) && Fault(client, waiver) is null;

    private static (string Key, string Message, string? Legal)? Fault(ClientView client, Waiver waiver)
    {
        if (RuleBook.Find(waiver.Rule) is not { } rule)
        {
            return (".rule", $"No rule is called '{waiver.Rule}'; did you mean {NearestWord.Of(waiver.Rule, [.. RuleBook.All.Select(known => known.Id)])}?", null);
        }

        if (!rule.IsWaivable)
        {
            return (".rule", $"{rule.Id} cannot be waived; mend what it finds and remove the waiver", null);
        }

        string[] missing =
        [
            .. new (string? Value, string Name)[]
            {
                (waiver.Reason, "Reason"), (waiver.ApprovedBy, "ApprovedBy"), (waiver.Until?.ToString(), "Until"), (waiver.Clause, "Clause"), (waiver.Compensating, "Compensating"),
            }.Where(field => field.Value is null).Select(field => field.Name),
        ];
        if (missing.Length > 0)
        {
            return ("", $"The waiver of {rule.Id} does not state {string.Join(" and ", missing)}; without {(missing.Length == 1 ? "it" : "them")} it excepts from nothing", null);
        }

        if (new[] { waiver.RequestedBy, client.Author }.Any(person => string.Equals(person?.Trim(), waiver.ApprovedBy!.Trim(), StringComparison.OrdinalIgnoreCase)))
        {
            return (".approved_by", $"{waiver.ApprovedBy} asked for the waiver of {rule.Id} and approved it; somebody else must approve", null);
        }

        var until = waiver.Until!.Value;
        if (client.Today is { } today && until < today)
        {
            return (".until", $"The waiver of {rule.Id} ended on {Text(until)} and the build is of {Text(today)}; mend what it excepted from, or have it approved anew", null);
        }

        var days = client.Contract.RegimeTerms.Select(term => term.WaiverDays).Where(days => days is not null).Min() ?? UsualDays;
        if ((waiver.Granted ?? client.Today) is { } from && Period.Between(from, until, PeriodUnits.Days).Days > days)
        {
            var latest = Text(from.PlusDays(days));
            return (".until", $"The waiver of {rule.Id} lasts from {Text(from)} to {Text(until)}, {Period.Between(from, until, PeriodUnits.Days).Days} days; at most {days} are allowed, so let it end by {latest}", latest);
        }

        return null;
    }

    private static string Text(LocalDate date) => date.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
