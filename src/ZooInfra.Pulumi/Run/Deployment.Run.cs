using System.Reflection;
using System.Runtime.ExceptionServices;
using ZooInfra.Protocol;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Runs a program.</summary>
    /// <param name="action">Makes the resources.</param>
    /// <returns>The exit code: 0 when all went well, 1 or 32 when not.</returns>
    public static Task<int> RunAsync(Action action) => RunAsync(() =>
    {
        action();
        return Task.CompletedTask;
    });

    /// <summary>Runs a program.</summary>
    /// <param name="func">Makes the resources and returns the outputs of the stack.</param>
    /// <returns>The exit code: 0 when all went well, 1 or 32 when not.</returns>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RunAsync(() => Task.FromResult(func()));

    /// <summary>Runs a program.</summary>
    /// <param name="func">Makes the resources.</param>
    /// <returns>The exit code: 0 when all went well, 1 or 32 when not.</returns>
    public static Task<int> RunAsync(Func<Task> func) => RunAsync(WithoutOutputs(func));

    /// <summary>Runs a program.</summary>
    /// <param name="func">Makes the resources and returns the outputs of the stack.</param>
    /// <param name="options">How the stack is managed.</param>
    /// <returns>The exit code: 0 when all went well, 1 or 32 when not.</returns>
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null)
        => RunProgramAsync(Program(func, options));

    /// <summary>Runs a program that is a class.</summary>
    /// <typeparam name="TStack">The class; its constructor makes the resources.</typeparam>
    /// <returns>The exit code: 0 when all went well, 1 or 32 when not.</returns>
    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new()
        => RunProgramAsync(Program(() => new TStack()));

    /// <summary>Runs a program that is a class whose constructor takes services.</summary>
    /// <param name="serviceProvider">Where the services come from; the class itself need not be registered.</param>
    /// <typeparam name="TStack">The class; its constructor makes the resources.</typeparam>
    /// <returns>The exit code: 0 when all went well, 1 or 32 when not.</returns>
    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack
        => RunProgramAsync(Program(() => (TStack)Services.Create(serviceProvider, typeof(TStack))));

    /// <summary>Fails the program when the engine's version is not in a range.</summary>
    /// <param name="pulumiVersionRange">A semantic version range, such as <c>&gt;=3.100.0</c>.</param>
    public static Task RequirePulumiVersionAsync(string pulumiVersionRange) => EngineCalls.AnswerAsync(Require().Engine.RequirePulumiVersionAsync(pulumiVersionRange), "Checking the version of the engine");

    internal static Func<Task> Program(Func<Task<IDictionary<string, object?>>> func, StackOptions? options) => async () =>
    {
        var stack = new Stack(options);
        stack.RegisterOutputValues(await func().ConfigureAwait(false));
    };

    internal static Func<Task> Program(Func<Stack> create) => () =>
    {
        try
        {
            create().RegisterDeclaredOutputs();
        }
        catch (TargetInvocationException e) when (e.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
        }

        return Task.CompletedTask;
    };

    /// <summary>Runs a program against any engine.</summary>
    internal static async Task<int> RunProgramAsync(ProgramSettings settings, IMonitor monitor, IEngine engine, Func<Task> program)
    {
        var deployment = new Deployment(settings, monitor, engine);
        Current = deployment;
        await using var callbacks = deployment.Callbacks.ConfigureAwait(false);
        return await new ProgramRun(deployment).RunAsync(program).ConfigureAwait(false);
    }

    private static async Task<int> RunProgramAsync(Func<Task> program)
    {
        // Before the first await: the environment belongs to this call only until it returns.
        var settings = ProgramSettings.FromEnvironment();
        using var connection = RunEnvironment.Engine is { } engine ? new EngineConnection(engine) : new EngineConnection(settings.MonitorAddress, settings.EngineAddress);

        // The program itself runs after the caller has its task, so that the caller may start another with another environment.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var exitCode = await RunProgramAsync(settings, connection.Monitor, connection.Engine, program).ConfigureAwait(false);
        if (exitCode != 0)
        {
            // For a Main that drops the returned number.
            Environment.ExitCode = exitCode;
        }

        return exitCode;
    }
}
