using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using ZooInfra.Api.Access;
using ZooInfra.Api.Audit;
using ZooInfra.Api.Storage;
using ZooInfra.Api.Tests.Access;

namespace ZooInfra.Api.Tests.Audit;

public sealed class AuditLogTests
{
    [Fact]
    public async Task Two_hosts_on_one_database_make_one_chain()
    {
        using var folder = new TempFolder();
        var database = await ApiDatabase.OpenAsync(folder.File("zoo.db"), Migrations.All, CancellationToken.None);
        await using (var one = await AuditLog.OpenAsync(database, TimeProvider.System, CancellationToken.None))
        await using (var other = await AuditLog.OpenAsync(database, TimeProvider.System, CancellationToken.None))
        {
            await Parallel.ForAsync(0, 200, async (i, cancellationToken) => await (i % 2 == 0 ? one : other).RecordAsync(new($"host:{i % 2}", "test", null, $"{i}", null, "done"), cancellationToken));
        }

        await using var connection = await database.ConnectAsync(CancellationToken.None);
        Assert.Equal((200, null), AuditVerdict.Walk(connection, null) is var verdict ? (verdict.Rows, verdict.Broken) : default);
        Assert.Equal(200, AuditTable.Read(connection).Select(found => found.Row.Entry.Target).Distinct().Count());
    }

    [Fact]
    public async Task Refusals_say_who_what_and_why()
    {
        await using var host = await GuardedHost.StartAsync();
        var (key, token) = await host.KeyAsync("portal", [Scope.ManageVpn], ["acme_corp"]);

        await host.SendAsync(HttpMethod.Get, "/client/acme_corp/sla", ("X-Request-Id", "try-1"));
        await host.SendAsync(HttpMethod.Get, "/client/biggov/billing_model", ("X-Api-Key", token), ("X-Request-Id", "try-2"));
        await host.SendAsync(HttpMethod.Get, "/client/nobody/sla", ("X-Api-Key", token), ("X-Request-Id", "try-3"));
        await host.SendAsync(HttpMethod.Get, "/client/acme_corp/sla", ("X-Api-Key", token), ("X-Request-Id", "try-4"));

        var caller = $"key:portal:{key.Id}";
        Assert.Equal(
            [
                new("stranger:127.0.0.1", "request", null, "GET /client/acme_corp/sla", "try-1", "denied: no credential"),
                new(caller, "request", "biggov", "GET /client/biggov/billing_model", "try-2", "denied: no client that this caller may see"),
                new(caller, "request", "nobody", "GET /client/nobody/sla", "try-3", "denied: no client that this caller may see"),
                new(caller, "request", "acme_corp", "GET /client/acme_corp/sla", "try-4", "denied: needs contract:read"),
            ],
            await host.AuditAsync());
    }

    [Fact]
    public async Task Whoever_hangs_up_is_in_the_audit_all_the_same()
    {
        using var folder = new TempFolder();
        var options = new ContractHostOptions { Database = folder.File("zoo.db"), AnonymousScopes = ["contract:read"] };
        await using var access = await AccessControl.OpenAsync(options, CancellationToken.None);
        var gate = access.Gate(Clients.Platform, options);
        var change = new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/client"), 0, new EndpointMetadataCollection(), null);

        var forbidden = new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/client"), 0, new(new RequiredScope(Scope.ReadAll)), null);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => EnterAsync("GET", forbidden, _ => Task.CompletedTask));
        await EnterAsync("POST", change, _ => Task.CompletedTask);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => EnterAsync("POST", change, context => Task.FromCanceled(context.RequestAborted)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => EnterAsync("POST", change, _ => throw new InvalidOperationException()));

        await using var connection = await access.Database!.ConnectAsync(CancellationToken.None);
        Assert.Equal(
            ["denied: needs contract:read-all", "asked", "answered 200", "asked", "not answered: the caller hung up", "asked", "failed"],
            AuditTable.Read(connection).Select(found => found.Row.Entry.Outcome));

        Task EnterAsync(string method, RouteEndpoint endpoint, RequestDelegate next)
        {
            var context = new DefaultHttpContext { RequestAborted = new(canceled: true), Request = { Method = method, Path = "/client" }, Response = { Body = Stream.Null } };
            context.SetEndpoint(endpoint);
            return gate.EnterAsync(context, next);
        }
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Reads_are_kept_when_that_is_asked_for(bool auditReads, int rows)
    {
        await using var host = await GuardedHost.StartAsync(change: options => options with { AuditReads = auditReads });
        var (_, token) = await host.KeyAsync("billing", [Scope.ReadContract], ["acme_corp"]);

        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/client/acme_corp/sla", token)).Status);

        Assert.Equal(rows, (await host.AuditAsync()).Count(entry => entry is { Action: "contract.read", Client: "acme_corp", Outcome: "asked" }));
    }

    [Fact]
    public async Task Every_change_is_kept_before_it_is_tried_and_after()
    {
        await using var host = await GuardedHost.StartAsync();
        var (key, token) = await host.KeyAsync("billing", [Scope.ReadAll], null);

        await host.SendAsync(HttpMethod.Post, "/client/acme_corp/sla", ("X-Api-Key", token));

        // The second row comes after the answer.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await host.AuditAsync()).Count < 2)
        {
            patience.Token.ThrowIfCancellationRequested();
        }

        Assert.Equal(
            [("asked", $"key:billing:{key.Id}"), ("answered 405", $"key:billing:{key.Id}")],
            (await host.AuditAsync()).Select(entry => (entry.Outcome, entry.Caller)));
    }

    [Fact]
    public async Task What_cannot_be_kept_is_not_done()
    {
        await using var host = await GuardedHost.StartAsync(change: options => options with { AuditReads = true });
        var (_, token) = await host.KeyAsync("billing", [Scope.ReadAll], null);
        await using (var connection = await host.Database.ConnectAsync(CancellationToken.None))
        {
            await using var break_ = connection.CreateCommand();
            break_.CommandText = "CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'disk full'); END;";
            await break_.ExecuteNonQueryAsync();
        }

        var answer = await host.GetAsync("/client/acme_corp/sla", token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Contains("so it was not done", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("disk full", answer.Body, StringComparison.Ordinal);
        Assert.Contains("disk full", host.Output.ToString(), StringComparison.Ordinal);
    }
}
