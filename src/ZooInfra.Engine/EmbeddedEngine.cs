using ZooInfra.Engine.Events;
using ZooInfra.Engine.Planning;
using ZooInfra.Engine.Plugins;
using ZooInfra.Engine.State;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine;

/// <summary>Plans and applies stacks in this process, without the Pulumi CLI: the same programs, the same steps, the same state.</summary>
/// <param name="store">Where the states are.</param>
/// <param name="providers">Makes a provider for each package the engine hosts; called once for each provider resource of a run.</param>
/// <param name="parallel">How many resources may be worked on at once; at least 1.</param>
/// <param name="plugins">Where providers that the engine does not host are found; null when only hosted ones may be used.</param>
public sealed class EmbeddedEngine(StateStore store, IReadOnlyDictionary<string, Func<IResourceProvider>> providers, int parallel, PluginSource? plugins = null)
{
    /// <summary>What Pulumi uses when the user does not say: four times the number of processors.</summary>
    public static int DefaultParallel => 4 * Environment.ProcessorCount;

    internal StateStore Store => store;

    /// <summary>Says what an update would do. Locks nothing, writes nothing.</summary>
    /// <exception cref="StateException">The state cannot be read.</exception>
    public async Task<OperationResult> PreviewAsync(StackProgram program, Action<EngineEvent> watch, CancellationToken cancellationToken)
    {
        await using var run = new StackRun(Start(program, watch), store.Load(program.Project, program.Stack, program.Secrets), session: null);
        return await run.UpdateAsync(program, cancellationToken);
    }

    /// <summary>Says what a removal of everything would do. Locks nothing, writes nothing.</summary>
    /// <exception cref="StateException">The state cannot be read.</exception>
    public async Task<OperationResult> PreviewDestroyAsync(StackProgram program, Action<EngineEvent> watch, CancellationToken cancellationToken)
    {
        await using var run = new StackRun(Start(program, watch), store.Load(program.Project, program.Stack, program.Secrets), session: null);
        return await run.DestroyAsync(cancellationToken);
    }

    /// <summary>Says how the real resources differ from the state. Locks nothing, writes nothing.</summary>
    /// <exception cref="StateException">The state cannot be read.</exception>
    public async Task<OperationResult> DriftAsync(StackProgram program, Action<EngineEvent> watch, CancellationToken cancellationToken)
    {
        await using var run = new StackRun(Start(program, watch), store.Load(program.Project, program.Stack, program.Secrets), session: null);
        return await run.RefreshAsync(cancellationToken);
    }

    /// <summary>Says what the state of a stack holds, as it is on disk. Locks nothing.</summary>
    /// <exception cref="StateException">The state cannot be read.</exception>
    public StackLook Look(StackProgram program) => new(store.Load(program.Project, program.Stack, program.Secrets));

    /// <summary>Locks a stack for an update or a removal.</summary>
    /// <exception cref="StateException">The stack is locked, or its state cannot be read or written; nothing was changed.</exception>
    public LockedStack Lock(StackProgram program) => new(this, program, store.Open(program.Project, program.Stack, program.Secrets));

    internal RunContext Start(StackProgram program, Action<EngineEvent> watch)
        => new(program.Project, program.Stack, program.Config, program.SecretConfigKeys, program.Secrets, providers, Math.Max(1, parallel), store.Time, watch)
        {
            Options = program.Options,
            OtherStack = (project, stack) => store.Load(project, stack, program.Secrets.Of(stack)) is { Resources.IsEmpty: false } other ? other : null,
            Plugins = plugins,
        };
}
