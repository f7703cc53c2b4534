using System.Globalization;

namespace ZooInfra.Build.Bench;

/// <summary>The processor time of the programs this one ran to their ends, with theirs: it says more than a clock where others use the machine too.</summary>
internal static class ProcessorTime
{
    private const double TicksPerSecond = 100;

    /// <summary>In seconds; null where the system does not say it (proc_pid_stat(5), cutime and cstime).</summary>
    public static double? OfChildren()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        // The name of the program stands in parentheses and may have spaces; the first field behind it is the third.
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[16 - 3], CultureInfo.InvariantCulture) + long.Parse(fields[17 - 3], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }
}
