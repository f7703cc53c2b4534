using CsCheck;
using NodaTime;

namespace ZooInfra.Contracts.Tests.Versions;

public sealed class SlaDifferenceTests
{
    private static readonly Gen<ContractDuration?> Times = Gen.Frequency(
        (1, Gen.Const((ContractDuration?)null)),
        (4, Gen.Int[1, 200_000].Select(seconds => (ContractDuration?)new ContractDuration(Duration.FromSeconds(seconds)))));

    private static readonly Gen<SlaPromise> Promises = Gen.Select(
        Gen.Frequency((1, Gen.Const((Availability?)null)), (4, Gen.Int[900_000, 1_000_000].Select(parts => (Availability?)new Availability(parts)))),
        Times,
        Times,
        Gen.Enum<WindowAccounting>(),
        Gen.Int[0, 2].Select(number => number == 0 ? null : $"MSA {number}"),
        (availability, response, recovery, accounting, clause) => new SlaPromise(availability, response, recovery, accounting, clause));

    [Theory]
    [InlineData(99.9, 99.99, "tightens availability by 38.9 minutes a month")]
    [InlineData(99.99, 99.9, "loosens availability by 38.9 minutes a month")]
    [InlineData(99, 99.5, "tightens availability by 216 minutes a month")]
    [InlineData(99.9999, 100, "tightens availability by 2.6 seconds a month")]
    public void Availability_is_compared_in_minutes_of_a_month_of_thirty_days(double from, double to, string words)
        => Assert.Equal(words, Assert.Single(SlaDifference.Of(Promise((decimal)from), Promise((decimal)to))).Words);

    [Fact]
    public void Every_fact_that_differs_is_said_once()
    {
        var former = new SlaPromise(Availability.FromPercent(99.9m), ContractDuration.Parse("15m"), null, WindowAccounting.Counted, "MSA 4.1");
        var coming = new SlaPromise(Availability.FromPercent(99.9m), ContractDuration.Parse("5m"), ContractDuration.Parse("4h"), WindowAccounting.Excluded, "MSA 4.2");

        Assert.Equal(
            [
                "response from 15m to 5m: 10m faster",
                "promises a recovery within 4h, there was no such promise",
                "downtime in patch windows is excluded, it was counted",
                "agreed in MSA 4.2, it was MSA 4.1",
            ],
            SlaDifference.Of(former, coming).Select(change => change.Words));
    }

    [Fact]
    public void A_promise_does_not_differ_from_itself() => Promises.Sample(promise => Assert.Empty(SlaDifference.Of(promise, promise)));

    [Fact]
    public void The_way_back_says_the_opposite()
        => Gen.Select(Promises, Promises).Sample((from, to) =>
        {
            var (there, back) = (SlaDifference.Of(from, to), SlaDifference.Of(to, from));

            Assert.Equal(there.Select(change => (change.Fact, change.From, change.To)), back.Select(change => (change.Fact, change.To, change.From)));
            Assert.Equal(there.Select(change => Opposite(change.Direction)), back.Select(change => change.Direction));
            Assert.Equal(there.Select(change => -change.AllowedMinutesAMonth), back.Select(change => change.AllowedMinutesAMonth));
            Assert.Equal(there.Select(change => -change.Seconds), back.Select(change => change.Seconds));
        });

    private static SlaDirection Opposite(SlaDirection direction) => direction switch
    {
        SlaDirection.Tightens => SlaDirection.Loosens,
        SlaDirection.Loosens => SlaDirection.Tightens,
        _ => direction,
    };

    private static SlaPromise Promise(decimal percent) => new(Availability.FromPercent(percent), null, null, default, null);
}
