using System.Diagnostics;
using System.Globalization;

namespace ZooInfra.Engine.Tests.Crash;

/// <summary>The process that is killed: <c>dotnet ZooInfra.Engine.Tests.dll crash FOLDER PLAN JOURNAL-BYTES at|after NUMBER</c>.</summary>
internal static class CrashChild
{
    private const string Verb = "crash";

    public static string[] Arguments(CrashSite site, CrashPlan plan, string when, int number)
        => [typeof(CrashChild).Assembly.Location, Verb, site.Folder, plan.Name, site.JournalBytes.ToString(CultureInfo.InvariantCulture), when, number.ToString(CultureInfo.InvariantCulture)];

    /// <returns>0 when the run came to its end alive.</returns>
    public static async Task<int> Main(string[] args)
    {
        if (args is not [Verb, var folder, var name, var bytes, var when, var text] || !int.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out var journalBytes) || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            await Console.Error.WriteLineAsync("This is a test assembly; run it with 'dotnet test'.");
            return 2;
        }

        var plan = CrashPlan.All.Single(plan => plan.Name == name);
        var kill = when == "at" ? new KillSwitch(number, Die) : KillSwitch.Never;
        if (when == "after")
        {
            new Thread(() => DieAfter(TimeSpan.FromMicroseconds(number))) { IsBackground = true, Priority = ThreadPriority.Highest }.Start();
        }

        var began = Stopwatch.GetTimestamp();
        await new CrashSite(folder, journalBytes).RunAsync(plan.Kind, plan.During ?? [], kill);
        Console.WriteLine(((int)Stopwatch.GetElapsedTime(began).TotalMicroseconds).ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static void DieAfter(TimeSpan time)
    {
        var began = Stopwatch.GetTimestamp();
        var spin = default(SpinWait);
        while (Stopwatch.GetElapsedTime(began) < time)
        {
            spin.SpinOnce();
        }

        Die();
    }

    // SIGKILL: no finalizer, no flush, no handler.
    private static void Die()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
    }
}
