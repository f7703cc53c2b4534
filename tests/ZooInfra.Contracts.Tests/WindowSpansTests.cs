using CsCheck;
using NodaTime;

namespace ZooInfra.Contracts.Tests;

public sealed class WindowSpansTests
{
    private static readonly string[] Zones = ["UTC", "Europe/Berlin", "America/New_York", "America/Nuuk", "Australia/Lord_Howe"];

    private static readonly Gen<PatchWindow> GenWindow =
        from days in Gen.Int[1, 7].HashSet[1, 4]
        from start in Gen.Int[0, 1439]
        from length in Gen.Int[1, 1439]
        from zone in Gen.Int[0, Zones.Length - 1]
        select new PatchWindow(
            new(days.Order().Select(day => (IsoDayOfWeek)day)),
            LocalTime.FromMinutesSinceMidnight(start),
            LocalTime.FromMinutesSinceMidnight((start + length) % 1440),
            Zones[zone],
            null);

    [Fact]
    public void What_two_clients_share_is_what_counting_minutes_finds()
        => Gen.Select(GenWindow.Array[1, 3], GenWindow.Array[1, 3], Gen.Int[0, 35]).Sample(
            (ours, theirs, month) =>
            {
                var when = new YearMonth(2026, 1).PlusMonths(month);
                var start = when.OnDayOfMonth(1).AtMidnight().InUtc().ToInstant().ToUnixTimeTicks();
                var end = when.PlusMonths(1).OnDayOfMonth(1).AtMidnight().InUtc().ToInstant().ToUnixTimeTicks();
                var shared = WindowSpans.Shared(WindowSpans.Union(new(ours), start, end), WindowSpans.Union(new(theirs), start, end));
                var ticks = shared.Sum(span => Math.Max(0, Math.Min(span.End, end) - Math.Max(span.Start, start)));
                var expected = MinuteCount.Open(ours, when).Zip(MinuteCount.Open(theirs, when)).Count(minute => minute.First && minute.Second);

                Assert.Equal(expected * NodaConstants.TicksPerMinute, ticks);
                Assert.All(shared.Zip(shared.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
            },
            iter: 40);

    [Fact]
    public void Windows_that_touch_are_one()
    {
        var (start, end) = Week();
        var open = WindowSpans.Union(new([Windows.One("Mon", "23:00-00:00 UTC"), Windows.One("Tue", "00:00-01:30 UTC")]), start, end);

        Assert.Equal(Duration.FromMinutes(150), Assert.Single(open).Length);
    }

    [Fact]
    public void A_window_in_the_hour_that_is_skipped_keeps_its_day()
    {
        // Nuuk skips 23:00 to 24:00 of Saturday 27 March 2027.
        var start = Instant.FromUtc(2027, 3, 27, 0, 0).ToUnixTimeTicks();
        var span = Assert.Single(WindowSpans.Of(Windows.One("Sat", "22:30-23:30 America/Nuuk"), start, start + (2 * NodaConstants.TicksPerDay)));

        Assert.Equal(new LocalDate(2027, 3, 27), span.Day);
        Assert.Equal(Duration.FromMinutes(30), span.Length);
    }

    [Theory]
    [InlineData("Mon 02:00 UTC", "Mon 02:00 UTC")]
    [InlineData(" wednesday, Mon  2:05 Europe/Berlin ", "Mon, Wed 02:05 Europe/Berlin")]
    public void A_start_is_read_as_people_write_it(string text, string start) => Assert.Equal(start, WeeklyStart.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("Mon")]
    [InlineData("02:00 UTC")]
    [InlineData("Mon 24:00 UTC")]
    [InlineData("Mon 02:00 EST")]
    [InlineData("Mon 02:00")]
    [InlineData("Moonday 02:00 UTC")]
    public void What_is_no_start_is_not_read(string text) => Assert.Null(WeeklyStart.Parse(text));

    private static (long Start, long End) Week()
    {
        var start = Instant.FromUtc(2026, 11, 23, 0, 0).ToUnixTimeTicks();
        return (start, start + (7 * NodaConstants.TicksPerDay));
    }
}
