using ZooInfra.Engine.Events;

namespace ZooInfra.Cli.Display;

/// <summary>Shows a command as it goes: as text or as JSON.</summary>
internal interface IOperationView
{
    /// <summary>Shows stacks while they are planned or applied; returns when <paramref name="work"/> is done. The other methods may then be called from several threads.</summary>
    Task WatchAsync(IReadOnlyList<StackRunReport> runs, Func<Task> work);

    void BeginPlan(StackRunReport run);

    void EndPlan(StackRunReport run);

    void BeginApply(StackRunReport run);

    /// <summary>Something happened while a stack is applied.</summary>
    void Show(StackRunReport run, EngineEvent engineEvent);

    void EndApply(StackRunReport run);

    void End(IReadOnlyList<StackRunReport> runs);
}
