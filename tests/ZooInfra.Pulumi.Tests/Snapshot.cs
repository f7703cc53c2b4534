using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ZooInfra.Pulumi.Tests;

/// <summary>Compares text with a file beside the tests; with ZOO_UPDATE_BASELINES=1 the file is rewritten instead.</summary>
internal static partial class Snapshot
{
    public static void Matches(string folder, string name, string text, [CallerFilePath] string thisFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(thisFile)!, folder, $"{name}.txt");
        if (Environment.GetEnvironmentVariable("ZOO_UPDATE_BASELINES") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        Assert.True(File.Exists(path), $"There is no {path}; run the tests once with ZOO_UPDATE_BASELINES=1 and review the file.");
        Assert.Equal(File.ReadAllText(path), text);
    }

    /// <summary>Takes what differs from machine to machine out of a text.</summary>
    public static string Stable(string text) => Places().Replace(Program().Replace(text, "Running program '<program>'"), " in <file>");

    [GeneratedRegex(" in [^\n]*:line \\d+")]
    private static partial Regex Places();

    [GeneratedRegex("Running program '[^']*'")]
    private static partial Regex Program();
}
