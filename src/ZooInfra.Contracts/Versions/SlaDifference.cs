using System.Globalization;
using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>The difference of two versions of the promise, in words and as data.</summary>
public static class SlaDifference
{
    private static readonly Duration Month = Duration.FromDays(30);

    /// <summary>What changes from one promise to another: one change for each fact that differs; empty when they say the same.</summary>
    public static EquatableArray<SlaChange> Of(SlaPromise from, SlaPromise to)
        => new(new[]
        {
            OfAvailability(from.Availability, to.Availability),
            OfTime("response", from.Response, to.Response),
            OfTime("recovery", from.Recovery, to.Recovery),
            OfAccounting(from.WindowAccounting, to.WindowAccounting),
            OfClause(from.Clause, to.Clause),
        }.OfType<SlaChange>());

    private static SlaChange? OfAvailability(Availability? from, Availability? to)
    {
        if (from == to)
        {
            return null;
        }

        const string fact = "availability";
        if (from is not { } before || to is not { } after)
        {
            return from is null
                ? new(fact, null, to.ToString(), SlaDirection.Tightens, $"promises an availability of {to} %, there was none")
                : new(fact, from.ToString(), null, SlaDirection.Loosens, $"promises no availability any more, it was {from} %");
        }

        var minutes = after.AllowedMinutes(Month) - before.AllowedMinutes(Month);
        var direction = minutes < 0 ? SlaDirection.Tightens : SlaDirection.Loosens;
        return new(fact, before.ToString(), after.ToString(), direction, $"{Verb(direction)} availability by {Minutes(Math.Abs(minutes))} a month") { AllowedMinutesAMonth = minutes };
    }

    /// <summary>Minutes to one decimal; seconds where that would say nothing.</summary>
    private static string Minutes(decimal minutes)
        => minutes < 0.1m
            ? Decimal(minutes * 60) + " seconds"
            : Decimal(minutes) + (Decimal(minutes) == "1" ? " minute" : " minutes");

    private static string Decimal(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);

    private static SlaChange? OfTime(string fact, ContractDuration? from, ContractDuration? to)
    {
        if (from == to)
        {
            return null;
        }

        if (from is not { } before || to is not { } after)
        {
            return from is null
                ? new(fact, null, to.ToString(), SlaDirection.Tightens, $"promises a {fact} within {to}, there was no such promise")
                : new(fact, from.ToString(), null, SlaDirection.Loosens, $"promises no {fact} any more, it was {from}");
        }

        var longer = (long)(after.Length - before.Length).TotalSeconds;
        var by = new ContractDuration(Duration.FromSeconds(Math.Abs(longer)));
        return new(
            fact,
            before.ToString(),
            after.ToString(),
            longer < 0 ? SlaDirection.Tightens : SlaDirection.Loosens,
            $"{fact} from {before} to {after}: {by} {(longer < 0 ? "faster" : "slower")}")
        {
            Seconds = longer,
        };
    }

    private static SlaChange? OfAccounting(WindowAccounting from, WindowAccounting to)
    {
        if (from == to)
        {
            return null;
        }

        var (before, after) = (Name(from), Name(to));
        var direction = (from, to) switch
        {
            (WindowAccounting.Excluded, WindowAccounting.Counted) => SlaDirection.Tightens,
            (WindowAccounting.Counted, WindowAccounting.Excluded) => SlaDirection.Loosens,
            _ => SlaDirection.Restates,
        };
        return new("patch_windows", before, after, direction, (before, after) switch
        {
            (null, _) => $"downtime in patch windows is {after}, nothing was said before",
            (_, null) => $"no longer says that downtime in patch windows is {before}",
            _ => $"downtime in patch windows is {after}, it was {before}",
        });
    }

    private static string? Name(WindowAccounting accounting) => accounting == WindowAccounting.Unstated ? null : ContractNames.NameOf(accounting);

    private static SlaChange? OfClause(string? from, string? to)
        => from == to ? null : new("clause", from, to, SlaDirection.Restates, (from, to) switch
        {
            (null, _) => $"agreed in {to}",
            (_, null) => $"no longer names a clause, it was {from}",
            _ => $"agreed in {to}, it was {from}",
        });

    private static string Verb(SlaDirection direction) => direction == SlaDirection.Tightens ? "tightens" : "loosens";
}
