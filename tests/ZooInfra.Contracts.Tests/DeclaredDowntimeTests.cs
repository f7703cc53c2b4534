using CsCheck;
using NodaTime;

namespace ZooInfra.Contracts.Tests;

public sealed class DeclaredDowntimeTests
{
    [Fact]
    public void BigGov_declares_16_to_20_hours_a_month_and_17_4_on_average()
    {
        var months = Enumerable.Range(0, 132).Select(new YearMonth(2025, 1).PlusMonths)
            .Select(month => DeclaredDowntime.In(Windows.BigGov, month).Minutes / 60).ToArray();

        Assert.Equal(16, months.Min());
        Assert.Equal(20, months.Max());
        Assert.Equal(17.4m, decimal.Round(months.Average(), 1));
    }

    [Fact]
    public void BigGov_honestly_promises_97_3118_percent()
    {
        var worst = DeclaredDowntime.WorstMonth(Windows.BigGov);

        Assert.Equal(1200m, worst.Minutes);
        Assert.Equal(31 * 1440m, worst.Length);
        Assert.Equal("97.3118", worst.HonestAvailability.ToString());
        Assert.Equal("March 2027", worst.Name);
    }

    [Theory]
    [InlineData("99", 2026, 4, "432")]
    [InlineData("99.5", 2026, 4, "216")]
    [InlineData("99.9", 2026, 4, "43.2")]
    [InlineData("99.95", 2026, 4, "21.6")]
    [InlineData("99.99", 2026, 4, "4.32")]
    [InlineData("99.999", 2026, 4, "0.432")]
    [InlineData("99.99", 2026, 2, "4.032")]
    [InlineData("99.99", 2026, 5, "4.464")]
    public void A_promise_leaves_exact_minutes(string percent, int year, int month, string minutes)
    {
        var promise = Availability.FromPercent(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture))!.Value;

        Assert.Equal(decimal.Parse(minutes, System.Globalization.CultureInfo.InvariantCulture), new MonthOfDowntime(new(year, month), 0).AllowedMinutes(promise));
    }

    [Fact]
    public void The_honest_promise_is_kept_and_the_next_higher_is_not()
        => Gen.Select(Gen.Int[0, 44640], Gen.Int[1, 12]).Sample((minutes, month) =>
        {
            var declared = new MonthOfDowntime(new(2026, month), Math.Min(minutes, 28 * 1440 - 1));
            var honest = declared.HonestAvailability!.Value;
            Assert.True(declared.Minutes <= declared.AllowedMinutes(honest));
            Assert.True(honest.PartsPerMillion == 1_000_000 || declared.Minutes > declared.AllowedMinutes(new(honest.PartsPerMillion + 1)));
        });

    [Fact]
    public void A_month_that_is_all_window_leaves_nothing_to_promise()
        => Assert.Null(DeclaredDowntime.WorstMonth(Windows.Of("Mon,Tue,Wed,Thu,Fri,Sat,Sun", "00:00-00:00 UTC")).HonestAvailability);

    [Fact]
    public void No_windows_declare_nothing()
        => Assert.Equal(0, DeclaredDowntime.WorstMonth(default).Minutes);

    [Fact]
    public void A_limit_counts_in_place_of_the_window()
        => Assert.Equal(4 * 5m, Windows.Minutes(Windows.Of("Mon", "02:00-04:00 UTC", "5m"), 2026, 2));

    [Fact]
    public void A_limit_longer_than_the_window_counts_as_the_window()
        => Assert.Equal(4 * 120m, Windows.Minutes(Windows.Of("Mon", "02:00-04:00 UTC", "5h"), 2026, 2));

    [Fact]
    public void Windows_that_overlap_count_once()
        => Assert.Equal(4 * 180m, Windows.Minutes(new([Windows.One("Mon", "02:00-04:00 UTC"), Windows.One("Mon", "03:00-05:00 UTC")]), 2026, 2));

    [Fact]
    public void Limits_of_windows_that_overlap_add_up_where_both_fit()
        => Assert.Equal(4 * 25m, Windows.Minutes(new([Windows.One("Mon", "02:00-04:00 UTC", "10m"), Windows.One("Mon", "02:00-04:00 UTC", "15m")]), 2026, 2));

    [Fact]
    public void A_limited_window_inside_a_whole_one_adds_nothing()
        => Assert.Equal(4 * 120m, Windows.Minutes(new([Windows.One("Mon", "02:30-03:00 UTC", "10m"), Windows.One("Mon", "02:00-04:00 UTC")]), 2026, 2));

    [Fact]
    public void A_window_over_midnight_is_split_between_its_months()
    {
        // 31 January 2026 is a Saturday.
        var window = Windows.Of("Sat", "23:00-01:00 UTC");

        Assert.Equal(4 * 120m + 60m, Windows.Minutes(window, 2026, 1));
        Assert.Equal(60m + 3 * 120m + 60m, Windows.Minutes(window, 2026, 2));
    }

    [Fact]
    public void A_zone_moves_a_window_into_another_utc_month()
    {
        // 1 June 2026 is a Monday; 02:00 in Kiritimati (UTC+14) is still 31 May in UTC.
        var window = Windows.Of("Mon", "02:00-04:00 Pacific/Kiritimati");

        Assert.Equal(5 * 120m, Windows.Minutes(window, 2026, 5));
        Assert.Equal(4 * 120m, Windows.Minutes(window, 2026, 6));
    }

    [Theory]
    [InlineData(2026, 3, "01:00-04:00", 4 * 180 + 120)]
    [InlineData(2026, 3, "02:30-02:45", 4 * 15)]
    [InlineData(2026, 11, "01:00-04:00", 4 * 180 + 240)]
    [InlineData(2026, 11, "00:30-01:30", 4 * 60 + 120)]
    public void A_window_in_the_hour_that_the_clock_skips_or_repeats_has_its_true_length(int year, int month, string hours, int minutes)
        => Assert.Equal(minutes, Windows.Minutes(Windows.Of("Sun", hours + " America/New_York"), year, month));

    [Fact]
    public void Months_and_their_shapes_find_the_same_worst_share()
        => GenWindow.Array[1, 3].Sample(
            windows =>
            {
                var byShape = DeclaredDowntime.WorstMonth(new(windows));
                var byMonth = DeclaredDowntime.WorstMonth(new(windows), new YearMonth(2026, 1), 28 * 12);
                Assert.Equal(byMonth, byShape);
            },
            iter: 20);

    [Fact]
    public void Whole_windows_declare_what_counting_minutes_finds()
        => Gen.Select(GenWindow.Array[1, 3], Gen.Int[0, 47]).Sample(
            (windows, month) =>
            {
                var when = new YearMonth(2025, 1).PlusMonths(month);
                Assert.Equal(MinuteCount.Of(windows, when), DeclaredDowntime.In(new(windows), when).Minutes);
            },
            iter: 60);

    [Fact]
    public void Limits_never_declare_more_than_the_windows_nor_more_than_their_sum()
        => Gen.Select(GenWindow.Array[1, 3], Gen.Int[1, 200], Gen.Int[0, 47]).Sample((windows, limit, month) =>
        {
            var when = new YearMonth(2025, 1).PlusMonths(month);
            var limited = windows.Select(window => window with { MaxDowntime = new(Duration.FromMinutes(limit)) }).ToArray();
            var declared = DeclaredDowntime.In(new(limited), when).Minutes;

            Assert.True(declared <= DeclaredDowntime.In(new(windows), when).Minutes);
            Assert.True(declared <= limited.Sum(window => DeclaredDowntime.In(new([window]), when).Minutes));
            Assert.True(declared >= limited.Max(window => DeclaredDowntime.In(new([window]), when).Minutes));
        });

    /// <summary>
    /// The most that can be down is, by the duality of flows and cuts, the least over all ways to take some windows at their limit and the rest whole.
    /// February 2026 has four Mondays.
    /// </summary>
    [Fact]
    public void Limited_windows_that_overlap_declare_exactly_what_fits()
        => Gen.Select(Gen.Int[0, 60], Gen.Int[1, 40], Gen.Int[1, 50]).Array[1, 4].Sample(spans =>
        {
            var windows = spans.Select(span => new PatchWindow(
                new([IsoDayOfWeek.Monday]),
                LocalTime.FromMinutesSinceMidnight(span.Item1),
                LocalTime.FromMinutesSinceMidnight(span.Item1 + span.Item2),
                "UTC",
                new(Duration.FromMinutes(span.Item3))));
            var least = Enumerable.Range(0, 1 << spans.Length).Min(limited =>
                spans.Where((_, i) => (limited & (1 << i)) != 0).Sum(span => span.Item3)
                + spans.Where((_, i) => (limited & (1 << i)) == 0).SelectMany(span => Enumerable.Range(span.Item1, span.Item2)).Distinct().Count());

            Assert.Equal(4 * least, Windows.Minutes(new(windows), 2026, 2));
        });

    private static readonly string[] Zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Kiritimati"];

    private static readonly Gen<PatchWindow> GenWindow =
        from days in Gen.Int[1, 7].HashSet[1, 3]
        from start in Gen.Int[0, 1439]
        from end in Gen.Int[0, 1439]
        from zone in Gen.Int[0, Zones.Length - 1]
        select new PatchWindow(
            new(days.Order().Select(day => (IsoDayOfWeek)day)),
            LocalTime.FromMinutesSinceMidnight(start),
            LocalTime.FromMinutesSinceMidnight(end),
            Zones[zone],
            null);
}
