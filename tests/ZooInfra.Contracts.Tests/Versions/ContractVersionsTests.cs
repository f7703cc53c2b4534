using CsCheck;
using NodaTime;

namespace ZooInfra.Contracts.Tests.Versions;

public sealed class ContractVersionsTests
{
    private static readonly Gen<LocalDate> Days = Gen.Int[0, 4000].Select(offset => new LocalDate(2020, 1, 1).PlusDays(offset));

    [Fact]
    public void Versions_are_numbered_by_the_day_on_which_they_begin_and_each_ends_where_the_next_begins()
    {
        var contract = Contract("""
            client: Acme
            effective: 2024-01-01
            ends: 2028-12-31
            sla:
              availability: 99.99
              effective: 2026-07-01
            sla_versions:
              - effective: 2027-01-01
                availability: 99.995
              - effective: 2024-01-01
                availability: 99.9
                response: 15m
            """);

        Assert.Equal(
            ["1 99.9 / 15m from 2024-01-01 to 2026-06-30", "2 99.99 from 2026-07-01 to 2026-12-31", "3 99.995 from 2027-01-01 to 2028-12-31"],
            ContractVersions.OfSla(contract).Select(version => $"{version.Number} {version.Value} {version.Span}"));
    }

    [Fact]
    public void A_promise_without_versions_holds_as_long_as_the_contract_does()
    {
        var version = Assert.Single(ContractVersions.OfSla(Contract("client: Acme\neffective: 2024-01-01\nsla:\n  availability: 99.9\n")));

        Assert.Equal((1, new LocalDate(2024, 1, 1), null), (version.Number, version.First!.Value, version.Last));
        Assert.Equal("always", Assert.Single(ContractVersions.OfSla(Contract("client: Acme\nsla:\n  availability: 99.9\n"))).Span);
        Assert.Empty(ContractVersions.OfSla(Contract("client: Acme\n")));
    }

    [Fact]
    public void Billing_has_versions_of_its_own()
        => Assert.Equal(
            ["1 tiered from 2024-01-01 to 2025-12-31", "2 per-seat from 2026-01-01"],
            ContractVersions.OfBilling(Contract("""
                client: Acme
                billing_model: per-seat
                billing_effective: 2026-01-01
                billing_versions:
                  - effective: 2024-01-01
                    model: tiered
                """)).Select(version => $"{version.Number} {ContractNames.NameOf(version.Value.Model)} {version.Span}"));

    [Fact]
    public void The_version_in_force_is_the_last_that_began_by_the_day()
        => Gen.Select(Days.Array[1, 6], Days).Sample((days, day) =>
        {
            var firsts = days.Distinct().ToArray();
            var contract = new TenantContract("c", "c", Promise(0), null, default, default, default)
            {
                SlaEffective = firsts[0],
                SlaVersions = new(firsts.Skip(1).Select((first, index) => new SlaVersion("", first, Promise(index + 1)))),
            };
            var versions = ContractVersions.OfSla(contract);

            var expected = firsts.Where(first => first <= day).OrderBy(first => first).Select(first => (LocalDate?)first).LastOrDefault();
            Assert.Equal(expected, ContractVersions.InForce(versions, day)?.First);
            Assert.True(versions.Count(version => version.IsInForce(day)) <= 1);
        });

    [Theory]
    [InlineData("effective: 2024-01-01\nends: 2023-12-31", "ends", "The contract ends on 2023-12-31, before it begins on 2024-01-01; the last day is on or after the first")]
    [InlineData("ends: soon", "ends", "'soon' is not a date; write it like 2027-03-31")]
    [InlineData("sla:\n  availability: 99.9\nsla_versions:\n  - effective: 2024-01-01", "sla.effective", "Other versions of the SLA are stated, so the one in [Sla] needs its first day; add Effective = \"YYYY-MM-DD\", or sla: effective: in the contract file")]
    [InlineData("billing_model: tiered\nbilling_versions:\n  - effective: 2024-01-01\n    model: per-seat", "billing_effective", "Other versions of the billing are stated, so the one in [Billing] needs its first day; add Effective = \"YYYY-MM-DD\", or billing_effective: in the contract file")]
    [InlineData("sla_versions:\n  - effective: 2024-01-01", "file:sla_versions[0]", "Versions of the SLA are stated and the one that is kept now is not; state it with [Sla]")]
    [InlineData("sla:\n  availability: 99.9\n  effective: 2024-01-01\nsla_versions:\n  - effective: 2024-01-01", "file:sla_versions[0].effective", "Two versions of the SLA begin on 2024-01-01; give each a day of its own")]
    [InlineData("ends: 2025-12-31\nsla:\n  availability: 99.9\n  effective: 2026-01-01", "sla.effective", "This version of the SLA begins on 2026-01-01, after the contract has ended on 2025-12-31; versions begin within the contract")]
    [InlineData("effective: 2025-01-01\nsla:\n  availability: 99.9\n  effective: 2025-06-01\nsla_versions:\n  - effective: 2024-01-01", "file:sla_versions[0].effective", "This version of the SLA begins on 2024-01-01, before the contract does on 2025-01-01; versions begin within the contract")]
    [InlineData("sla:\n  availability: 99.9\n  effective: 2024-01-01\nsla_versions:\n  - effective: 2023-01-01\n    availability: 101", "file:sla_versions[0].availability", "'availability' of a SLA version is '101'; it is not a percentage above 0 and at most 100 with at most four decimals; write it like 99.99")]
    public void Days_that_cannot_all_be_right_are_problems_at_their_place(string facts, string path, string message)
    {
        var (contract, problems) = ContractReader.Read(ContractFile.Parse("acme.contract.yaml", "client: Acme\n" + facts + "\n").Facts!);

        Assert.Null(contract);
        Assert.Equal(new FactProblem(path, "ZOO1009", message), Assert.Single(problems));
    }

    private static SlaPromise Promise(int number) => new(new Availability(990_000 + number), null, null, default, null);

    private static TenantContract Contract(string yaml)
    {
        var (contract, problems) = ContractReader.Read(ContractFile.Parse("acme.contract.yaml", yaml).Facts!);
        Assert.Empty(problems);
        return contract!;
    }
}
