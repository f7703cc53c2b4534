using System.Diagnostics;
using System.Globalization;

namespace ZooInfra.Engine.Bench;

/// <summary>Prints one line a run: the wall time of its process, the most memory it took, the bytes it caused to be written.</summary>
internal static class Table
{
    public static void Head() => Console.WriteLine($"{"what",-24} {"run",-14} {"wall s",9} {"us each",9} {"peak MB",8} {"MB written",10}");

    /// <summary>What names this program to the process it runs in: nothing to its own executable, its assembly to dotnet.</summary>
    private static string[] Self { get; } = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Table).Assembly.Location] : [];

    public static void Measure(string what, string shape, int size, params string[] verbs)
    {
        var folder = Directory.CreateTempSubdirectory("zoo-bench-").FullName;
        try
        {
            StashStack.MakeProject(folder);
            foreach (var verb in verbs)
            {
                var (seconds, output) = Run(Environment.ProcessPath!, [.. Self, "child", shape, verb.Split(' ')[0], size.ToString(CultureInfo.InvariantCulture), folder], folder);
                var figures = shape == "zoo" ? ["", ""] : output.Trim().Split(' ');
                Print(what, verb, seconds, shape == "fleet" ? size * Child.FleetResources : size, figures[0], figures[1]);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static void Print(string what, string run, double seconds, int size, string peak, string written)
        => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-24} {run,-14} {seconds,9:0.00} {seconds * 1e6 / size,9:0} {peak,8} {written,10}"));

    public static (double Seconds, string Output) Run(string program, string[] arguments, string folder)
    {
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = folder, Environment = { ["CHECKPOINT_DISABLE"] = "1", ["TF_CLI_CONFIG_FILE"] = Path.DirectorySeparatorChar == '/' ? "/dev/null" : "NUL" } })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? (Stopwatch.GetElapsedTime(began).TotalSeconds, output) : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with exit code {process.ExitCode}: {output}");
    }
}
