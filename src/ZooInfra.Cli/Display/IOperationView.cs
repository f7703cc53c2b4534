using ZooInfra.Engine.Events;

namespace ZooInfra.Cli.Display;

/// <summary>Shows a command as it goes: as text or as JSON.</summary>
internal interface IOperationView
{
    void BeginPlan(StackRunReport run);

    void EndPlan(StackRunReport run);

    void BeginApply(StackRunReport run);

    /// <summary>Something happened while a stack is applied; may be called from several threads.</summary>
    void Show(StackRunReport run, EngineEvent engineEvent);

    void EndApply(StackRunReport run);

    void End(IReadOnlyList<StackRunReport> runs);
}
