using System.Collections.Concurrent;
using ZooInfra.Engine;
using ZooInfra.Engine.Events;

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

    /// <summary>What the plan said, in order.</summary>
    public EventLog Planned { get; } = new();

    /// <summary>What the run did, in order.</summary>
    public EventLog Done { get; } = new();

    public OperationResult? Plan { get; set; }

    public OperationResult? Applied { get; set; }

    /// <summary>Why the state could not be used; null when it could.</summary>
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

        public IEnumerable<StepInfo> Steps => _events.OfType<EngineEvent.StepFinished>().Select(finished => finished.Step).Where(step => !step.IsInternal);

        public IEnumerable<EngineEvent.StepFailed> Failures => _events.OfType<EngineEvent.StepFailed>();

        public IEnumerable<EngineEvent.Diagnostic> Diagnostics => _events.OfType<EngineEvent.Diagnostic>().Where(diagnostic => diagnostic.Severity != Severity.Debug);

        public void Add(EngineEvent engineEvent) => _events.Enqueue(engineEvent);
    }
}
