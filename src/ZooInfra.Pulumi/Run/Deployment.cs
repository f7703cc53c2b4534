namespace Pulumi;

/// <summary>A run of a Pulumi program: between it and the engine go registrations, calls and diagnostics.</summary>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<Deployment?> Running = new();

    private readonly DeploymentInstance _instance;
    private Stack? _stack;

    internal Deployment(ProgramSettings settings, IMonitor monitor, IEngine engine)
    {
        (Settings, Monitor, Engine) = (settings, monitor, engine);
        Features = new(monitor);
        Diagnostics = new(this);
        Registrar = new(this);
        Functions = new(this);
        Packages = new(this);
        Callbacks = new(this);
        Config = new(settings);
        _instance = new(this);
    }

    /// <summary>The run that the calling code belongs to.</summary>
    /// <exception cref="InvalidOperationException">It belongs to none.</exception>
    public static DeploymentInstance Instance => Require()._instance;

    internal static Deployment? Current
    {
        get => Running.Value;
        set => Running.Value = value;
    }

    internal ProgramSettings Settings { get; }

    internal IMonitor Monitor { get; }

    internal IEngine Engine { get; }

    internal Features Features { get; }

    internal TaskRunner Runner { get; } = new();

    internal Diagnostics Diagnostics { get; }

    internal Registrar Registrar { get; }

    internal Functions Functions { get; }

    internal Packages Packages { get; }

    internal Callbacks Callbacks { get; }

    internal ConfigValues Config { get; }

    internal bool OutputTextIsError => Settings.OutputTextIsError;

    internal Stack? StackOrNull => _stack;

    internal static Deployment Require() => Current ?? throw new InvalidOperationException(
        "Trying to acquire Deployment.Instance before 'Run' was called: resources, configuration and logs work inside Deployment.RunAsync or Deployment.TestAsync only.");

    internal void SetStack(Stack stack)
    {
        if (Interlocked.CompareExchange(ref _stack, stack, null) is not null)
        {
            throw new InvalidOperationException("A program has one stack, and this program made a second one; make components (ComponentResource) inside of the stack instead.");
        }
    }
}
