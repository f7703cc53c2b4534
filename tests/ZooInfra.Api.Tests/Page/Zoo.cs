using NodaTime;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Tests.Page;

/// <summary>A platform as an MSP has it: clients of several kinds, one with a hostile name, one that says nothing.</summary>
internal static class Zoo
{
    /// <summary>A Monday, two weeks before the clocks of Europe go back.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 10, 12, 9, 30, 0, TimeSpan.Zero);

    public static Platform Platform { get; } = new([Acme, BigGov, OrgX, Hostile, Silent, Versioned]);

    private static Client Acme => Make(new TenantContract(
        "acme_corp", "Acme Corp", Sla(99.99m, "5m", null, WindowAccounting.Excluded), BillingModel.PerSeat,
        new([Window([IsoDayOfWeek.Monday, IsoDayOfWeek.Wednesday], 2, 4, "UTC")]), default, default)
    {
        Waivers = new([Waiver("ZOO6001", new(2026, 10, 30)), Waiver("ZOO4004", new(2027, 3, 31))]),
        Supports = new([new Support("support[0]", "Gold", "24x7", "desk@msp.example", null)]),
        Credits = new([new CreditStep("credits[0]", Availability.FromPercent(99.99m), 10), new CreditStep("credits[1]", Availability.FromPercent(99.5m), 25)]),
        Escalations = new([new EscalationLevel("escalation[0]", 1, "on-call engineer", null), new EscalationLevel("escalation[1]", 2, "head of operations", ContractDuration.Parse("15m"))]),
    });

    private static Client BigGov => Make(new TenantContract(
        "biggov", "BigGov", Sla(99.99m, null, null, WindowAccounting.Excluded), BillingModel.StaticMrrPlusUsage,
        new([Window([IsoDayOfWeek.Saturday], 22, 3, "America/New_York")]), default, default)
    {
        Zone = "America/New_York",
        Waivers = new([Waiver("ZOO1001", new(2026, 10, 12))]),
    });

    private static Client OrgX => Make(new TenantContract(
        "orgx", "Org X Healthcare Partners of the Greater Rhine Valley", Sla(99.9m, "30m", "4h", WindowAccounting.Counted), BillingModel.Tiered,
        new([Window([IsoDayOfWeek.Wednesday], 1, 3, "Europe/Berlin")]), new([new RegimeScope(Regime.Hipaa, 2, "MSA 7"), new RegimeScope(Regime.PciDss, null, null)]), default)
    {
        Zone = "Europe/Berlin",
    });

    private static Client Hostile => Make(new TenantContract(
        "nasty", "<script>alert('owned')</script> & \"Söhne\" \U0001F418", null, BillingModel.StaticMrr, default, default, default));

    private static Client Versioned => Make(new TenantContract("versioned", "Versioned Inc", Sla(99.99m, "5m", null, WindowAccounting.Excluded), null, default, default, default)
    {
        SlaEffective = new(2026, 12, 1),
        SlaVersions = new([new SlaVersion("sla_versions[0]", new(2024, 1, 1), Sla(99.9m, "15m", null, WindowAccounting.Excluded))]),
    });

    private static Client Silent => Make(new TenantContract("zz_new", "New Client", null, null, default, default, default));

    public static Client Make(TenantContract contract)
    {
        List<string> facts = [];
        if (contract.Sla is not null)
        {
            facts.Add("sla");
        }

        if (contract.Billing is not null)
        {
            facts.Add("billing_model");
        }

        return new(contract, () => Task.FromResult(0), [.. facts.Select(name => new ContractEndpoint(name, new("x"u8.ToArray(), "\"x\""), new("{}"u8.ToArray(), "\"y\"")))]);
    }

    public static PatchWindow Window(IsoDayOfWeek[] days, int from, int to, string zone) => new(new(days), new(from, 0), new(to, 0), zone, null);

    private static SlaPromise Sla(decimal percent, string? response, string? recovery, WindowAccounting accounting)
        => new(Availability.FromPercent(percent), response is null ? null : ContractDuration.Parse(response), recovery is null ? null : ContractDuration.Parse(recovery), accounting, null);

    private static Waiver Waiver(string rule, LocalDate until) => new("waivers[0]", rule, "old device", "cto", "ops", new(2026, 9, 1), until, "A1", "watched", null);
}
