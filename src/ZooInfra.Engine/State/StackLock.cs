using System.Diagnostics;
using System.Text.Json;

namespace ZooInfra.Engine.State;

/// <summary>Keeps two runs off one stack, in the way Pulumi's DIY backend does (protocol facts, section 6.2).</summary>
internal sealed class StackLock : IDisposable
{
    private readonly string _path;

    private StackLock(string path) => _path = path;

    /// <exception cref="StateException">Another run holds the stack, or the folder cannot be written.</exception>
    public static StackLock Acquire(string folder, DateTimeOffset now)
    {
        try
        {
            Directory.CreateDirectory(folder);
            RefuseOthers(folder, mine: null);
            var path = Path.Combine(folder, $"{Guid.NewGuid()}.json");
            var holder = new Holder(Environment.ProcessId, Environment.UserName, Environment.MachineName, Timestamp.Format(now));
            File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(holder, JsonSerializerOptions.Web));
            var mine = new StackLock(path);
            try
            {
                RefuseOthers(folder, path);
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

    public void Dispose() => File.Delete(_path);

    private static void RefuseOthers(string folder, string? mine)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Where(path => path != mine))
        {
            Holder? holder;
            try
            {
                holder = JsonSerializer.Deserialize<Holder>(File.ReadAllBytes(path), JsonSerializerOptions.Web);
            }
            catch (FileNotFoundException)
            {
                continue;
            }
            catch (JsonException)
            {
                holder = null;
            }

            if (holder is not null && IsGone(holder))
            {
                File.Delete(path);
                continue;
            }

            throw new StateException(holder is null
                ? $"The stack is locked by {path}, which cannot be read. If no other run is active, delete that file."
                : $"The stack is locked by {holder.Username}@{holder.Hostname} (pid {holder.Pid}) since {holder.Timestamp}. Wait for that run to end; if it is dead, delete {path}.");
        }
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

    private sealed record Holder(int Pid, string Username, string Hostname, string Timestamp);
}
