using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using ZooInfra.Engine.Events;

namespace ZooInfra.Cli.Display;

/// <summary>What is going on right now, drawn again and again at the bottom of a terminal: a row a stack, or for one stack a row a resource.</summary>
internal sealed class LiveBoard(IAnsiConsole console, TimeProvider time)
{
    /// <summary>Often enough to look alive, seldom enough to cost nothing.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    private static readonly string[] Spinner = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

    private int _beats;

    /// <summary>Draws until <paramref name="work"/> is done; then nothing of the board is left.</summary>
    public async Task ShowAsync(IReadOnlyList<StackRunReport> runs, Func<Task> work)
        => await console.Live(Draw(runs)).AutoClear(true).Overflow(VerticalOverflow.Crop).StartAsync(async context =>
        {
            var working = work();
            using var beat = new PeriodicTimer(Beat, time);
            while (await Task.WhenAny(working, beat.WaitForNextTickAsync().AsTask()) != working)
            {
                _beats++;
                context.UpdateTarget(Draw(runs));
            }

            await working;
        });

    /// <summary>The board as it would be drawn now.</summary>
    public IRenderable Draw(IReadOnlyList<StackRunReport> runs)
    {
        var rows = Math.Max(3, console.Profile.Height - 4);
        return runs.Count == 1 ? One(runs[0], rows) : Many(runs, rows);
    }

    private Rows One(StackRunReport run, int rows)
    {
        var running = Log(run).Running.OrderBy(step => step.Urn.Text, StringComparer.Ordinal).ToList();
        var lines = running.Take(rows).Select(step => Line($"  {Escape(Words.Mark(step.Kind))} {Escape(step.Urn.Type)} {Escape(step.Urn.Name)} [grey]{Doing(run, step)}[/]"));
        var rest = running.Count > rows ? new[] { Line($"  [grey]and {running.Count - rows} more[/]") } : [];
        return new Rows([Line($"{Mark(run)} {Escape(run.Stack)} {Progress(run)}"), .. lines, .. rest]);
    }

    private Rows Many(IReadOnlyList<StackRunReport> runs, int rows)
    {
        // Those under way first, then what failed; the rest is only counted.
        var active = runs.Where(run => run.Phase is Phase.Planning or Phase.Applying).ToList();
        var failed = runs.Where(run => run is { Failed: true, Phase: Phase.Planned or Phase.Done }).ToList();
        var shown = active.Concat(failed.Except(active)).Take(rows).ToList();
        var width = shown.Select(run => run.Stack.Length).DefaultIfEmpty().Max();
        var ended = runs.Count(run => run.Phase is Phase.Planned or Phase.Done);
        return new Rows(
        [
            .. shown.Select(run => Line($"{Mark(run)} {Escape(run.Stack.PadRight(width))}  {Progress(run)}{Current(run)}")),
            Line(string.Create(CultureInfo.InvariantCulture, $"[grey]{ended} of {runs.Count} stacks, {active.Count} under way, {failed.Count} failed[/]")),
        ]);
    }

    private string Mark(StackRunReport run) => run switch
    {
        { Phase: Phase.Planning or Phase.Applying } => $"[blue]{Spinner[_beats % Spinner.Length]}[/]",
        { Phase: Phase.Waiting } => " ",
        { Failed: true } => "[red]✗[/]",
        _ => "[green]✓[/]",
    };

    private static string Progress(StackRunReport run) => run switch
    {
        { Phase: Phase.Planning } => string.Create(CultureInfo.InvariantCulture, $"planning, {run.Planned.Finished} resources"),
        { Phase: Phase.Applying, Plan: { } plan } => string.Create(CultureInfo.InvariantCulture, $"{run.Done.Changed} of {plan.Counts.Where(count => count.Key != StepKind.Same).Sum(count => count.Value)} changes"),
        { Phase: Phase.Waiting } => "waiting",
        { Failed: true } => "[red]failed[/]",
        _ => "done",
    };

    private static string Current(StackRunReport run)
        => Log(run).Running.FirstOrDefault() is { } step ? $"  [grey]{Escape(Words.Mark(step.Kind).Trim())} {Escape(step.Urn.Type)} {Escape(step.Urn.Name)}[/]" : "";

    private static string Doing(StackRunReport run, StepInfo step) => run.Phase == Phase.Planning ? "comparing" : Words.Doing(step.Kind);

    private static StackRunReport.EventLog Log(StackRunReport run) => run.Phase is Phase.Applying or Phase.Done ? run.Done : run.Planned;

    private static OneLine Line(string markup) => new(new Markup(markup));

    private static string Escape(string text) => Markup.Escape(text);
}
