using System.Diagnostics;
using System.Net;
using System.Text.Json;
using ZooInfra.Api.Access;
using ZooInfra.Api.Telemetry;
using ZooInfra.Api.Tests.Access;

namespace ZooInfra.Api.Tests.Telemetry;

public sealed class TelemetryTests
{
    [Theory]
    [InlineData("abc-DEF_123", true)]
    [InlineData("a b", false)]
    [InlineData("x\"y", false)]
    [InlineData("", false)]
    public async Task Request_id_is_taken_when_it_is_well_formed(string id, bool taken)
    {
        await using var host = await GuardedHost.StartAsync();

        var answer = await host.SendAsync(HttpMethod.Get, "/client", ("X-Request-Id", id));

        using var problem = JsonDocument.Parse(answer.Body);
        var given = answer.Headers["X-Request-Id"];
        Assert.Equal(taken, given == id);
        Assert.Matches("^[A-Za-z0-9_-]{1,64}$", given);
        Assert.Equal(given, problem.RootElement.GetProperty("request_id").GetString());
        Assert.Equal(given, (await host.LastAuditAsync()).RequestId);
    }

    [Fact]
    public async Task Request_ids_differ_and_long_ones_are_not_taken()
    {
        await using var host = await GuardedHost.StartAsync();

        var ids = new HashSet<string>();
        for (var i = 0; i < 50; i++)
        {
            ids.Add((await host.SendAsync(HttpMethod.Get, "/health/live", ("X-Request-Id", new string('a', 65)))).Headers["X-Request-Id"]);
        }

        Assert.Equal(50, ids.Count);
    }

    [Fact]
    public async Task Each_request_is_a_line_of_JSON_when_that_is_asked_for()
    {
        using var log = new StringWriter();
        await using (var host = await GuardedHost.StartAsync(change: options => options with { RequestLog = log }))
        {
            var (key, token) = await host.KeyAsync("billing", [Scope.ReadContract], ["acme_corp"]);
            await host.SendAsync(HttpMethod.Get, "/client/acme_corp/sla", ("X-Api-Key", token), ("X-Request-Id", "r1"));
            await host.SendAsync(HttpMethod.Get, "/client/acme_corp/sla", ("X-Api-Key", "wrong"), ("X-Request-Id", "r2"));
            Assert.DoesNotContain(token, log.ToString(), StringComparison.Ordinal);
            Assert.Contains($"\"caller\":\"key:billing:{key.Id}\"", log.ToString(), StringComparison.Ordinal);
        }

        var lines = log.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["r1", "r2"], lines.Select(line => line.GetProperty("request_id").GetString()!));
        Assert.Equal([200, 401], lines.Select(line => line.GetProperty("status").GetInt32()));
        Assert.All(lines, line => Assert.Equal("/client/{id}/sla", line.GetProperty("route").GetString()));
    }

    [Fact]
    public async Task Metrics_are_for_callers_who_may_read_all_and_name_routes_not_clients()
    {
        await using var host = await GuardedHost.StartAsync(change: options => options with { Metrics = true });
        var (_, all) = await host.KeyAsync("prometheus", [Scope.ReadAll], null);
        var (_, one) = await host.KeyAsync("portal", [Scope.ReadContract], ["acme_corp"]);
        await host.GetAsync("/client/acme_corp/sla", one);
        await host.GetAsync("/client/acme_corp/sla");

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.GetAsync("/metrics")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.GetAsync("/metrics", one)).Status);
        var metrics = (await host.GetAsync("/metrics", all)).Body;

        Assert.Contains("zoo_api_request_duration_seconds_count", metrics, StringComparison.Ordinal);
        Assert.Contains("http_route=\"/client/{id}/sla\"", metrics, StringComparison.Ordinal);
        Assert.Contains("zoo_api_turned_away", metrics, StringComparison.Ordinal);
        Assert.Contains("zoo_api_audit_rows", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("acme_corp", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Span_of_a_request_continues_the_callers_trace()
    {
        var (spans, ended) = (new List<Activity>(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ApiTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (spans)
                {
                    spans.Add(span);
                }

                if ((string?)span.GetTagItem("zoo.request_id") == "traced")
                {
                    ended.TrySetResult();
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await GuardedHost.StartAsync();
        var (_, token) = await host.KeyAsync("billing", [Scope.ReadAll], null);

        await host.SendAsync(HttpMethod.Get, "/client/acme_corp/sla", ("X-Api-Key", token), ("X-Request-Id", "traced"), ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));

        lock (spans)
        {
            var span = Assert.Single(spans, span => (string?)span.GetTagItem("zoo.request_id") == "traced");
            Assert.Equal(("0af7651916cd43dd8448eb211c80319c", "GET /client/{id}/sla", 200), (span.TraceId.ToHexString(), span.DisplayName, span.GetTagItem("http.response.status_code")));
        }
    }

    [Fact]
    public async Task Host_says_by_name_what_it_needs_and_whether_it_has_it()
    {
        await using var host = await GuardedHost.StartAsync();
        Assert.Equal((HttpStatusCode.OK, """{"status":"ready","checks":{"database":"ok","audit":"ok","token_issuer":"ok"}}"""), await Ready());

        await host.GetAsync("/client");
        await using (var connection = await host.Database.ConnectAsync(CancellationToken.None))
        {
            await using var change = connection.CreateCommand();
            change.CommandText = "DROP TRIGGER audit_is_not_changed; UPDATE audit SET outcome = 'x';";
            await change.ExecuteNonQueryAsync();
        }

        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"status":"not ready","checks":{"database":"ok","audit":"failed","token_issuer":"ok"}}"""), await Ready());

        async Task<(HttpStatusCode, string)> Ready() => await host.GetAsync("/health/ready") is var answer ? (answer.Status, answer.Body) : default;
    }
}
