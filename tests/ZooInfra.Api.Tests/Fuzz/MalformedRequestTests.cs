using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using ZooInfra.Api.Access;
using ZooInfra.Api.Tests.Access;
using ZooInfra.Api.Tests.Onboarding;
using ZooInfra.Api.Tests.Vpn;
using Xunit.Abstractions;

namespace ZooInfra.Api.Tests.Fuzz;

/// <summary>Measures memory, so nothing else runs beside it.</summary>
[CollectionDefinition(nameof(MalformedRequestTests), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(MalformedRequestTests))]
public sealed partial class MalformedRequestTests(ITestOutputHelper output)
{
    private const int Requests = 10_000;
    private const int WarmUp = 1_000;
    private const int AtOnce = 8;
    private const long MostHeap = 32L << 20;
    private const long MostWorkingSet = 192L << 20;

    [Fact]
    public async Task Ten_thousand_malformed_requests_are_all_the_callers_mistake()
    {
        using var repository = new PlatformRepository();
        await using var host = await GuardedHost.StartAsync(change: options => options with { Metrics = true, Onboarding = new(repository.Stacks, "Stacks"), Vpn = new() { Apply = new FakeApply(), Database = options.Database!, Time = options.Time } });
        string[] credentials =
        [
            (await host.KeyAsync("onboarder", [Scope.Onboard, Scope.ReadAll, Scope.ManageVpn], null)).Token,
            (await host.KeyAsync("portal", [Scope.ReadContract], ["acme_corp"])).Token,
            host.Issuer.Token(host.Time.GetUtcNow(), "contract:read-all client:onboard", "*"),
        ];

        var statuses = new ConcurrentDictionary<int, int>();
        await SendAsync(host, credentials, statuses, 0, WarmUp);
        var (heap, workingSet) = Memory();
        await SendAsync(host, credentials, statuses, WarmUp, Requests);
        var (heapAfter, workingSetAfter) = Memory();

        // The garbage reaches every kind of answer, not only the first check.
        output.WriteLine(string.Join(", ", statuses.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}")));
        Assert.Empty(((int[])[200, 400, 401, 404, 405, 406, 415, 422, 431]).Except(statuses.Keys));
        Assert.InRange(heapAfter - heap, long.MinValue, MostHeap);
        Assert.InRange(workingSetAfter - workingSet, long.MinValue, MostWorkingSet);
        Assert.Equal("99.99 / 5m", (await host.GetAsync("/client/acme_corp/sla", credentials[0])).Body);
        var failures = host.Output.ToString().Split('\n').Where(line => line.Contains(" failed: ", StringComparison.Ordinal)).ToList();
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        await using var connection = await host.Database.ConnectAsync(CancellationToken.None);
        Assert.Null(Api.Audit.AuditVerdict.Walk(connection, null).Broken);
    }

    private static Task SendAsync(GuardedHost host, string[] credentials, ConcurrentDictionary<int, int> statuses, int from, int to)
        => Parallel.ForAsync(from, to, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (seed, cancellationToken) =>
        {
            var garbage = new Garbage(seed);
            var request = garbage.Request(host.Root.Authority, credentials);
            var answer = await RawHttp.SendAsync(host.Root, request, finish: !garbage.IsWhole, cancellationToken);
            if (answer is null || !answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
            {
                return;
            }

            var status = RawHttp.Status(answer);
            statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
            Assert.True(status < 500 || (status == 505 && garbage.IsOfAnotherVersion), $"Seed {seed}: {Encoding.UTF8.GetString(request)}\n\n{answer}\n\n{host.Output}");
            Assert.False(status >= 400 && Insides().IsMatch(answer), $"Seed {seed}: {answer}");
        });

    private static (long Heap, long WorkingSet) Memory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return (GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet);
    }

    /// <summary>What only the insides of the program could have said.</summary>
    [GeneratedRegex(@"^\s+at \S+\(|Exception|System\.|Microsoft\.|\.cs:line|ZooInfra\.", RegexOptions.Multiline)]
    private static partial Regex Insides();
}
