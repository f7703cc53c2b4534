using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>ZOO1003: clients share an asset and leave no time, or too little, in which all of them allow it to be touched (domain facts, sections 1 and 13).</summary>
public static class NoLawfulTime
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new(
        "ZOO1003",
        "Shared asset has no time in which all its clients allow work",
        "{0}",
        RuleSeverity.Error,
        RuleFamily.Promises,
        new([Control.Nist("MA-2"), Control.Nist("CM-3")]));

    internal static void Check(ClientView client, ClientSet platform, Verdicts verdicts)
    {
        foreach (var asset in client.Contract.Assets.Where(asset => asset.SharedWith.Count > 0))
        {
            if (Sharers(client, asset, platform, verdicts) is { } sharers)
            {
                verdicts.Judged(Rule);
                Check(client, asset, sharers, verdicts);
            }
        }
    }

    /// <summary>The contracts of all who use the asset; null when one of them, or its windows, is not known.</summary>
    private static List<TenantContract>? Sharers(ClientView client, Asset asset, ClientSet platform, Verdicts verdicts)
    {
        var place = asset.Path + ".shared_with";
        var sharers = new List<TenantContract> { client.Contract };
        foreach (var id in asset.SharedWith)
        {
            if (platform.Find(id) is not { } other)
            {
                verdicts.NotEvaluable(Rule, place, $"no client here is called '{id}' (the nearest is '{NearestWord.Of(id, [.. platform.Clients.Select(known => known.Contract.Id)])}')");
                return null;
            }

            if (!sharers.Contains(other.Contract))
            {
                sharers.Add(other.Contract);
            }
        }

        if (sharers.Find(sharer => sharer.PatchWindows.Count == 0) is { } without)
        {
            verdicts.NotEvaluable(Rule, place, $"{without.Name} states no patch windows");
            return null;
        }

        return sharers;
    }

    private static void Check(ClientView client, Asset asset, List<TenantContract> sharers, Verdicts verdicts)
    {
        var (start, end) = WindowSpans.YearOf(client);
        var lawful = sharers.Select(sharer => WindowSpans.Union(sharer.PatchWindows, start, end)).Aggregate(WindowSpans.Shared);
        var what = $"'{asset.Name}' is shared by {RuleText.And([.. sharers.Select(sharer => $"{sharer.Name} ({RuleText.Windows(sharer.PatchWindows)})")])}";
        if (lawful.Count == 0)
        {
            verdicts.Violated(Rule, asset.Path + ".shared_with", $"{what}, and in the year from {From(start)} there is no time in which all of them allow work; agree a window that they share");
            return;
        }

        var longest = lawful.Max(span => span.Length);
        foreach (var flow in client.Contract.PatchFlows.Where(flow => flow.Targets.Any(asset.Answers)))
        {
            if (flow.Takes is { Length: var takes } && takes + (flow.Rollback?.Length ?? Duration.Zero) is var needed && needed > longest)
            {
                verdicts.Violated(
                    Rule,
                    flow.Path + ".takes",
                    $"{what}, who all allow work for at most {RuleText.Length(longest)} at a time, and the patch flow '{flow.Name}' takes {flow.Takes}{(flow.Rollback is { } undo ? $" and {undo} to undo, {RuleText.Length(needed)} in all" : "")}; agree a longer window that they share, or patch in smaller parts");
            }
            else if (flow.Starts is { } starts && FirstOutside(starts, lawful, start, end) is { } outside)
            {
                verdicts.Violated(
                    Rule,
                    flow.Path + ".starts",
                    $"{what}, and the patch flow '{flow.Name}' starts {starts}, outside of the time in which all of them allow work, first on {RuleText.Date(outside)}; the next such time after it starts {Next(lawful, starts, outside)}");
            }
            else if (flow.Takes is null || flow.Rollback is null)
            {
                verdicts.NotEvaluable(Rule, flow.Path, $"it is not known how long '{flow.Name}' takes and how long it takes to undo");
            }
        }
    }

    private static LocalDate? FirstOutside(WeeklyStart starts, List<TimeSpanTicks> lawful, long start, long end)
        => Moments(starts, start, end).Where(moment => !lawful.Any(span => span.Start <= moment && moment < span.End))
            .Select(moment => (LocalDate?)Instant.FromUnixTimeTicks(moment).InZone(DateTimeZoneProviders.Tzdb[starts.Zone]).Date)
            .FirstOrDefault();

    private static IEnumerable<long> Moments(WeeklyStart starts, long start, long end)
    {
        // A window that ends when it starts lasts a day; only its starts are looked at.
        var window = new PatchWindow(starts.Days, starts.Time, starts.Time, starts.Zone, null);
        return WindowSpans.Of(window, start, end).Select(span => span.Start).Where(moment => moment >= start).OrderBy(moment => moment);
    }

    private static string Next(List<TimeSpanTicks> lawful, WeeklyStart starts, LocalDate outside)
    {
        var zone = DateTimeZoneProviders.Tzdb[starts.Zone];
        var moment = WindowSpans.First(zone, outside.At(starts.Time));
        var next = lawful.Exists(span => span.Start > moment) ? lawful.Find(span => span.Start > moment) : lawful[0];
        return Instant.FromUnixTimeTicks(next.Start).InZone(zone).ToString("ddd uuuu-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) + " " + starts.Zone;
    }

    private static string From(long start) => RuleText.Date(Instant.FromUnixTimeTicks(start).InUtc().Date);
}
