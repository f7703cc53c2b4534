using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using ZooInfra.Cli.Commands;
using ZooInfra.Engine;
using ZooInfra.Engine.Events;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Cli.Display;

/// <summary>Plans, progress and summaries for people: in colour on a terminal, plain lines in a pipe.</summary>
internal sealed class TextView : IOperationView
{
    private readonly IAnsiConsole _console;
    private readonly IAnsiConsole? _terminal;
    private readonly OperationRequest _request;
    private readonly NextSteps _nextSteps;
    private readonly Lock _gate = new();
    private readonly StackBlocks _plans;
    private readonly bool _isFleet;
    private readonly ConcurrentDictionary<StackRunReport, long> _began = [];
    private List<string>? _block;

    public TextView(Terminal terminal, OperationRequest request, IReadOnlyList<StackRunReport> runs)
    {
        _request = request;
        _nextSteps = new NextSteps(terminal.WorkingDirectory);
        _plans = new StackBlocks(runs);
        _isFleet = runs.Count > 1;
        _console = Console(terminal);
        _terminal = _console.Profile.Capabilities.Ansi && terminal.IsInteractive ? Console(terminal) : null;

        // Lines are for grep and for narrow terminals to wrap themselves; they are never cut or broken here.
        _console.Profile.Width = int.MaxValue / 2;
    }

    private Operation Operation => _request.Operation;

    public async Task WatchAsync(IReadOnlyList<StackRunReport> runs, Func<Task> work)
    {
        if (_terminal is null || runs.Count == 0)
        {
            await work();
            return;
        }

        _plans.Hold();
        try
        {
            await new LiveBoard(_terminal, TimeProvider.System).ShowAsync(runs, work);
        }
        finally
        {
            Print(_plans.Release());
        }
    }

    public void BeginPlan(StackRunReport run) => run.Phase = Phase.Planning;

    public void EndPlan(StackRunReport run)
    {
        run.Phase = Phase.Planned;
        lock (_gate)
        {
            Print(_plans.Add(run, Block(() =>
            {
                Line($"[bold]{Words.PlanTitle(Operation)} ({Escape(run.Stack)})[/]");
                PrintTree(run);
                PrintDiagnostics(run, run.Planned);
                if (run.Plan is { } plan)
                {
                    PrintSummary(plan, preview: true);
                }

                Line("");
            })));
        }
    }

    public void BeginApply(StackRunReport run)
    {
        run.Phase = Phase.Applying;
        _began[run] = Stopwatch.GetTimestamp();
        if (run.Plan!.HasChanges)
        {
            Print([$"[bold]{Words.Title(Operation)} ({Escape(run.Stack)})[/]"]);
        }
    }

    public void Show(StackRunReport run, EngineEvent engineEvent)
    {
        switch (engineEvent)
        {
            case EngineEvent.StepFinished { Step: { IsInternal: false, Kind: not StepKind.Same } step }:
                Progress(run, step, Words.Done(step.Kind), Words.Color(step.Kind));
                break;
            case EngineEvent.StepFailed failed:
                Progress(run, failed.Step, $"**{Words.Doing(failed.Step.Kind)} failed**", "red");
                break;
        }
    }

    public void EndApply(StackRunReport run)
    {
        run.Phase = Phase.Done;
        lock (_gate)
        {
            Print(Block(() =>
            {
                if (_isFleet && (run.Applied is { HasChanges: true } || run.Failed))
                {
                    Line($"[bold]{Escape(run.Stack)}:[/]");
                }

                PrintDiagnostics(run, run.Done);
                if (run.Applied is { } applied && (run.Plan!.HasChanges || run.Failed))
                {
                    PrintSummary(applied, preview: false);
                    Line(string.Create(CultureInfo.InvariantCulture, $"Duration: {Math.Ceiling(Stopwatch.GetElapsedTime(_began[run]).TotalSeconds):0}s"));
                    Line("");
                }
            }));
        }
    }

    public void End(IReadOnlyList<StackRunReport> runs)
    {
        if (runs.Count > 1)
        {
            Print(["[bold]Stacks:[/]"]);
            var width = runs.Max(run => run.Stack.Length);
            foreach (var run in runs)
            {
                Print([$"    {Escape(run.Stack.PadRight(width))}  {Verdict(run)}"]);
            }

            Print([Total(runs), ""]);
        }

        _nextSteps.Print(_console, Operation, runs);
    }

    private string Total(IReadOnlyList<StackRunReport> runs)
    {
        var counts = runs.Select(run => run.Applied ?? run.Plan).OfType<OperationResult>().SelectMany(result => result.Counts)
            .Where(count => count.Key != StepKind.Same).GroupBy(count => count.Key, count => count.Value).OrderBy(group => group.Key)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{Words.Mark(group.Key).Trim()} {group.Sum()} {(_request.IsReadOnly ? Words.ToDo(group.Key, Operation) : Words.Done(group.Key))}")).ToList();
        var failed = runs.Count(run => run.Failed);
        return string.Create(CultureInfo.InvariantCulture, $"    {runs.Count} stacks{(failed == 0 ? "" : $", [red]{failed} failed[/]")}: {(counts.Count == 0 ? "nothing changed" : Escape(string.Join(", ", counts)))}");
    }

    private string Verdict(StackRunReport run)
    {
        if (run.Failed)
        {
            return run.Problem is { } problem ? $"[red]failed[/]: {Escape(problem)}" : "[red]failed[/]";
        }

        var result = (run.Applied ?? run.Plan)!;
        var changes = result.Counts.Where(count => count.Key != StepKind.Same).Select(count => $"{Words.Mark(count.Key).Trim()} {count.Value} {(run.Applied is null ? Words.ToDo(count.Key, Operation) : Words.Done(count.Key))}").ToList();
        return changes.Count == 0 ? Operation is Operation.Drift ? "as it should be" : "no changes" : Escape(string.Join(", ", changes));
    }

    private void PrintTree(StackRunReport run)
    {
        var rows = PlanTree.Rows(run.Planned.Steps);
        if (rows.Count == 0)
        {
            return;
        }

        var typeWidth = rows.Max(row => row.Branch.Length + row.Step.Urn.Type.Length);
        var nameWidth = rows.Max(row => row.Step.Urn.Name.Length);
        Line($"     [bold]{"Type".PadRight(typeWidth)}  {"Name".PadRight(nameWidth)}  Plan[/]");
        foreach (var (step, branch) in rows)
        {
            var verb = step.Kind == StepKind.Same ? "" : Words.Planned(step.Kind, Operation);
            var type = (branch + step.Urn.Type).PadRight(typeWidth);
            var line = $" [{Words.Color(step.Kind)}]{Words.Mark(step.Kind)}[/]  {Escape(type)}  {Escape(step.Urn.Name.PadRight(nameWidth))}  [{Words.Color(step.Kind)}]{verb}[/]{Info(step)}";
            Line(line.TrimEnd());
            if (_request.Diff)
            {
                PrintDiff(step, new string(' ', 6 + branch.Length));
            }
        }
    }

    private static string Info(StepInfo step)
    {
        var parts = new List<string>();
        if (step.Diff is { Changes.IsEmpty: false } diff)
        {
            parts.Add("diff: " + string.Concat(diff.Changes
                .GroupBy(change => change.Value.Kind).OrderBy(group => group.Key)
                .Select(group => ChangeMark(group.Key) + string.Join(',', group.Select(change => change.Key)))));
        }

        if (step.IsProtected && step.Kind == StepKind.Delete)
        {
            parts.Add("protected");
        }

        return parts.Count == 0 ? "" : $"  {Escape($"[{string.Join("; ", parts)}]")}";
    }

    private void PrintDiff(StepInfo step, string indent)
    {
        if (step.Kind is StepKind.Create or StepKind.Delete)
        {
            var mark = step.Kind == StepKind.Create ? "+" : "-";
            foreach (var (key, value) in (step.New ?? step.Old!).Where(property => !property.Key.StartsWith("__", StringComparison.Ordinal)))
            {
                Line($"{indent}[{Words.Color(step.Kind)}]{mark}[/] {Escape($"{key}: {PropertyText.OneLine(value)}")}");
            }

            return;
        }

        // A list that changed in some places is shown whole: its members by themselves would not say what it was and what it becomes.
        foreach (var property in (step.Diff?.Changes ?? DiffResult.None.Changes).GroupBy(change => change.Key.Split('.', '[')[0]))
        {
            var key = property.Key;
            var (old, wanted) = (step.Old?.GetValueOrDefault(key), step.New?.GetValueOrDefault(key));
            var kind = property.Any(change => change.Key != key) && old is not null && wanted is not null ? ChangeKind.Update : property.First().Value.Kind;
            var text = (kind, property.First().Value.InputDiff) switch
            {
                (_, false) when wanted is null => key,
                (ChangeKind.Add, _) => $"{key}: {PropertyText.OneLine(wanted)}",
                (ChangeKind.Delete, _) => $"{key}: {PropertyText.OneLine(old)}",
                _ => $"{key}: {PropertyText.OneLine(old)} => {PropertyText.OneLine(wanted)}",
            };
            Line($"{indent}{ChangeMark(kind)} {Escape(text)}{(property.Any(change => change.Value.Replaces) ? " (replaces)" : "")}");
        }
    }

    private static string ChangeMark(ChangeKind kind) => kind switch { ChangeKind.Add => "+", ChangeKind.Delete => "-", _ => "~" };

    private void PrintDiagnostics(StackRunReport run, StackRunReport.EventLog log)
    {
        var messages = log.Diagnostics.Select(d => (d.Urn, d.Severity, d.Message))
            .Concat(log.Failures.Select(failure => ((string?)failure.Step.Urn.Text, Severity.Error, failure.Message))).ToList();
        if (run.Problem is { } problem)
        {
            messages.Add((null, Severity.Error, problem));
        }

        if (messages.Count == 0)
        {
            return;
        }

        Line("[bold]Diagnostics:[/]");
        foreach (var group in messages.GroupBy(message => message.Item1))
        {
            Line($"  {Escape(Protocol.ResourceUrn.Parse(group.Key ?? "") is { } urn ? $"{urn.Type} ({urn.Name}):" : $"{run.Stack}:")}");
            foreach (var (_, severity, message) in group)
            {
                var (word, color) = severity switch { Severity.Error => ("error", "red"), Severity.Warning => ("warning", "yellow"), _ => ("info", "default") };
                Line($"    [{color}]{word}:[/] {Escape(message.ReplaceLineEndings("\n      "))}");
            }
        }
    }

    private void PrintSummary(OperationResult result, bool preview)
    {
        Line("[bold]Resources:[/]");
        foreach (var (kind, count) in result.Counts.Where(count => count.Key != StepKind.Same))
        {
            Line($"    [{Words.Color(kind)}]{Words.Mark(kind)}[/]{count} {(preview ? Words.ToDo(kind, Operation) : Words.Done(kind))}");
        }

        if (result.Counts.GetValueOrDefault(StepKind.Same) is > 0 and var same)
        {
            Line($"    {same} unchanged");
        }
        else if (!result.HasChanges)
        {
            Line("    nothing to do");
        }
    }

    private void Progress(StackRunReport run, StepInfo step, string verb, string color)
    {
        var (type, name) = (step.Urn.Type.PadRight(run.TypeWidth), step.Urn.Name.PadRight(run.NameWidth));
        var stack = _isFleet ? $"{Escape(run.Stack)}  " : "";
        Print([$" [{color}]{Words.Mark(step.Kind)}[/]  {stack}{Escape(type)}  {Escape(name)}  [{color}]{Escape(verb)}[/]"]);
    }

    private static IAnsiConsole Console(Terminal terminal) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(terminal.Out),
        Ansi = terminal.IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
        ColorSystem = terminal.IsInteractive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
    });

    private static string Escape(string text) => Markup.Escape(text);

    /// <summary>The lines that <paramref name="compose"/> writes. Called under the gate.</summary>
    private List<string> Block(Action compose)
    {
        _block = [];
        compose();
        return _block;
    }

    private void Line(string markup) => _block!.Add(markup);

    /// <summary>Writes lines together; on a terminal whose board is up, above it.</summary>
    private void Print(IReadOnlyList<string> lines)
    {
        lock (_gate)
        {
            foreach (var line in lines)
            {
                if (_plans.IsHolding)
                {
                    _terminal!.Write(new FullWidth(new Markup(line)));
                }
                else
                {
                    _console.MarkupLine(line);
                }
            }
        }
    }
}
