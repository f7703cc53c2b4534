using System.Diagnostics;
using System.Text.Json;

namespace ZooInfra.Engine.State;

/// <summary>Keeps two runs off one stack, in the way Pulumi's DIY backend does (protocol facts, section 6.2).</summary>
internal sealed class StackLock : IDisposable
{
    private readonly string _path;
    private readonly StateDisk _disk;

    private StackLock(string path, StateDisk disk) => (_path, _disk) = (path, disk);

    /// <exception cref="StateException">Another run holds the stack, or the folder cannot be written.</exception>
    public static StackLock Acquire(string folder, DateTimeOffset now, StateDisk disk)
    {
        try
        {
            Directory.CreateDirectory(folder);
            RefuseOthers(folder, mine: null, disk);
            var path = Path.Combine(folder, $"{Guid.NewGuid()}.json");
            var holder = new Holder(Environment.ProcessId, Environment.UserName, Environment.MachineName, Timestamp.Format(now));

            // Whole or not at all: a half-written lock could not be told from a damaged one.
            disk.Replace(path, JsonSerializer.SerializeToUtf8Bytes(holder, JsonSerializerOptions.Web));
            var mine = new StackLock(path, disk);
            try
            {
                RefuseOthers(folder, path, disk);
                return mine;
            }
            catch
            {
                mine.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StateException($"The state directory cannot be written: {e.Message} Choose another one with --state DIR.", e);
        }
    }

    public void Dispose() => _disk.Delete(_path);

    private static void RefuseOthers(string folder, string? mine, StateDisk disk)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Where(path => path != mine))
        {
            var holder = Read(path);
            if (holder is null && !File.Exists(path))
            {
                continue;
            }

            if (holder is not null && IsGone(holder))
            {
                disk.Delete(path);
                continue;
            }

            throw new StateException(holder is null
                ? $"The stack is locked by {path}, which cannot be read. If no other run is active, delete that file."
                : $"The stack is locked by {holder}. Wait for that run to end; if it is dead, delete {path}.");
        }
    }

    /// <summary>Who holds a stack, in words; null when nobody does.</summary>
    public static string? HolderOf(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*.json"))
        {
            switch (Read(path))
            {
                case { } holder when IsGone(holder):
                    break;
                case { } holder:
                    return holder.ToString();
                case null when File.Exists(path):
                    return $"{path}, which cannot be read";
            }
        }

        return null;
    }

    /// <summary>A lock of a process of this machine that no longer runs was left behind by a crash.</summary>
    private static bool IsGone(Holder holder)
    {
        if (holder.Hostname != Environment.MachineName)
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(holder.Pid);
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static Holder? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Holder>(File.ReadAllBytes(path), JsonSerializerOptions.Web) is { Pid: > 0, Hostname.Length: > 0 } holder ? holder : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private sealed record Holder(int Pid, string? Username, string? Hostname, string? Timestamp)
    {
        public override string ToString() => $"{Username}@{Hostname} (pid {Pid}) since {Timestamp}";
    }
}
