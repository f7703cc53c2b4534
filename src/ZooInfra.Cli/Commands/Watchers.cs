using ZooInfra.Engine.Events;

namespace ZooInfra.Cli.Commands;

/// <summary>Watchers that pass on a part of what they see.</summary>
internal static class Watchers
{
    /// <summary>Passes on messages and failures; steps that only prepare the plan are not its steps.</summary>
    public static Action<EngineEvent> ButNoSteps(this Action<EngineEvent> watch) => engineEvent =>
    {
        if (engineEvent is not (EngineEvent.StepStarted or EngineEvent.StepFinished))
        {
            watch(engineEvent);
        }
    };
}
