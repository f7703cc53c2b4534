using ZooInfra.Api.Audit;
using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using ZooInfra.Api.Operations;

namespace ZooInfra.Api.Tests.Vpn;

/// <summary>What becomes of operations: failures, restarts, two hosts, clocks.</summary>
public sealed class OperationTests
{
    private const string Peers = VpnHost.Peers;

    [Fact]
    public async Task What_fails_half_way_is_taken_back()
    {
        await using var host = await VpnHost.StartAsync();
        host.Apply.Answer = (_, wanted) => wanted ? new ApplyResult.Failed(new(502, "the hub is down"), HasBegun: true) : null;

        var refused = await host.PostAsync(Peers, VpnHost.Ask());

        Assert.Equal((502, "the hub is down"), (refused.Code, refused.Text("detail")));
        Assert.Equal(["+alice-archer-laptop", "-alice-archer-laptop"], host.Apply.Attempts);
        Assert.Empty((await host.GetAsync(Peers)).Json["peers"]!.AsArray());
        host.Apply.Answer = null;
        Assert.Equal(HttpStatusCode.Created, (await host.PostAsync(Peers, VpnHost.Ask())).Status);
    }

    [Fact]
    public async Task A_rotation_that_fails_leaves_the_former_key()
    {
        await using var host = await VpnHost.StartAsync();
        var made = await host.PostAsync(Peers, VpnHost.Ask());
        var failed = false;
        host.Apply.Answer = (_, _) => failed ? null : (failed = true, new ApplyResult.Failed(new(502, "the hub is down"), HasBegun: true)).Item2;

        Assert.Equal(502, (await host.PostAsync($"{Peers}/alice-archer-laptop/rotate", [])).Code);

        var got = await host.GetAsync($"{Peers}/alice-archer-laptop");
        Assert.Equal(1, got.Json["key_generation"]!.GetValue<int>());
        Assert.Null(got.Json["overlap_until"]);
        Assert.StartsWith("key-1-", got.Text("public_key"), StringComparison.Ordinal);
        Assert.StartsWith("key-1-", made.Text("public_key"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revocation_that_fails_is_tried_until_it_is_done_and_the_peer_is_never_revived()
    {
        await using var host = await VpnHost.StartAsync();
        await host.PostAsync(Peers, VpnHost.Ask());
        var failures = 2;
        host.Apply.Answer = (_, wanted) => !wanted && failures-- > 0 ? new ApplyResult.Failed(new(502, "the hub is down"), HasBegun: true) : null;

        Assert.Equal(HttpStatusCode.NoContent, (await host.DeleteAsync($"{Peers}/alice-archer-laptop")).Status);

        Assert.Equal(["+alice-archer-laptop", "-alice-archer-laptop", "-alice-archer-laptop", "-alice-archer-laptop"], host.Apply.Attempts);
        Assert.Empty(host.Apply.Made);
    }

    [Fact]
    public async Task A_stack_that_somebody_else_works_on_is_waited_for()
    {
        await using var host = await VpnHost.StartAsync();
        var busy = true;
        host.Apply.Answer = (_, _) => busy ? new ApplyResult.Busy("The stack is locked by zoo up.") : null;
        var accepted = await host.PostAsync(Peers, VpnHost.Ask(), "operator", ("Prefer", "respond-async"));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        JsonNode? problem = null;
        while (problem is null && await look.WaitForNextTickAsync(patience.Token))
        {
            problem = (await host.GetAsync(accepted.Headers["Location"])).Json["problem"];
        }

        Assert.Equal("The stack is locked by zoo up.", problem!["detail"]!.GetValue<string>());
        busy = false;
        Assert.Equal("succeeded", Assert.Single(await host.QuietAsync(1))["state"]!.GetValue<string>());
        Assert.Null((await host.GetAsync(accepted.Headers["Location"])).Json["problem"]);
    }

    [Fact]
    public async Task An_operation_of_a_host_that_hangs_is_taken_up_by_another_when_its_lease_has_run_out()
    {
        var gate = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        await using var first = await VpnHost.StartAsync(hosting => hosting with { Apply = new FakeApply { Gate = gate.Task }, Time = new HangingClock(), At = point => _ = point == "begun" && begun.TrySetResult() });
        var accepted = await first.PostAsync(Peers, VpnHost.Ask(), "operator", ("Prefer", "respond-async"));
        await begun.Task.WaitAsync(TimeSpan.FromMinutes(1));
        var clock = new ShiftedClock();
        await using var second = await VpnHost.StartAsync(hosting => hosting with { Apply = new FakeApply(), Time = clock }, first);
        await second.PostAsync("/client/biggov/vpn/peers", VpnHost.Ask());
        Assert.Equal(["biggov/alice-archer-laptop"], second.Apply.Made);

        clock.Shift = TimeSpan.FromSeconds(3);

        Assert.Equal("succeeded", Assert.Single(await second.QuietAsync(1))["state"]!.GetValue<string>());
        Assert.Contains("acme_corp/alice-archer-laptop", second.Apply.Made);

        // The first one wakes up late: it makes what should be, which changes nothing any more.
        gate.SetResult();
        Assert.Equal("succeeded", (await first.GetAsync(accepted.Headers["Location"])).Text("state"));
    }

    [Fact]
    public async Task Two_hosts_on_one_database_share_the_work_and_never_work_on_one_client_at_once()
    {
        await using var first = await VpnHost.StartAsync(hosting => hosting with { PerMinute = 1000 });
        first.Apply.Offers = [new("staff", "staff", 1000, 90, [])];
        await using var second = await VpnHost.StartAsync(hosting => hosting with { PerMinute = 1000 }, first);
        VpnHost[] hosts = [first, second];

        // Each is asked for at both hosts with one key: it must be made once.
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).SelectMany(i => hosts.Select(host => host.PostAsync(Peers, VpnHost.Ask($"Person {i}"), "operator", ("Idempotency-Key", $"key-{i}")))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Equal(40, answers.Select(answer => answer.Text("operation")).Distinct().Count());
        Assert.Equal(40, first.Apply.Made.Count);
        Assert.Equal(40, first.Apply.Attempts.Count);
        Assert.False(first.Apply.HasOverlapped);

        // One name asked for by all at once is made once, and a limit holds whoever is asked.
        var races = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => hosts[i % 2].PostAsync(Peers, VpnHost.Ask("Rachel Race"))));
        Assert.Single(races, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(races.Where(answer => answer.Status != HttpStatusCode.Created), answer => Assert.Equal(HttpStatusCode.Conflict, answer.Status));
        first.Apply.Offers = [new("staff", "staff", 45, 90, [])];
        var more = await Task.WhenAll(Enumerable.Range(100, 20).Select(i => hosts[i % 2].PostAsync(Peers, VpnHost.Ask($"Person {i}"))));
        Assert.Equal(4, more.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.Equal(45, first.Apply.Made.Count);
    }

    [Fact]
    public async Task A_clock_that_jumps_over_an_end_ends_the_peer_once_and_one_that_is_put_back_revives_nobody()
    {
        await using var host = await VpnHost.StartAsync();
        await using var other = await VpnHost.StartAsync(null, host);
        await host.PostAsync(Peers, VpnHost.Ask(days: 10));
        await host.PostAsync(Peers, VpnHost.Ask("Bob Baker", days: 60));

        host.Clock.Shift = TimeSpan.FromDays(20);
        var operations = await host.QuietAsync(3);

        Assert.Equal(["expire alice-archer-laptop zoo", "create bob-baker-laptop key", "create alice-archer-laptop key"], operations.Select(operation => $"{operation["kind"]} {operation["peer"]} {operation["caller"]!.GetValue<string>().Split(':')[0]}"));
        Assert.Equal(["acme_corp/bob-baker-laptop"], host.Apply.Made);

        host.Clock.Shift = TimeSpan.FromDays(-400);
        var again = await host.PostAsync(Peers, VpnHost.Ask("Eve", days: -390));
        Assert.Equal(HttpStatusCode.Created, again.Status);
        Assert.Equal(4, (await host.QuietAsync(4)).Count);
        Assert.Equal(["acme_corp/bob-baker-laptop", "acme_corp/eve-laptop"], host.Apply.Made);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync($"{Peers}/alice-archer-laptop")).Status);
    }

    [Fact]
    public async Task The_end_of_an_overlap_retires_the_former_key()
    {
        await using var host = await VpnHost.StartAsync();
        await host.PostAsync(Peers, VpnHost.Ask());
        await host.PostAsync($"{Peers}/alice-archer-laptop/rotate", new() { ["overlap_hours"] = 1 });

        host.Clock.Shift = TimeSpan.FromHours(2);
        var operations = await host.QuietAsync(3);

        Assert.Equal(["retire", "rotate", "create"], operations.Select(operation => operation["kind"]!.GetValue<string>()));
        Assert.Null((await host.GetAsync($"{Peers}/alice-archer-laptop")).Json["overlap_until"]);
    }

    [Fact]
    public async Task Operations_that_were_put_off_do_not_wait_for_a_clock_that_was_put_back()
    {
        await using var host = await VpnHost.StartAsync();
        var busy = true;
        host.Apply.Answer = (_, _) => busy ? new ApplyResult.Busy("locked") : null;
        host.Clock.Shift = TimeSpan.FromDays(30);
        await host.PostAsync(Peers, VpnHost.Ask(days: 60), "operator", ("Prefer", "respond-async"));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (host.Apply.Attempts.IsEmpty && await look.WaitForNextTickAsync(patience.Token))
        {
            // It has been tried once, and put off by the later clock.
        }

        (busy, host.Clock.Shift) = (false, TimeSpan.Zero);
        Assert.Equal("succeeded", Assert.Single(await host.QuietAsync(1))["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_audit_that_fails_puts_ends_off_and_ends_neither_the_work_nor_the_host()
    {
        var (failed, written) = (new ConcurrentDictionary<string, bool>(), new ConcurrentQueue<string>());
        await using var host = await VpnHost.StartAsync(hosting => hosting with
        {
            Audit = (entry, _) =>
            {
                if (entry.Action.EndsWith(".end", StringComparison.Ordinal) && failed.TryAdd(entry.Target!, true))
                {
                    return Task.FromException(new AuditException("The disk is full.", new IOException()));
                }

                written.Enqueue($"{entry.Client} {entry.Action} {entry.Outcome}");
                return Task.CompletedTask;
            },
        });

        // More than there are workers.
        foreach (var person in (string[])["Anna", "Bert", "Carl"])
        {
            await host.PostAsync(Peers, VpnHost.Ask(person), "operator", ("Prefer", "respond-async"));
            await host.PostAsync("/client/biggov/vpn/peers", VpnHost.Ask(person), "operator", ("Prefer", "respond-async"));
        }

        Assert.All(await host.QuietAsync(3), operation => Assert.Equal("succeeded", operation["state"]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync(Peers)).Status);
        Assert.Equal(3, written.Count(line => line == "acme_corp vpn.create.end succeeded"));
    }

    [Fact]
    public async Task An_audit_that_fails_while_peers_expire_does_not_end_the_host()
    {
        var expired = new TaskCompletionSource();
        await using var host = await VpnHost.StartAsync(hosting => hosting with
        {
            Audit = (entry, _) =>
            {
                if (entry.Action == "vpn.expire")
                {
                    expired.TrySetResult();
                    return Task.FromException(new AuditException("The disk is full.", new IOException()));
                }

                return Task.CompletedTask;
            },
        });
        await host.PostAsync(Peers, VpnHost.Ask(days: 10));

        host.Clock.Shift = TimeSpan.FromDays(20);
        await expired.Task.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("expire", (await host.QuietAsync(2))[0]["kind"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Created, (await host.PostAsync(Peers, VpnHost.Ask("Bob Baker", days: 60))).Status);
    }

    [Fact]
    public async Task Requested_peers_of_a_stack_that_was_locked_at_the_start_are_written_down_later()
    {
        await using var first = await VpnHost.StartAsync();
        await first.PostAsync(Peers, VpnHost.Ask());
        var (tries, done) = (0, new TaskCompletionSource());
        ApplyResult Restore()
        {
            if (Interlocked.Increment(ref tries) < 3)
            {
                return new ApplyResult.Busy("An update is under way.");
            }

            done.TrySetResult();
            return new ApplyResult.Done();
        }

        await using var second = await VpnHost.StartAsync(hosting => hosting with { Apply = new FakeApply { Restore = Restore } }, first);

        await done.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(3, tries);
    }
}
