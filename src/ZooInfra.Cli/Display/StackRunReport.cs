using System.Collections.Concurrent;
using ZooInfra.Engine;
using ZooInfra.Engine.Events;
using ZooInfra.Rules;

namespace ZooInfra.Cli.Display;

/// <summary>What is known of one stack in one command.</summary>
internal sealed class StackRunReport
{
    private readonly Lazy<(int Type, int Name)> _widths;

    public StackRunReport(string stack)
    {
        Stack = stack;
        _widths = new(() => (Widest(step => step.Urn.Type), Widest(step => step.Urn.Name)));
    }

    public string Stack { get; }

    /// <summary>What is being done with it at the moment.</summary>
    public Phase Phase { get; set; }

    /// <summary>What the plan said, in order.</summary>
    public EventLog Planned { get; } = new();

    /// <summary>What the run did, in order.</summary>
    public EventLog Done { get; } = new();

    public OperationResult? Plan { get; set; }

    public OperationResult? Applied { get; set; }

    /// <summary>What rules said of the program when it ran last; null when it has not run.</summary>
    public PlanWatch? Rules { get; set; }

    /// <summary>Why the stack could not be planned or applied; null when it could.</summary>
    public string? Problem { get; set; }

    public bool Failed => Problem is not null || Plan is not { Outcome: Outcome.Succeeded } || Applied is { Outcome: not Outcome.Succeeded };

    /// <summary>How wide a column must be for the types of everything planned.</summary>
    public int TypeWidth => _widths.Value.Type;

    /// <summary>How wide a column must be for the names of everything planned.</summary>
    public int NameWidth => _widths.Value.Name;

    private int Widest(Func<StepInfo, string> text) => Planned.Steps.Where(step => step.Kind != StepKind.Same).Select(step => text(step).Length).DefaultIfEmpty().Max();

    /// <summary>Events as they came; safe for concurrent use.</summary>
    internal sealed class EventLog
    {
        private readonly ConcurrentQueue<EngineEvent> _events = [];
        private readonly ConcurrentDictionary<string, StepInfo> _running = new(StringComparer.Ordinal);
        private int _finished;
        private int _changed;

        public IEnumerable<StepInfo> Steps => _events.OfType<EngineEvent.StepFinished>().Select(finished => finished.Step).Where(step => !step.IsInternal);

        public IEnumerable<EngineEvent.StepFailed> Failures => _events.OfType<EngineEvent.StepFailed>();

        public IEnumerable<EngineEvent.Diagnostic> Diagnostics => _events.OfType<EngineEvent.Diagnostic>().Where(diagnostic => diagnostic.Severity != Severity.Debug);

        /// <summary>How many steps have ended, well or not, without the engine's own.</summary>
        public int Finished => Volatile.Read(ref _finished);

        /// <summary>How many of them changed something.</summary>
        public int Changed => Volatile.Read(ref _changed);

        /// <summary>The steps that are under way.</summary>
        public IEnumerable<StepInfo> Running => _running.Values;

        public void Add(EngineEvent engineEvent)
        {
            switch (engineEvent)
            {
                case EngineEvent.StepStarted { Step: { IsInternal: false } step }:
                    _running[step.Urn.Text] = step;
                    return;
                case EngineEvent.StepStarted:
                    return;
                case EngineEvent.StepFinished { Step: { IsInternal: false } step }:
                    End(step);
                    break;
                case EngineEvent.StepFailed { Step: { IsInternal: false } step }:
                    End(step);
                    break;
            }

            _events.Enqueue(engineEvent);
        }

        private void End(StepInfo step)
        {
            _running.TryRemove(step.Urn.Text, out _);
            Interlocked.Increment(ref _finished);
            if (step.Kind is not (StepKind.Same or StepKind.CreateReplacement or StepKind.DeleteReplaced))
            {
                Interlocked.Increment(ref _changed);
            }
        }
    }
}
