using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ZooInfra.Engine.Events;
using ZooInfra.Engine.State;

namespace ZooInfra.Engine.Tests.Crash;

/// <summary>
/// A run dies at any instant. Afterwards the state and the world agree, or each difference is a pending operation that names the resource; and the
/// next run makes everything what the program says.
/// </summary>
public sealed class CrashTests : IDisposable
{
    /// <summary>Set to a number of runs to kill so many processes instead of a sample: <c>ZOO_CRASH_RUNS=1000</c>.</summary>
    private const string RunsVariable = "ZOO_CRASH_RUNS";

    private const int SampleRuns = 46;

    /// <summary>About three lines of a journal.</summary>
    private const int FewLines = 1_500;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // In memory where there is such a folder: a killed process loses nothing that was written, and thousands of flushes take their time on a disk.
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"zoo-crash-{Guid.NewGuid():N}")).FullName;
    private readonly ConcurrentDictionary<string, Task<CrashSite>> _templates = new(StringComparer.Ordinal);
    private int _sites;

    public static TheoryData<string, int> Plans
    {
        get
        {
            var plans = new TheoryData<string, int>();
            foreach (var plan in CrashPlan.All)
            {
                plans.Add(plan.Name, 0);
                plans.Add(plan.Name, FewLines);
            }

            // After every line, where each takes back what another did.
            plans.Add("everything at once", 1);
            plans.Add("remove before replacing with dependents", 1);
            plans.Add("refresh after the roots of chains are gone", 1);
            return plans;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task At_every_write_a_run_may_stop_and_nothing_is_lost_or_made_twice(string name, int journalBytes)
    {
        var plan = CrashPlan.All.Single(plan => plan.Name == name);
        var number = 0;
        for (var died = true; died;)
        {
            number++;
            var (site, drifted) = await SiteAsync(plan, journalBytes);
            died = await StopAsync(site, plan, new KillSwitch(number, () => throw new IOException("The process is dead.")));
            await CheckAsync($"{plan.Name}, journals of {journalBytes}, stopped at {number}", site, plan, drifted, secondStop: died ? number / 2 : 0);
            Directory.Delete(site.Folder, recursive: true);
        }

        Assert.InRange(number, 10, 1_000);
    }

    [Fact]
    public async Task A_process_killed_at_any_instant_loses_nothing_and_makes_nothing_twice()
    {
        var runs = int.TryParse(Environment.GetEnvironmentVariable(RunsVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : SampleRuns;
        var durations = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        foreach (var plan in CrashPlan.All)
        {
            await SiteAsync(plan, 0);
        }

        await Parallel.ForEachAsync(Enumerable.Range(0, runs), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (run, cancellationToken) =>
        {
            // Every other one at a write, in order; every other one at an instant drawn by lot.
            var plan = CrashPlan.All[run / 2 % CrashPlan.All.Count];
            var round = run / 2 / CrashPlan.All.Count;
            var random = new Random(run);
            // Every third with journals that are written together again and again.
            var (site, drifted) = await SiteAsync(plan, run % 3 == 1 ? FewLines : 0);
            var what = run % 2 == 0 ? ("at", 1 + (round * 3) + random.Next(3)) : ("after", random.Next(durations.GetValueOrDefault(plan.Name, 300_000)));
            if (await KillAsync(site, plan, what.Item1, what.Item2, cancellationToken) is { } took)
            {
                durations[plan.Name] = took;
            }

            await CheckAsync($"{plan.Name}, journals of {site.JournalBytes}, killed {what.Item1} {what.Item2}", site, plan, drifted, secondStop: run % 3 == 0 ? 1 + random.Next(20) : 0);
            Directory.Delete(site.Folder, recursive: true);
        });
    }

    /// <summary>Looks at what a run left, continues it, and looks again.</summary>
    private static async Task CheckAsync(string where, CrashSite site, CrashPlan plan, IReadOnlySet<string> drifted, int secondStop)
    {
        Honest(where, site, drifted);
        var pending = site.State.PendingOperations;
        if (secondStop > 0)
        {
            await StopAsync(site, plan, new KillSwitch(secondStop, () => throw new IOException("The process is dead.")));
            Honest($"{where}, and again at {secondStop}", site, drifted);
            pending = site.State.PendingOperations;
        }

        var before = plan.Kind == CrashRunKind.Update ? await site.PreviewAsync(plan.During ?? []) : [];
        site.Tidy();
        site.ClearPendingCreates();
        if (plan.Kind == CrashRunKind.Refresh)
        {
            await site.RunAsync(CrashRunKind.Refresh, [], KillSwitch.Never);
        }

        var (outcome, events) = await site.RunAsync(plan.Kind == CrashRunKind.Destroy ? CrashRunKind.Destroy : CrashRunKind.Update, plan.Final, KillSwitch.Never);
        if (plan.Kind == CrashRunKind.Update)
        {
            var warned = before.OfType<EngineEvent.Diagnostic>().Where(message => message.Severity == Severity.Warning).Select(message => message.Urn).ToHashSet();
            Assert.All(pending, operation => Assert.Contains(operation.Resource.Urn.Text, warned));
        }

        if (plan.Name == "a removal fails")
        {
            return;
        }

        Assert.True(outcome == Outcome.Succeeded, $"{where}: {string.Join("; ", events.OfType<EngineEvent.StepFailed>().Select(failed => failed.Message))}");
        Assert.True(Audit.Unfinished(site.State, site.World, plan.Final) is [], $"{where}: {string.Join("; ", Audit.Unfinished(site.State, site.World, plan.Final))}");
        Assert.Empty(Directory.EnumerateFiles(site.StateFolder, "*.journal", SearchOption.AllDirectories));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(site.StateFolder, ".pulumi", "stacks"), "*.tmp", SearchOption.AllDirectories));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(site.StateFolder, "journal"), "*.tmp", SearchOption.AllDirectories));
    }

    private static void Honest(string where, CrashSite site, IReadOnlySet<string> drifted)
    {
        var differences = Audit.Differences(site.State, site.World, drifted);
        Assert.True(differences is [], $"{where}: {string.Join("; ", differences)}");
    }

    /// <summary>Runs in this process until the switch fires; then nothing reaches the disk or the world any more.</summary>
    /// <returns>Whether it fired.</returns>
    private static async Task<bool> StopAsync(CrashSite site, CrashPlan plan, KillSwitch kill)
    {
        try
        {
            await site.RunAsync(plan.Kind, plan.During ?? [], kill);
        }
        catch (Exception e) when (kill.HasFired && e is IOException or StateException)
        {
            // As a dead process would: without a word.
        }

        // The process of this lock lives on; one that was killed does not.
        var locks = Path.Combine(site.StateFolder, ".pulumi", "locks");
        if (Directory.Exists(locks))
        {
            Directory.Delete(locks, recursive: true);
        }

        return kill.HasFired;
    }

    /// <summary>Runs in a process of its own that is killed.</summary>
    /// <returns>How long the run took, in microseconds, when it came to its end before that.</returns>
    private static async Task<int?> KillAsync(CrashSite site, CrashPlan plan, string when, int number, CancellationToken cancellationToken)
    {
        using var child = Process.Start(new ProcessStartInfo("dotnet", CrashChild.Arguments(site, plan, when, number)) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var (output, error) = (child.StandardOutput.ReadToEndAsync(patience.Token), child.StandardError.ReadToEndAsync(patience.Token));
            await child.WaitForExitAsync(patience.Token);
            Assert.True(child.ExitCode is 0 or 137, $"{plan.Name} {when} {number}: exit code {child.ExitCode}: {await error}");
            return child.ExitCode == 0 ? int.Parse(await output, CultureInfo.InvariantCulture) : null;
        }
        catch
        {
            child.Kill();
            throw;
        }
    }

    /// <summary>A new copy of what was there before, and the ids that somebody else touched since.</summary>
    private async Task<(CrashSite Site, IReadOnlySet<string> Drifted)> SiteAsync(CrashPlan plan, int journalBytes)
    {
        var template = await _templates.GetOrAdd(plan.Name, async _ =>
        {
            var made = new CrashSite(Directory.CreateDirectory(Path.Combine(_folder, "template", plan.Name)).FullName);
            if (plan.Before.Length > 0)
            {
                await made.RunAsync(CrashRunKind.Update, plan.Before, KillSwitch.Never);
            }

            return made;
        });
        var site = template.CopyTo(Directory.CreateDirectory(Path.Combine(_folder, $"{Interlocked.Increment(ref _sites)}")).FullName, journalBytes);
        var before = site.World.Things;
        plan.Drift?.Invoke(site.World);
        var after = site.World.Things;
        return (site, before.Where(thing => !after.TryGetValue(thing.Key, out var now) || now != thing.Value).Select(thing => thing.Key).ToHashSet(StringComparer.Ordinal));
    }
}
