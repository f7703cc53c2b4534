using NodaTime;

namespace ZooInfra.Generators.Tests;

public sealed class VersionTests
{
    private const string Versions = """
        [Sla(99.99, Response = "5m", Effective = "2026-07-01")]
        [SlaVersion("2024-01-01", 99.9, Response = "15m", Clause = "MSA 4.1")]
        [Billing(BillingModel.PerSeat, Effective = "2025-01-01", Clause = "MSA 7")]
        [BillingVersion("2024-01-01", BillingModel.StaticMrr)]
        """;

    [Fact]
    public void Versions_are_written_in_the_order_of_their_days()
    {
        using var program = new LoadedProject(new TestProject(Source.Client(Versions, "\"c\", Effective = \"2024-01-01\", Ends = \"2028-12-31\"")));

        Assert.Equal(
            [(new LocalDate(2024, 1, 1), "99.9 / 15m"), (new LocalDate(2026, 7, 1), "99.99 / 5m")],
            program.Timeline("sla")!.Select(edition => (edition.First!.Value, edition.Text)));
        Assert.Equal(
            [(new LocalDate(2024, 1, 1), "static_mrr"), (new LocalDate(2025, 1, 1), "per-seat")],
            program.Timeline("billing_model")!.Select(edition => (edition.First!.Value, edition.Text)));
        Assert.Equal("""{"version":1,"effective":"2024-01-01","ends":"2026-06-30","availability":99.9,"response":"15m","response_seconds":900,"clause":"MSA 4.1"}""", program.Timeline("sla/versions/1")![0].Json);
        Assert.Equal(3, program.Timeline("contract")!.Count);
        Assert.Equal((new LocalDate(2024, 1, 1), new LocalDate(2028, 12, 31)), (program.Contract().Effective!.Value, program.Contract().Ends!.Value));
    }

    [Fact]
    public void A_contract_whose_days_cannot_be_right_is_left_out()
    {
        using var program = new LoadedProject(new TestProject(Source.Client("[Sla(99)]\n[SlaVersion(\"2024-01-01\", 98)]")));

        Assert.Empty(program.Clients());
    }
}
