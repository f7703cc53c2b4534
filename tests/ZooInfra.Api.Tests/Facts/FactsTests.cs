using System.Net;
using System.Text.Json;
using NodaTime;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Tests.Facts;

public sealed class FactsTests
{
    private const string Json = "application/json";

    [Theory]
    [InlineData("sla", "99.99 / 5m")]
    [InlineData("sla/versions", "1\tfrom 2024-01-01 to 2026-06-30\t99.9 / 15m\tMSA 4.1\n2\tfrom 2026-07-01 to 2027-02-28\t99.99 / 5m\tMSA 4.2\n3\tfrom 2027-03-01 to 2028-12-31\t99.995 / 5m\t-")]
    [InlineData("sla/versions/1", "1\tfrom 2024-01-01 to 2026-06-30\t99.9 / 15m\tMSA 4.1")]
    [InlineData("sla/diff?from=1&to=2", "tightens availability by 38.9 minutes a month\nresponse from 15m to 5m: 10m faster\nagreed in MSA 4.2, it was MSA 4.1")]
    [InlineData("sla/diff?from=2&to=2", "versions 2 and 2 promise the same")]
    [InlineData("billing_model", "per-seat")]
    [InlineData("patch_window", "Mon, Wed 02:00-04:00 UTC\nSat 22:00-03:00 America/New_York\tat most 30m of downtime")]
    [InlineData("compliance", "regime\tHIPAA\ttier 2\tBAA 1\nterm\tHIPAA\tlogs are kept 2190 days\t-\nsafeguard\tbackup\tPlan 4\tverified 2026-10-01")]
    [InlineData("support_tier", "gold\t24x7\thelp@zoo.example\tMSA 6")]
    [InlineData("penalties", "below 99.99\t10 %\nbelow 99.5\t25 %")]
    [InlineData("exceptions", "ZOO5103\tuntil 2026-12-10\tSeason\tR. Frei\tMSA 9\tends in 17 days\nZOO6003\tuntil 2027-03-01\tMigration\tR. Frei\tMSA 9\tholds")]
    [InlineData("escalation", "1\ton-call engineer\tat once\n2\thead of operations\tafter 15m")]
    public async Task A_fact_is_short_in_words(string name, string text)
    {
        await using var host = await FactsHost.StartAsync();

        var answer = await host.GetAsync("/client/acme_corp/" + name);

        Assert.Equal((HttpStatusCode.OK, "text/plain; charset=utf-8", text), (answer.Status, answer.Type, answer.Body));
    }

    [Theory]
    [InlineData("sla", """{"version":2,"effective":"2026-07-01","ends":"2027-02-28","availability":99.99,"response":"5m","response_seconds":300,"window_accounting":"excluded","clause":"MSA 4.2"}""")]
    [InlineData("sla/versions/3", """{"version":3,"effective":"2027-03-01","ends":"2028-12-31","availability":99.995,"response":"5m","response_seconds":300}""")]
    [InlineData("sla/diff?from=2&to=1", """{"from":2,"to":1,"changes":[{"fact":"availability","from":"99.99","to":"99.9","direction":"loosens","words":"loosens availability by 38.9 minutes a month","allowed_minutes_a_month":38.88},{"fact":"response","from":"5m","to":"15m","direction":"loosens","words":"response from 5m to 15m: 10m slower","seconds":600},{"fact":"clause","from":"MSA 4.2","to":"MSA 4.1","direction":"restates","words":"agreed in MSA 4.1, it was MSA 4.2"}]}""")]
    [InlineData("patch_window", """{"patch_windows":[{"days":["Mon","Wed"],"start":"02:00","end":"04:00","zone":"UTC"},{"days":["Sat"],"start":"22:00","end":"03:00","zone":"America/New_York","max_downtime":"30m","max_downtime_seconds":1800}],"calendar":"/client/acme_corp/patch_window.ics"}""")]
    [InlineData("penalties", """{"penalties":[{"below":99.99,"percent":10},{"below":99.5,"percent":25}]}""")]
    [InlineData("escalation", """{"escalation":[{"level":1,"contact":"on-call engineer","after_seconds":0},{"level":2,"contact":"head of operations","after":"15m","after_seconds":900}]}""")]
    public async Task A_fact_is_typed_in_json(string name, string json)
    {
        await using var host = await FactsHost.StartAsync();

        var answer = await host.GetAsync("/client/acme_corp/" + name, Json);

        Assert.Equal((HttpStatusCode.OK, Json, json), (answer.Status, answer.Type, answer.Body));
    }

    [Fact]
    public async Task Controls_are_those_of_the_regimes_with_the_rules_that_judge_them()
    {
        await using var host = await FactsHost.StartAsync();

        using var json = JsonDocument.Parse((await host.GetAsync("/client/acme_corp/controls", Json)).Body);
        var controls = json.RootElement.GetProperty("controls").EnumerateArray().ToList();

        Assert.Equal(ControlCatalogue.Of(Regime.Hipaa).Select(entry => entry.Control.Id), controls.Select(control => control.GetProperty("id").GetString()));
        Assert.All(controls, control => Assert.All(
            control.GetProperty("rules").EnumerateArray(),
            rule => Assert.Contains(Control.Hipaa(control.GetProperty("id").GetString()!), RuleBook.Find(rule.GetString()!)!.Controls)));
        Assert.Contains("\tno rule\t", (await host.GetAsync("/client/acme_corp/controls")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sla", "2024-01-01", "99.9 / 15m")]
    [InlineData("sla", "2026-06-30", "99.9 / 15m")]
    [InlineData("sla", "2026-07-01", "99.99 / 5m")]
    [InlineData("sla", "2027-03-01", "99.995 / 5m")]
    [InlineData("billing_model", "2024-01-01", "per-seat")]
    [InlineData("exceptions", "2026-11-22", "ZOO4001\tuntil 2026-11-22\t-\t-\t-\tends today\nZOO5103\tuntil 2026-12-10\tSeason\tR. Frei\tMSA 9\tends in 18 days\nZOO6003\tuntil 2027-03-01\tMigration\tR. Frei\tMSA 9\tholds")]
    [InlineData("exceptions", "2028-01-01", "no exceptions")]
    public async Task As_of_a_day_is_what_was_in_force_then(string name, string day, string text)
    {
        await using var host = await FactsHost.StartAsync();

        Assert.Equal(text, (await host.GetAsync($"/client/acme_corp/{name}?as_of={day}")).Body);
    }

    [Theory]
    [InlineData("sla?as_of=yesterday", HttpStatusCode.BadRequest, "as_of is one day like 2027-03-31, of the years 1900 to 2199, not 'yesterday'.")]
    [InlineData("sla?as_of=2025-02-30", HttpStatusCode.BadRequest, "as_of is one day like 2027-03-31, of the years 1900 to 2199, not '2025-02-30'.")]
    [InlineData("sla?as_of=2025-01-01&as_of=2026-01-01", HttpStatusCode.BadRequest, "as_of is one day like 2027-03-31, of the years 1900 to 2199, not '2025-01-01,2026-01-01'.")]
    [InlineData("sla?as_of=", HttpStatusCode.BadRequest, "as_of is one day like 2027-03-31, of the years 1900 to 2199, not ''.")]
    [InlineData("sla/diff?from=1&to=2&as_of=2025-01-01", HttpStatusCode.BadRequest, "sla/diff compares two versions by their numbers, on whatever day; leave as_of out. sla?as_of=DAY says which version was in force.")]
    [InlineData("sla?as_of=2023-12-31", HttpStatusCode.NotFound, "The contract of 'acme_corp' does not hold on 2023-12-31: it holds from 2024-01-01 to 2028-12-31.")]
    [InlineData("patch_window.ics?as_of=2029-01-01", HttpStatusCode.NotFound, "The contract of 'acme_corp' does not hold on 2029-01-01: it holds from 2024-01-01 to 2028-12-31.")]
    [InlineData("sla/versions/4", HttpStatusCode.NotFound, "The contract of 'acme_corp' does not state 'sla/versions/4'. Did you mean 'sla/versions/1'? /client/acme_corp lists what it states.")]
    [InlineData("sla/diff", HttpStatusCode.BadRequest, "Say which two versions to compare, by number: ?from=1&to=2. 'acme_corp' has versions 1 to 3.")]
    [InlineData("sla/diff?from=1&to=x", HttpStatusCode.BadRequest, "Say which two versions to compare, by number: ?from=1&to=2. 'acme_corp' has versions 1 to 3.")]
    [InlineData("sla/diff?from=1&to=4", HttpStatusCode.NotFound, "The SLA of 'acme_corp' has no version 4; it has versions 1 to 3.")]
    [InlineData("sla/diff?from=0&to=1", HttpStatusCode.NotFound, "The SLA of 'acme_corp' has no version 0; it has versions 1 to 3.")]
    public async Task A_day_or_a_version_that_is_none_is_refused_with_what_there_is(string path, HttpStatusCode status, string detail)
    {
        await using var host = await FactsHost.StartAsync();

        var answer = await host.GetAsync("/client/acme_corp/" + path);

        using var problem = JsonDocument.Parse(answer.Body);
        Assert.Equal((status, "application/problem+json", detail), (answer.Status, answer.Type, problem.RootElement.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task What_a_contract_does_not_state_has_no_route()
    {
        await using var host = await FactsHost.StartAsync("client: Bare");

        Assert.Equal("contract\t/client/acme_corp/contract\nexceptions\t/client/acme_corp/exceptions", (await host.GetAsync("/client/acme_corp")).Body);
        Assert.All(
            await Task.WhenAll(EndpointNames.BuiltIn.Where(name => name is not ("contract" or "exceptions")).Append("patch_window.ics").Append("sla/diff?from=1&to=1").Select(name => host.GetAsync("/client/acme_corp/" + name))),
            answer => Assert.Equal(HttpStatusCode.NotFound, answer.Status));
    }

    [Fact]
    public async Task The_whole_contract_follows_the_version_in_force_and_names_no_other_client()
    {
        await using var host = await FactsHost.StartAsync(FactsHost.Acme + "\nassets:\n  - name: edge\n    species: cattle\n    shared_with: [biggov]\n");

        Assert.Contains("sla\t99.99 / 5m\n", (await host.GetAsync("/client/acme_corp/contract")).Body, StringComparison.Ordinal);
        var former = (await host.GetAsync("/client/acme_corp/contract?as_of=2025-01-01", Json)).Body;
        using var json = JsonDocument.Parse(former);
        Assert.Equal(99.9, json.RootElement.GetProperty("sla").GetProperty("availability").GetDouble());
        Assert.Equal("edge", json.RootElement.GetProperty("operations").GetProperty("assets")[0].GetProperty("name").GetString());
        Assert.DoesNotContain("biggov", former, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contract_that_has_ended_answers_with_its_term()
    {
        await using var host = await FactsHost.StartAsync();
        host.Time.Now = Instant.FromUtc(2029, 1, 1, 4, 59, 59);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/client/acme_corp/sla")).Status);

        // Midnight in New York, where the client counts its days.
        host.Time.Now = Instant.FromUtc(2029, 1, 1, 5, 0);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync("/client/acme_corp/sla")).Status);
        foreach (var accept in (string?[])[null, "text/html"])
        {
            var index = await host.GetAsync("/client/acme_corp", accept);
            Assert.Equal(HttpStatusCode.NotFound, index.Status);
            Assert.Contains("it holds from 2024-01-01 to 2028-12-31", index.Body, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync("/client/acme_corp/sla/diff?from=1&to=2")).Status);
        Assert.Equal("99.995 / 5m", (await host.GetAsync("/client/acme_corp/sla?as_of=2028-12-31")).Body);
    }

    [Fact]
    public async Task The_next_version_is_served_from_its_first_second_in_the_clients_zone()
    {
        await using var host = await FactsHost.StartAsync();
        host.Time.Now = Instant.FromUtc(2027, 3, 1, 4, 59, 59);
        var before = await host.GetAsync("/client/acme_corp/sla");
        host.Time.Now += Duration.FromSeconds(1);
        var after = await host.GetAsync("/client/acme_corp/sla", null, ("If-None-Match", before.Headers["ETag"]));

        Assert.Equal(("99.99 / 5m", "max-age=1, private"), (before.Body, before.Headers["Cache-Control"]));
        Assert.Equal((HttpStatusCode.OK, "99.995 / 5m", "Mon, 01 Mar 2027 05:00:00 GMT"), (after.Status, after.Body, after.Headers["Last-Modified"]));
    }

    [Theory]
    [InlineData("sla", "2026-11-23T12:00:00Z", "max-age=3600, private", "Mon, 23 Nov 2026 12:00:00 GMT")]
    [InlineData("sla", "2027-03-01T12:00:00Z", "max-age=3600, private", "Mon, 01 Mar 2027 05:00:00 GMT")]
    [InlineData("billing_model", "2026-11-23T12:00:00Z", "max-age=3600, private", "Mon, 23 Nov 2026 12:00:00 GMT")]
    [InlineData("exceptions", "2026-11-25T12:00:00Z", "max-age=3600, private", "Wed, 25 Nov 2026 05:00:00 GMT")]
    [InlineData("exceptions", "2026-11-24T04:40:00Z", "max-age=1200, private", "Mon, 23 Nov 2026 12:00:00 GMT")]
    [InlineData("patch_window.ics", "2027-01-01T04:59:00Z", "max-age=60, private", "Mon, 23 Nov 2026 12:00:00 GMT")]
    public async Task An_answer_is_kept_until_it_may_change_and_never_past_midnight_when_it_depends_on_the_day(string name, string now, string kept, string since)
    {
        await using var host = await FactsHost.StartAsync();
        host.Time.Now = NodaTime.Text.InstantPattern.General.Parse(now).Value;

        var answer = await host.GetAsync("/client/acme_corp/" + name);

        Assert.Equal((kept, since, "Accept, Authorization, X-Api-Key"), (answer.Headers["Cache-Control"], answer.Headers["Last-Modified"], answer.Headers["Vary"]));
        Assert.Matches("^\"[^\"]+\"$", answer.Headers["ETag"]);
    }

    [Theory]
    [InlineData("Mon, 23 Nov 2026 12:00:00 GMT", null, true)]
    [InlineData("Tue, 24 Nov 2026 04:00:00 GMT", null, true)]
    [InlineData("Mon, 23 Nov 2026 11:59:59 GMT", null, false)]
    [InlineData("Tue, 24 Nov 2026 04:00:00 GMT", "\"other\"", false)]
    [InlineData("Wed, 01 Jul 2020 04:00:00 GMT", "\"sla-1-text\"", true)]
    [InlineData("yesterday", null, false)]
    public async Task If_modified_since_counts_only_without_if_none_match(string date, string? tag, bool known)
    {
        await using var host = await FactsHost.StartAsync();

        var answer = await host.GetAsync("/client/acme_corp/sla", null, tag is null ? [("If-Modified-Since", date)] : [("If-Modified-Since", date), ("If-None-Match", tag)]);

        Assert.Equal(known ? HttpStatusCode.NotModified : HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task What_a_former_build_said_of_the_same_day_is_not_taken_for_what_this_one_says()
    {
        await using var former = await FactsHost.StartAsync("client: Acme\neffective: 2024-01-01\nbilling_model: per-seat\n");
        var kept = (await former.GetAsync("/client/acme_corp/billing_model")).Headers["Last-Modified"];
        await using var mended = await FactsHost.StartAsync("client: Acme\neffective: 2024-01-01\nbilling_model: tiered\n", FactsHost.Start + Duration.FromMinutes(5));

        var answer = await mended.GetAsync("/client/acme_corp/billing_model", null, ("If-Modified-Since", kept));
        Assert.Equal((HttpStatusCode.OK, "tiered"), (answer.Status, answer.Body));
        Assert.Equal(HttpStatusCode.NotModified, (await mended.GetAsync("/client/acme_corp/billing_model", null, ("If-Modified-Since", "Mon, 23 Nov 2026 12:05:00 GMT"))).Status);
    }

    [Fact]
    public async Task Days_at_the_ends_of_time_are_no_days_and_a_far_one_costs_no_more_than_a_near_one()
    {
        await using var host = await FactsHost.StartAsync("client: Acme\npatch_window:\n  days: [Mon, Tue, Wed, Thu, Fri, Sat, Sun]\n  hours: [02:00-04:00 Europe/Berlin]\n");
        await using var old = await FactsHost.StartAsync("client: Acme\neffective: 1950-01-01\npatch_window:\n  days: [Mon, Tue, Wed, Thu, Fri, Sat, Sun]\n  hours: [02:00-04:00 Europe/Berlin]\n");

        foreach (var day in (string[])["9999-12-31", "9998-01-01", "2200-01-01", "1899-12-31", "0001-01-01", "-9998-01-01"])
        {
            Assert.Equal((day, HttpStatusCode.BadRequest), (day, (await host.GetAsync("/client/acme_corp/patch_window.ics?as_of=" + day)).Status));
        }

        var far = await old.GetAsync("/client/acme_corp/patch_window.ics?as_of=2199-12-31");
        Assert.Equal(HttpStatusCode.OK, far.Status);
        Assert.InRange(far.Body.Split("RECURRENCE-ID").Length - 1, 1, 2 * 5);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/client/acme_corp/patch_window.ics?as_of=1900-01-01")).Status);
    }

    [Fact]
    public async Task A_version_of_the_future_has_no_last_modified()
    {
        await using var host = await FactsHost.StartAsync();

        Assert.False((await host.GetAsync("/client/acme_corp/sla?as_of=2027-03-01")).Headers.ContainsKey("Last-Modified"));
    }

    [Fact]
    public async Task The_list_of_clients_as_of_a_day_has_those_whose_contract_holds_then()
    {
        await using var host = await FactsHost.StartWithAsync(FactsHost.Client("old", "client: Old\nends: 2020-12-31"), FactsHost.Client("new", "client: New\neffective: 2026-01-01"));

        Assert.Equal("new\tNew\t/client/new\nold\tOld\t/client/old", (await host.GetAsync("/client")).Body);
        Assert.Equal("old\tOld\t/client/old", (await host.GetAsync("/client?as_of=2020-01-01")).Body);
        Assert.Equal("""{"clients":[{"id":"new","name":"New","effective":"2026-01-01","href":"/client/new"}]}""", (await host.GetAsync("/client?as_of=2026-01-01", Json)).Body);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.GetAsync("/client?as_of=1")).Status);
    }

    [Fact]
    public async Task What_a_class_serves_is_asked_anew_each_time_and_a_failure_is_a_problem()
    {
        var count = 0;
        await using var host = await FactsHost.StartAsync(
            FactsHost.Acme,
            new ContractEndpoint("data_residency", () => AnswerValue.Record(("region", AnswerValue.Of("eu")), ("asked", AnswerValue.Of(++count)))),
            new ContractEndpoint("broken", () => throw new InvalidOperationException("secret")));

        Assert.Equal("region\teu\nasked\t1", (await host.GetAsync("/client/acme_corp/data_residency")).Body);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.GetAsync("/client/acme_corp/data_residency?as_of=2025-01-01")).Status);
        var second = await host.GetAsync("/client/acme_corp/data_residency", Json);
        Assert.Equal(("""{"region":"eu","asked":2}""", "no-cache, private"), (second.Body, second.Headers["Cache-Control"]));
        Assert.Contains("data_residency\t/client/acme_corp/data_residency", (await host.GetAsync("/client/acme_corp")).Body, StringComparison.Ordinal);
        var broken = await host.GetAsync("/client/acme_corp/broken");
        Assert.Equal((HttpStatusCode.InternalServerError, "application/problem+json"), (broken.Status, broken.Type));
        Assert.DoesNotContain("secret", broken.Body, StringComparison.Ordinal);
    }
}
