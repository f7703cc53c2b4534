using Spectre.Console;
using ZooInfra.Cli.Display;
using ZooInfra.Engine;
using ZooInfra.Engine.Events;
using ZooInfra.Protocol;

namespace ZooInfra.Cli.Tests.Display;

/// <summary>What is drawn on a terminal while stacks are worked on.</summary>
public sealed class LiveBoardTests
{
    private readonly StringWriter _output = new();

    [Fact]
    public void A_fleet_has_a_row_for_each_stack_under_way_or_failed_and_counts_the_rest()
    {
        var runs = new List<StackRunReport>
        {
            Run("acme", Phase.Applying),
            Run("biggov", Phase.Done),
            Run("orgx", Phase.Waiting),
            Run("tower", Phase.Planned),
        };
        runs[1].Problem = "the tape robot is on fire";
        runs[3].Plan = runs[0].Plan;
        runs[0].Done.Add(new EngineEvent.StepFinished(Step("one")));
        runs[0].Done.Add(new EngineEvent.StepStarted(Step("two")));

        Assert.Equal(
            [
                "⠋ acme    1 of 3 changes  + zoo:dns:Record two",
                "✗ biggov  failed",
                "2 of 4 stacks, 1 under way, 1 failed",
            ],
            Drawn(runs));
    }

    [Fact]
    public void One_stack_has_a_row_for_each_resource_under_way()
    {
        var run = Run("acme", Phase.Applying);
        run.Done.Add(new EngineEvent.StepStarted(Step("two")));
        run.Done.Add(new EngineEvent.StepStarted(Step("one")));
        run.Done.Add(new EngineEvent.StepFailed(Step("two"), "no"));

        Assert.Equal(["⠋ acme 1 of 3 changes", "  +  zoo:dns:Record one creating"], Drawn([run]));
    }

    [Fact]
    public void No_more_rows_than_the_terminal_has_and_none_is_broken()
    {
        var run = Run("acme", Phase.Applying);
        for (var i = 0; i < 100; i++)
        {
            run.Done.Add(new EngineEvent.StepStarted(Step($"{i:000}-{new string('x', 200)}")));
        }

        var lines = Drawn([run]);
        Assert.Equal(20 + 2, lines.Count);
        Assert.Equal("  and 80 more", lines[^1]);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 80));
    }

    [Fact]
    public async Task The_board_is_gone_when_the_work_is_done_and_a_failure_comes_through()
    {
        var board = new LiveBoard(Console(), TimeProvider.System);
        await board.ShowAsync([Run("acme", Phase.Applying)], () => Task.CompletedTask);
        Assert.EndsWith("\u001b[2K\u001b[?25h", _output.ToString().Replace("\u001b[1A", "", StringComparison.Ordinal), StringComparison.Ordinal);

        await Assert.ThrowsAsync<InvalidOperationException>(() => board.ShowAsync([Run("acme", Phase.Applying)], () => throw new InvalidOperationException()));
    }

    private List<string> Drawn(IReadOnlyList<StackRunReport> runs)
    {
        var console = Console();
        console.Profile.Capabilities.Ansi = false;
        console.Write(new LiveBoard(console, TimeProvider.System).Draw(runs));
        return [.. _output.ToString().TrimEnd().Split('\n').Select(line => line.TrimEnd())];
    }

    private IAnsiConsole Console()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(_output) });
        (console.Profile.Width, console.Profile.Height, console.Profile.Capabilities.Unicode) = (80, 24, true);
        return console;
    }

    private static StackRunReport Run(string stack, Phase phase) => new(stack)
    {
        Phase = phase,
        Plan = new OperationResult(Outcome.Succeeded, System.Collections.Immutable.ImmutableSortedDictionary<StepKind, int>.Empty.Add(StepKind.Create, 3).Add(StepKind.Same, 7), PropertyMap.Empty),
    };

    private static StepInfo Step(string name)
        => new(StepKind.Create, ResourceUrn.Create("acme", "zooinfra", null, "zoo:dns:Record", name), null, null, PropertyMap.Empty, null, IsInternal: false, IsProtected: false);
}
