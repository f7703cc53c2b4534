using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

// Runs programs in tests: no engine, no network, and any number at a time.
public sealed partial class Deployment
{
    /// <summary>Runs a program that is a class against mocks.</summary>
    /// <param name="mocks">Answers for the engine.</param>
    /// <param name="options">What the program is told.</param>
    /// <typeparam name="TStack">The class.</typeparam>
    /// <returns>The resources in the order of their registration, the stack first.</returns>
    /// <exception cref="RunException">The program failed; an <see cref="AggregateException"/> when in several ways.</exception>
    public static async Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new()
        => (await TestProgramAsync(mocks, options, () => Program(() => new TStack())).ConfigureAwait(false)).Resources;

    /// <summary>Runs a program that is a class whose constructor takes services against mocks.</summary>
    /// <param name="mocks">Answers for the engine.</param>
    /// <param name="serviceProvider">Where the services come from.</param>
    /// <param name="options">What the program is told.</param>
    /// <typeparam name="TStack">The class.</typeparam>
    /// <returns>The resources in the order of their registration, the stack first.</returns>
    /// <exception cref="RunException">The program failed; an <see cref="AggregateException"/> when in several ways.</exception>
    public static async Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack
        => (await TestProgramAsync(mocks, options, () => Program(() => (TStack)Services.Create(serviceProvider, typeof(TStack)))).ConfigureAwait(false)).Resources;

    /// <summary>Runs a program against mocks.</summary>
    /// <param name="testMocks">Answers for the engine.</param>
    /// <param name="testOptions">What the program is told.</param>
    /// <param name="createResources">The program.</param>
    /// <returns>The resources in the order of their registration, without the stack, and the outputs of the stack.</returns>
    /// <exception cref="RunException">The program failed; an <see cref="AggregateException"/> when in several ways.</exception>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
    {
        IDictionary<string, object?> outputs = new Dictionary<string, object?>();
        var (all, stack) = await TestProgramAsync(
            testMocks,
            testOptions,
            () => Program(async () => outputs = await createResources().ConfigureAwait(false), null)).ConfigureAwait(false);
        return ([.. all.Where(resource => resource != stack)], outputs);
    }

    /// <summary>Runs a program against mocks.</summary>
    /// <param name="testMocks">Answers for the engine.</param>
    /// <param name="testOptions">What the program is told.</param>
    /// <param name="createResources">The program.</param>
    /// <returns>The resources in the order of their registration, without the stack, and the outputs of the stack.</returns>
    /// <exception cref="RunException">The program failed; an <see cref="AggregateException"/> when in several ways.</exception>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources)
        => TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));

    /// <summary>Runs a program against mocks.</summary>
    /// <param name="testMocks">Answers for the engine.</param>
    /// <param name="testOptions">What the program is told.</param>
    /// <param name="createResources">The program.</param>
    /// <returns>The resources in the order of their registration, without the stack.</returns>
    /// <exception cref="RunException">The program failed; an <see cref="AggregateException"/> when in several ways.</exception>
    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
        => (await TestAsync(testMocks, testOptions, WithoutOutputs(createResources)).ConfigureAwait(false)).Resources;

    /// <summary>Runs a program against mocks.</summary>
    /// <param name="testMocks">Answers for the engine.</param>
    /// <param name="testOptions">What the program is told.</param>
    /// <param name="createResources">The program.</param>
    /// <returns>The resources in the order of their registration, without the stack.</returns>
    /// <exception cref="RunException">The program failed; an <see cref="AggregateException"/> when in several ways.</exception>
    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources)
        => TestAsync(testMocks, testOptions, () =>
        {
            createResources();
            return Task.CompletedTask;
        });

    private static async Task<(ImmutableArray<Resource> Resources, Resource? Stack)> TestProgramAsync(IMocks mocks, TestOptions? options, Func<Func<Task>> program)
    {
        ArgumentNullException.ThrowIfNull(mocks);
        var settings = ProgramSettings.ForTest(options ?? new());
        var monitor = new MockMonitor(mocks, settings.Project, settings.Stack);
        var engine = new MockEngine();
        var deployment = new Deployment(settings, monitor, engine);
        Current = deployment;
        await using var callbacks = deployment.Callbacks.ConfigureAwait(false);
        await new ProgramRun(deployment).RunAsync(program()).ConfigureAwait(false);
        return engine.Errors switch
        {
            { Count: 0 } => (monitor.Resources, deployment.StackOrNull),
            { Count: 1 } errors => throw new RunException(errors.First()),
            var errors => throw new AggregateException(errors.Select(error => new RunException(error))),
        };
    }

    private static Func<Task<IDictionary<string, object?>>> WithoutOutputs(Func<Task> program) => async () =>
    {
        await program().ConfigureAwait(false);
        return new Dictionary<string, object?>();
    };
}
