using NodaTime;
using Pulumi;
using ZooInfra.Contracts;
using ZooInfra.Contracts.Components;

namespace ZooInfra.Cli.Tests.Rules;

/// <summary>Clients and checks for tests of what happens at plan.</summary>
internal static class Judged
{
    /// <summary>A day on which every waiver of these tests is in force.</summary>
    public static LocalDate Today { get; } = LocalDate.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>Nothing but a name was promised.</summary>
    public static TenantContract Plain { get; } = new("acme_corp", "Acme Corp", null, null, default, default, default);

    /// <summary>99.99 % with windows that count, and a signal: ZOO1001 and nothing else.</summary>
    public static TenantContract Hopeful { get; } = Plain with
    {
        Sla = new(Availability.FromPercent(99.99m), null, null, WindowAccounting.Counted, "MSA 4.2"),
        PatchWindows = new([new PatchWindow(new([IsoDayOfWeek.Monday]), new(2, 0), new(4, 0), "UTC", null)]),
        Signals = new([new Signal("signals[0]", Promised.Availability, "probe", ContractDuration.Parse("30s"), NoData.Down, null, SignalUnit.Ratio)]),
    };

    /// <summary>A waiver of <paramref name="rule"/> that ends in <paramref name="days"/> days.</summary>
    public static Waiver Waiver(string rule, int days = 90, string? member = null)
        => new("waivers[0]", rule, "the robot is being repaired", "Ines Ortega", "Tom Barr", Today.PlusDays(-1), Today.PlusDays(days), "Amendment 3", "a person looks every hour", member);

    /// <summary>Judges each record of each zone: its text, when known, must not contain <c>bad</c>.</summary>
    public static RuleCheck NoBadTexts { get; } = new(new([YardstickTooCoarse.Rule]), (client, verdicts) =>
    {
        foreach (var text in client.ComponentsOf("ZooInfra.Dns.DnsZone").SelectMany(zone => zone["args"]["Records"].Items).SelectMany(record => record["texts"].Items))
        {
            verdicts.Judged(YardstickTooCoarse.Rule);
            if (!text.IsKnown)
            {
                verdicts.NotEvaluable(YardstickTooCoarse.Rule, text, "a text is not known");
            }
            else if (text.Text is { } known && known.Contains("bad", StringComparison.Ordinal))
            {
                verdicts.Violated(YardstickTooCoarse.Rule, text, $"the text '{known}' is bad");
            }
        }
    });

    /// <summary>The example platform with <typeparamref name="TStack"/> in the place of its only client.</summary>
    public static Platform Platform<TStack>(TenantContract contract, params RuleCheck[] checks)
        where TStack : TenantStack, new()
        => new(new Client(contract, static () => Deployment.RunAsync<TStack>(), [])) { Checks = [.. RuleBook.Checks, .. checks] };

    public static FactNode Known(Task<FactNode> node) => node.IsCompletedSuccessfully ? node.Result : throw new InvalidOperationException("It is not known yet.");
}
