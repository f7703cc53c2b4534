using CsCheck;
using NodaTime;

namespace ZooInfra.Contracts.Tests;

public sealed class ContractDurationTests
{
    [Theory]
    [InlineData("5m", "5m")]
    [InlineData("1h30m", "1h30m")]
    [InlineData("90s", "1m30s")]
    [InlineData("2d", "2d")]
    [InlineData(" PT5M ", "5m")]
    [InlineData("P1DT2H", "1d2h")]
    public void A_duration_is_read(string text, string expected) => Assert.Equal(expected, ContractDuration.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("5 m")]
    [InlineData("0m")]
    [InlineData("-5m")]
    [InlineData("30m1h")]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    [InlineData("PT-5M")]
    [InlineData("P2147483647D")]
    [InlineData("P2147483647W")]
    [InlineData("PT9223372036854775807H")]
    [InlineData("PT9223372036854775807S")]
    [InlineData("PT9223372036854775808S")]
    [InlineData("٥m")]
    public void What_is_no_duration_is_null(string text) => Assert.Null(ContractDuration.Parse(text));

    [Fact]
    public void No_text_makes_it_throw()
        => Gen.Char["PTDHMSWdhms0129-., "].Array[0, 30].Sample(chars => { ContractDuration.Parse(new string(chars)); }, iter: 20_000);

    [Fact]
    public void What_is_written_is_read_back()
        => Gen.Int[1, 10_000_000].Sample(seconds =>
        {
            var duration = new ContractDuration(Duration.FromSeconds(seconds));
            Assert.Equal(duration, ContractDuration.Parse(duration.ToString()));
        });
}
