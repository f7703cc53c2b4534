using System.Collections.Concurrent;
using System.Collections.Immutable;
using ZooInfra.Engine.Events;
using ZooInfra.Engine.Secrets;
using ZooInfra.Engine.State;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Tests.Crash;

/// <summary>A folder with a state and a world, and the runs on it: in this process, or in one that is killed.</summary>
/// <param name="folder">The folder.</param>
/// <param name="journalBytes">How long a journal may become before it is written together into the checkpoint; 0 for the usual pace.</param>
internal sealed class CrashSite(string folder, int journalBytes = 0)
{
    private const int Parallel = 4;

    public string Folder => folder;

    public int JournalBytes => journalBytes;

    public World World { get; } = new(Path.Combine(folder, "world"));

    public Snapshot State => new StateStore(StateFolder, TimeProvider.System).Load(Bench.Project, Bench.Stack, Secrets());

    public string StateFolder => Path.Combine(folder, "state");

    /// <summary>Runs a program, or what needs none, with everything on the way to disk able to die.</summary>
    public Task<(Outcome Outcome, IReadOnlyList<EngineEvent> Events)> RunAsync(CrashRunKind kind, Wanted[] resources, KillSwitch kill)
        => RunAsync(kind, resources, kill, new DyingDisk(kill));

    /// <summary>Runs a program, or what needs none, on a disk.</summary>
    public async Task<(Outcome Outcome, IReadOnlyList<EngineEvent> Events)> RunAsync(CrashRunKind kind, Wanted[] resources, KillSwitch kill, StateDisk disk)
    {
        var events = new ConcurrentQueue<EngineEvent>();
        var (engine, program) = Engine(resources, kill, disk);
        using var stack = engine.Lock(program);
        var result = await (kind switch
        {
            CrashRunKind.Destroy => stack.DestroyAsync(events.Enqueue, default),
            CrashRunKind.Refresh => stack.RefreshAsync(events.Enqueue, default),
            _ => stack.UpdateAsync(events.Enqueue, default),
        });
        return (result.Outcome, [.. events]);
    }

    /// <summary>What a preview says.</summary>
    public async Task<IReadOnlyList<EngineEvent>> PreviewAsync(Wanted[] resources)
    {
        var events = new ConcurrentQueue<EngineEvent>();
        var (engine, program) = Engine(resources, KillSwitch.Never, new StateDisk());
        await engine.PreviewAsync(program, events.Enqueue, default);
        return [.. events];
    }

    /// <summary>Says that somebody has looked.</summary>
    public void ClearPendingCreates()
    {
        var (engine, program) = Engine([], KillSwitch.Never, new StateDisk());
        using var stack = engine.Lock(program);
        stack.ClearPendingCreates();
    }

    /// <summary>Does what a user does about operations of which nobody knows how they ended: looks, and removes what was made but is not known.</summary>
    public void Tidy()
    {
        var state = State;
        var known = state.Resources.Select(resource => resource.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var thing in World.Things.Values.Where(thing => !known.Contains(thing.Id)))
        {
            World.Remove(thing.Id);
        }
    }

    /// <summary>A copy of this site, to die in.</summary>
    public CrashSite CopyTo(string target, int pace)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(folder, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }

        return new CrashSite(target, pace);
    }

    private (EmbeddedEngine Engine, StackProgram Program) Engine(Wanted[] resources, KillSwitch kill, StateDisk disk)
    {
        var provider = new WorldProvider(World, kill);
        var engine = new EmbeddedEngine(
            new StateStore(StateFolder, TimeProvider.System) { Disk = disk, Pace = journalBytes > 0 ? new(journalBytes, TimesCheckpoint: 0) : CompactionPace.Usual },
            new Dictionary<string, Func<IResourceProvider>> { ["fake"] = () => provider },
            Parallel);
        return (engine, new StackProgram(
            Bench.Project,
            Bench.Stack,
            ImmutableDictionary<string, string>.Empty,
            ImmutableHashSet<string>.Empty,
            Secrets(),
            (settings, _) => Bench.RegisterAsync(settings, resources, exitCode: 0, inOrder: false)));
    }

    private static StackSecrets Secrets() => new(Bench.Stack, salt: null, () => CrashPlan.Passphrase);
}
