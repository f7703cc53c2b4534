using System.Net;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Tests.Facts;

/// <summary>The calendar, read back by another implementation.</summary>
public sealed class PatchWindowCalendarTests
{
    [Theory]
    [InlineData("Mon, Wed", "02:00-04:00", "UTC")]
    [InlineData("Sun", "01:30-02:30", "America/New_York")]
    [InlineData("Sun", "02:30-03:30", "America/New_York")]
    [InlineData("Sat, Tue", "22:00-03:00", "America/New_York")]
    [InlineData("Sun", "02:15-02:45", "Europe/Berlin")]
    [InlineData("Sat", "23:00-06:00", "Europe/Berlin")]
    [InlineData("Sun", "00:00-00:00", "Europe/Berlin")]
    [InlineData("Fri", "01:00-05:00", "Asia/Kolkata")]
    [InlineData("Sun", "01:00-03:30", "Australia/Lord_Howe")]
    public async Task Occurrences_are_those_of_the_contract_through_clock_changes(string days, string hours, string zone)
    {
        await using var host = await FactsHost.StartAsync($"client: Acme\nzone: {zone}\neffective: 2025-01-01\nends: 2028-06-30\npatch_window:\n  days: [{days}]\n  hours: [{hours} {zone}]\n");
        var calendar = await ReadAsync(host);

        var home = DateTimeZoneProviders.Tzdb[zone];
        var span = new Interval(
            new LocalDate(2025, 1, 1).AtStartOfDayInZone(home).ToInstant(),
            new LocalDate(2028, 7, 1).AtStartOfDayInZone(home).ToInstant());
        var window = ContractReader.Read(ContractFile.Parse("a.contract.yaml", $"client: A\npatch_window:\n  days: [{days}]\n  hours: [{hours} {zone}]\n").Facts!).Contract!.PatchWindows[0];
        var expected = WindowCalendar.Occurrences(window, span).Select(occurrence => occurrence.Open).Where(open => open.Start >= span.Start && open.Start < span.End);

        Assert.Equal(expected.Select(Text), OccurrencesOf(calendar).Where(open => open.Start < span.End).Select(Text));
    }

    [Fact]
    public async Task An_event_says_how_much_downtime_it_may_cause_and_keeps_its_identity()
    {
        await using var host = await FactsHost.StartAsync();
        var first = await ReadAsync(host);
        host.Time.Now += NodaTime.Duration.FromDays(400);
        var second = await ReadAsync(host);

        Assert.Equal(["patch-window-1.acme_corp@zooinfra", "patch-window-2.acme_corp@zooinfra"], first.Events.Select(item => item.Uid).Distinct());
        Assert.Equal(first.Events.Select(item => item.Uid).Distinct(), second.Events.Select(item => item.Uid).Distinct());
        Assert.Contains(first.Events, item => item.Description == "Sat 22:00-03:00 America/New_York. At most 30m of downtime.");
        Assert.Contains(first.Events, item => item.Description == "Mon, Wed 02:00-04:00 UTC. The whole window may be downtime.");
    }

    [Fact]
    public async Task It_is_a_calendar_with_short_lines_and_nothing_else()
    {
        await using var host = await FactsHost.StartAsync(FactsHost.Acme.Replace("Acme Corp", "\"Ünïted, Wörld; of a very long name that goes on and on until a line must be folded\\nTwice\"", StringComparison.Ordinal));

        var answer = await host.GetAsync("/client/acme_corp/patch_window.ics");
        Assert.Equal((HttpStatusCode.OK, "text/calendar; charset=utf-8"), (answer.Status, answer.Type));
        Assert.All(answer.Body.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Equal("Patch window of Ünïted, Wörld; of a very long name that goes on and on until a line must be folded\nTwice", Calendar.Load(answer.Body)!.Events[0]!.Summary);
        Assert.Equal(HttpStatusCode.NotAcceptable, (await host.GetAsync("/client/acme_corp/patch_window.ics", "application/json")).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/client/acme_corp/patch_window.ics", "text/calendar")).Status);
    }

    private static async Task<Calendar> ReadAsync(FactsHost host) => Calendar.Load((await host.GetAsync("/client/acme_corp/patch_window.ics")).Body)!;

    private static IEnumerable<Interval> OccurrencesOf(Calendar calendar)
        => calendar.GetOccurrences<CalendarEvent>(new CalDateTime(2024, 12, 1, 0, 0, 0, "UTC"))
            .TakeWhile(occurrence => occurrence.Period.StartTime.AsUtc.Year < 2030)
            .Select(occurrence => new Interval(
                Instant.FromDateTimeUtc(occurrence.Period.StartTime.AsUtc),
                Instant.FromDateTimeUtc((occurrence.Period.EffectiveEndTime ?? occurrence.Period.StartTime).AsUtc)))
            .OrderBy(open => open.Start);

    private static string Text(Interval open) => open.ToString();
}
