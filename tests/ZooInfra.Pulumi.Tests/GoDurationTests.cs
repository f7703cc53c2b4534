using ZooInfra.Protocol;

namespace ZooInfra.Pulumi.Tests;

public class GoDurationTests
{
    [Theory]
    [InlineData("300000000000ns", "00:05:00")]
    [InlineData("1h30m", "01:30:00")]
    [InlineData("1.5s", "00:00:01.5000000")]
    [InlineData("2m0.5s", "00:02:00.5000000")]
    [InlineData("10us", "00:00:00.0000100")]
    public void A_duration_is_read(string text, string expected) => Assert.Equal(TimeSpan.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), GoDuration.Parse(text));

    [Theory]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("5x")]
    [InlineData("-5m")]
    [InlineData("99999999999999h")]
    public void Something_else_is_refused(string text) => Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => GoDuration.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void No_text_is_no_duration() => Assert.Null(GoDuration.Parse(""));
}
