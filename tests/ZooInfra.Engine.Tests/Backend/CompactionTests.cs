using System.Text.Json;
using ZooInfra.Engine.Events;
using ZooInfra.Engine.State;
using ZooInfra.Engine.Tests.Crash;

namespace ZooInfra.Engine.Tests.Backend;

/// <summary>A journal that has grown long is written together into the checkpoint, and the run goes on.</summary>
public sealed class CompactionTests : IDisposable
{
    private static readonly CompactionPace EveryLine = new(1, 0);

    private readonly string _folder = Directory.CreateTempSubdirectory("zoo-compact-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_checkpoint_in_the_middle_of_a_run_names_what_is_under_way_and_what_is_to_be_deleted()
    {
        using var bench = new Bench { Pace = EveryLine, InOrder = true };
        await bench.UpAsync(Keyed("a", "1"), Keyed("b", "1", "a"));
        var before = File.ReadAllBytes(bench.Checkpoint);
        var seen = new List<(string Call, JsonElement Latest)>();
        bench.Provider.BeforeCall = call =>
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(bench.Checkpoint));
            seen.Add((call, document.RootElement.GetProperty("checkpoint").GetProperty("latest").Clone()));
            Assert.Equal(before, File.ReadAllBytes(bench.Checkpoint + ".bak"));
            return Task.CompletedTask;
        };

        await bench.UpAsync(Keyed("a", "2"), Keyed("b", "2", "a"));

        Assert.Equal(["create a", "create b", "delete b", "delete a"], seen.Select(look => look.Call));
        Assert.Equal(["creating a", "creating b", "deleting b", "deleting a"], seen.Select(look => string.Join(' ', Pending(look.Latest))));
        Assert.Equal(["", "a", "a b", "a"], seen.Select(look => string.Join(' ', Condemned(look.Latest))));
        Assert.Equal([2, 3, 4, 3], seen.Select(look => look.Latest.GetProperty("resources").EnumerateArray().Count(resource => Name(resource) is "a" or "b")));
        Assert.Equal(before, File.ReadAllBytes(bench.Checkpoint + ".bak"));
        Assert.Empty(bench.State.PendingOperations);
    }

    [Fact]
    public async Task A_look_at_the_state_beside_a_run_that_compacts_sees_one_state_or_the_next()
    {
        using var bench = new Bench { Pace = EveryLine };
        using var stop = new CancellationTokenSource();
        await bench.UpAsync(Things(1, "0"));
        var looks = Task.Run(() =>
        {
            var count = 0;
            while (!stop.IsCancellationRequested || count == 0)
            {
                Assert.Null(SnapshotIntegrity.Violation(bench.State));
                count++;
            }
        });
        for (var i = 1; i < 6; i++)
        {
            await bench.UpAsync(Things(10, $"{i}"));
        }

        await stop.CancelAsync();
        await looks;
    }

    [Fact]
    public async Task What_is_written_stays_in_proportion_to_what_is_done()
    {
        var (few, many) = (await WrittenAsync(200), await WrittenAsync(1_600));

        // Eight times the work is eight times the bytes, though the checkpoint was written as often as it doubled, and within the bound of the pace.
        Assert.InRange(many.Checkpoints, few.Checkpoints + 2, few.Checkpoints + 4);
        Assert.InRange(many.CheckpointBytes + many.JournalBytes, 7 * (few.CheckpointBytes + few.JournalBytes), 9 * (few.CheckpointBytes + few.JournalBytes));
        Assert.InRange(many.CheckpointBytes, 0, 2.5 * many.JournalBytes);
        Assert.InRange(many.LongestJournal, 0, 3 * many.LastCheckpoint);
    }

    [Fact]
    public async Task Without_compaction_the_checkpoint_is_written_once()
    {
        var disk = new CountingDisk();
        using var bench = new Bench { Disk = disk };

        await bench.UpAsync(Things(50, "1"));

        Assert.Equal(1, disk.Checkpoints);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_disk_that_fails_in_a_compaction_stops_the_run_with_its_reason_and_leaves_the_state_intact(bool failsOnlyOnce)
    {
        var plan = CrashPlan.All.Single(plan => plan.Name == "everything at once");
        var template = new CrashSite(Directory.CreateDirectory(Path.Combine(_folder, "template")).FullName);
        await template.RunAsync(CrashRunKind.Update, plan.Before, KillSwitch.Never);
        var changes = 1;
        for (; ; changes++)
        {
            var site = template.CopyTo(Path.Combine(_folder, $"{changes}"), 1);
            var disk = new FailingDisk(changes, failsOnlyOnce);

            var reason = await TryAsync(site, plan.During!, disk);

            if (!disk.HasFailed)
            {
                Assert.Null(reason);
                break;
            }

            Assert.Contains(FailingDisk.Reason, reason, StringComparison.Ordinal);
            Assert.Contains("cannot be written", reason, StringComparison.Ordinal);
            Assert.True(Audit.Differences(site.State, site.World, new HashSet<string>()) is [], $"{changes}: {string.Join("; ", Audit.Differences(site.State, site.World, new HashSet<string>()))}");
            Assert.Null(SnapshotIntegrity.Violation(site.State));

            site.Tidy();
            site.ClearPendingCreates();
            Assert.Null(await TryAsync(site, plan.During!, new StateDisk()));
            Assert.Equal([], Audit.Unfinished(site.State, site.World, plan.During!));
        }

        // Each line that is written makes three changes more: the end of its journal, the checkpoint, the next journal.
        Assert.InRange(changes, 25, 500);
    }

    private static async Task<CountingDisk> WrittenAsync(int resources)
    {
        var disk = new CountingDisk();
        using var bench = new Bench { Disk = disk, Pace = new(20_000, 2) };
        await bench.UpAsync(Things(resources, "1"));
        disk.LastCheckpoint = new FileInfo(bench.Checkpoint).Length;
        return disk;
    }

    private static async Task<string?> TryAsync(CrashSite site, Wanted[] program, StateDisk disk)
    {
        try
        {
            var (outcome, events) = await site.RunAsync(CrashRunKind.Update, program, KillSwitch.Never, disk);
            return outcome == Outcome.Succeeded ? null : string.Join("; ", events.OfType<EngineEvent.Diagnostic>().Where(message => message.Severity == Severity.Error).Select(message => message.Message));
        }
        catch (StateException e)
        {
            return e.Message;
        }
    }

    private static IEnumerable<string> Pending(JsonElement latest)
        => latest.TryGetProperty("pending_operations", out var operations)
            ? operations.EnumerateArray().Select(operation => $"{operation.GetProperty("type").GetString()} {Name(operation.GetProperty("resource"))}")
            : [];

    private static IEnumerable<string> Condemned(JsonElement latest)
        => latest.GetProperty("resources").EnumerateArray().Where(resource => resource.TryGetProperty("delete", out var delete) && delete.GetBoolean()).Select(Name);

    private static string Name(JsonElement resource) => resource.GetProperty("urn").GetString()!.Split("::")[^1];

    private static Wanted Keyed(string name, string key, params string[] dependsOn) => new(name, Bench.Props(("key", key)), dependsOn);

    private static Wanted[] Things(int count, string value) => [.. Enumerable.Range(0, count).Select(i => new Wanted($"t{i:0000}", Bench.Props(("value", value))))];

    /// <summary>Counts what is written.</summary>
    private sealed class CountingDisk : StateDisk
    {
        public int Checkpoints { get; private set; }

        public long CheckpointBytes { get; private set; }

        public long JournalBytes { get; private set; }

        public long LongestJournal { get; private set; }

        public long LastCheckpoint { get; set; }

        public override void Replace(string path, ReadOnlySpan<byte> content)
        {
            base.Replace(path, content);
            if (path.EndsWith(".journal", StringComparison.Ordinal))
            {
                JournalBytes += content.Length;
            }
            else if (path.Contains("stacks", StringComparison.Ordinal))
            {
                Checkpoints++;
                CheckpointBytes += content.Length;
            }
        }

        public override void Append(FileStream file, ReadOnlySpan<byte> content)
        {
            base.Append(file, content);
            JournalBytes += content.Length;
            LongestJournal = Math.Max(LongestJournal, file.Length);
        }
    }

    /// <summary>Fails at one change of state or journal, or at it and every one after it. History comes after both and is worth a warning only.</summary>
    private sealed class FailingDisk(int at, bool onlyOnce) : StateDisk
    {
        public const string Reason = "No space left on device";

        private int _changes;

        public bool HasFailed { get; private set; }

        public override void Replace(string path, ReadOnlySpan<byte> content)
        {
            Pass(path);
            base.Replace(path, content);
        }

        public override void Copy(string from, string to)
        {
            Pass(to);
            base.Copy(from, to);
        }

        public override void Append(FileStream file, ReadOnlySpan<byte> content)
        {
            Pass(file.Name);
            base.Append(file, content);
        }

        private void Pass(string path)
        {
            if (path.Contains("history", StringComparison.Ordinal) || path.Contains("backups", StringComparison.Ordinal))
            {
                return;
            }

            var number = Interlocked.Increment(ref _changes);
            if (number == at || (number > at && !onlyOnce))
            {
                HasFailed = true;
                throw new IOException(Reason);
            }
        }
    }
}
