using ZooInfra.Engine.Events;
using ZooInfra.Engine.State;
using ZooInfra.Engine.Tests.Crash;

namespace ZooInfra.Engine.Tests.Backend;

/// <summary>The disk runs full in the middle of a run: it stops and says so, the state stays honest, and with room again the next run goes on.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int DiskKilobytes = 512;

    private readonly string _folder = Directory.CreateTempSubdirectory("zoo-full-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TmpfsFact]
    public async Task A_full_disk_stops_the_run_with_its_reason_and_leaves_the_state_intact()
    {
        var (stopped, finished) = (0, 0);
        for (var room = 8; room <= 250; room += 11)
        {
            var folder = Directory.CreateDirectory(Path.Combine(_folder, $"{room}")).FullName;
            // Every other one with a journal that is written together into the checkpoint again and again.
            var site = new CrashSite(folder, room % 2 == 0 ? 0 : 6_000);
            Directory.CreateDirectory(site.StateFolder);
            using var disk = SmallDisk.TryMount(site.StateFolder, DiskKilobytes);
            await site.RunAsync(CrashRunKind.Update, Things(2, "1"), KillSwitch.Never);
            var before = site.State;
            var filler = Path.Combine(site.StateFolder, "filler");
            File.WriteAllBytes(filler, new byte[(int)(new DriveInfo(site.StateFolder).AvailableFreeSpace - (room * 1024))]);

            var reason = await TryAsync(site, Things(8, "2"));

            if (reason is not null)
            {
                stopped++;
                Assert.Contains("No space left on device", reason, StringComparison.Ordinal);
            }
            else
            {
                finished++;
            }

            Assert.True(Audit.Differences(site.State, site.World, new HashSet<string>()) is [], $"{room} KB: {string.Join("; ", Audit.Differences(site.State, site.World, new HashSet<string>()))}");
            Assert.Null(SnapshotIntegrity.Violation(site.State));
            Assert.All(before.Resources, resource => Assert.Contains(site.State.Resources, now => now.Urn == resource.Urn));

            File.Delete(filler);
            site.Tidy();
            site.ClearPendingCreates();
            Assert.Null(await TryAsync(site, Things(8, "2")));
            Assert.Equal([], Audit.Unfinished(site.State, site.World, Things(8, "2")));
        }

        // It ran full at every stage: before the first step, in the journal, at the checkpoint; and once it did not.
        Assert.True(stopped > 5 && finished > 0, $"{stopped} runs stopped, {finished} finished");
    }

    private static async Task<string?> TryAsync(CrashSite site, Wanted[] program)
    {
        try
        {
            var (outcome, events) = await site.RunAsync(CrashRunKind.Update, program, KillSwitch.Never);
            return outcome == Outcome.Succeeded ? null : string.Join("; ", events.OfType<EngineEvent.Diagnostic>().Where(message => message.Severity == Severity.Error).Select(message => message.Message));
        }
        catch (StateException e)
        {
            return e.Message;
        }
    }

    private static Wanted[] Things(int count, string value) => [.. Enumerable.Range(0, count).Select(i => new Wanted($"t{i}", Bench.Props(("value", value), ("text", new string((char)('a' + i), 4_000)))))];
}
