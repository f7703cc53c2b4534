using Spectre.Console;
using ZooInfra.Cli.Commands;

namespace ZooInfra.Cli.Display;

/// <summary>Says what to try next, as commands that can be pasted.</summary>
internal sealed class NextSteps(string workingDirectory)
{
    public void Print(IAnsiConsole console, Operation operation, IReadOnlyList<StackRunReport> runs)
    {
        var command = CommandName();
        var target = runs.Count > 1 ? "--all" : $"-s {runs[0].Stack}";
        var lines = (operation, Failed: runs.Any(run => run.Failed), Changes: runs.Any(run => run.Plan is { HasChanges: true })) switch
        {
            (_, true, _) => [],
            (Operation.Preview, _, true) => [($"{command} up {target}", "make it so")],
            (Operation.Preview, _, false) => [],
            (Operation.Drift, _, true) => new[]
            {
                ($"{command} up {target} --refresh", "make it again what the program says"),
                ($"{command} refresh {target}", "or take what is there into the state"),
            },
            (Operation.Drift or Operation.Refresh, _, _) => [],
            (Operation.Up, _, _) => new[]
            {
                ($"{command} serve --anonymous", "the contracts over HTTP"),
                ($"curl http://127.0.0.1:5080/client/{runs[0].Stack}", "what one of them says"),
                ($"{command} preview {target} --expect-no-changes", "exit code 7 once the code says something else"),
            },
            _ => [($"{command} up {target}", "make it all again")],
        };
        if (lines.Length == 0)
        {
            return;
        }

        console.MarkupLine("[bold]Try next:[/]");
        var width = lines.Max(line => line.Item1.Length);
        foreach (var (text, why) in lines)
        {
            console.MarkupLine($"    {Markup.Escape(text.PadRight(width))}  [grey]{Markup.Escape(why)}[/]");
        }
    }

    /// <summary>How this program was most likely started: by <c>dotnet run</c> from its project, or by its own name.</summary>
    private string CommandName()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.Name == "bin" && folder.Parent is { } project && project.EnumerateFiles("*.csproj").Any())
            {
                var relative = Path.GetRelativePath(workingDirectory, project.FullName);
                return relative == "." ? "dotnet run --" : $"dotnet run --project {relative} --";
            }
        }

        return Path.GetFileNameWithoutExtension(Environment.ProcessPath) ?? "zoo";
    }
}
