using System.Diagnostics;

namespace ZooInfra.Engine.Tests.Backend;

/// <summary>A test that mounts a small file system.</summary>
internal sealed class TmpfsFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Reason = new(() =>
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return "skipped, because only root on Linux can mount a small file system";
        }

        var folder = Directory.CreateTempSubdirectory("zoo-mount-").FullName;
        try
        {
            using var disk = SmallDisk.TryMount(folder, 64);
            return disk is null ? "skipped, because this container does not allow mounts" : null;
        }
        finally
        {
            Directory.Delete(folder);
        }
    });

    public TmpfsFactAttribute() => Skip = Reason.Value;
}

/// <summary>A file system of a few kilobytes, until it is disposed.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    /// <summary>Mounts it over a folder; null where that is not allowed.</summary>
    public static SmallDisk? TryMount(string folder, int kilobytes)
        => Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", folder) ? new SmallDisk(folder) : null;

    public void Dispose() => Run("umount", "-l", _folder);

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
