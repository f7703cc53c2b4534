using ZooInfra.Engine.Monitor;
using ZooInfra.Engine.State;

namespace ZooInfra.Engine.Planning;

/// <summary>The parts of one run, put together.</summary>
internal sealed class RunParts : IAsyncDisposable
{
    private readonly CallbackClients _callbacks = new();
    private readonly ProviderFactory _factory;

    public RunParts(RunContext context, Snapshot last, StackSession? session, Func<CancellationToken, Task<string>> engineAddress)
    {
        Session = session;
        Control = new(context.Options.ContinueOnError);
        Targets = new(context.Options);
        Base = new(last);
        Executor = new(context, session);
        Registrations = new(Base);
        Goals = new(context, Registrations);
        Transforms = new(_callbacks, Registrations);
        Hooks = new(context, _callbacks);
        _factory = new(context, new BuiltinProvider(context, Registrations), engineAddress);
        Providers = new(context, Base, Executor, Registrations, _factory);
        Steps = new(context, Executor, Providers, Hooks);
        var deletion = new DeleteBeforeReplace(Base, Providers, Steps, Targets);
        Stepper = new(context, Base, Executor, Providers, Steps, deletion, new Differ(context, Providers, Registrations, Targets), Registrations, Hooks);
        Reader = new(context, Base, Executor, Providers, Steps);
        Functions = new(context, Executor, Providers, Registrations, engineAddress);
    }

    public StackSession? Session { get; }

    public RunControl Control { get; }

    public Targets Targets { get; }

    public BaseResources Base { get; }

    public StepExecutor Executor { get; }

    public Registrations Registrations { get; }

    public GoalReader Goals { get; }

    public Transforms Transforms { get; }

    public HookRunner Hooks { get; }

    public ProviderRegistry Providers { get; }

    public ProviderSteps Steps { get; }

    public ResourceStepper Stepper { get; }

    public ExternalReader Reader { get; }

    public Functions Functions { get; }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        _callbacks.Dispose();
        Control.Dispose();
        Executor.Dispose();
    }
}
