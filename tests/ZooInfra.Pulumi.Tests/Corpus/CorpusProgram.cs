using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace ZooInfra.Pulumi.Tests;

/// <summary>A small program with what it is told and how it ends.</summary>
internal sealed class CorpusProgram
{
    public required string Name { get; init; }

    /// <summary>Runs it against an engine.</summary>
    public required Func<Task<int>> RunAsync { get; init; }

    /// <summary>Runs it against mocks.</summary>
    public required Func<IMocks, TestOptions, Task<ImmutableArray<Resource>>> TestAsync { get; init; }

    /// <summary>The engine it runs against.</summary>
    public Func<MonitorScript> Engine { get; init; } = () => new();

    public int ExitCode { get; init; }

    /// <summary>Whether it fails because of what the engine does, which mocks do not do.</summary>
    public bool EngineFails { get; init; }

    /// <summary>Not every program can be tested with mocks: the reason.</summary>
    public string? NotWithMocks { get; init; }

    public override string ToString() => Name;

    public static CorpusProgram Later(string name, Func<Task<IDictionary<string, object?>>> body, Func<MonitorScript>? engine = null, int exitCode = 0, bool engineFails = false, string? notWithMocks = null, StackOptions? options = null) => new()
    {
        Name = name,
        RunAsync = () => Deployment.RunAsync(body, options),
        TestAsync = async (mocks, testOptions) => (await Deployment.TestAsync(mocks, testOptions, body)).Resources,
        Engine = engine ?? (() => new()),
        ExitCode = exitCode,
        EngineFails = engineFails,
        NotWithMocks = notWithMocks,
    };

    public static CorpusProgram Of(string name, Func<Dictionary<string, object?>> body, Func<MonitorScript>? engine = null, int exitCode = 0, bool engineFails = false, string? notWithMocks = null, StackOptions? options = null)
        => Later(name, () => Task.FromResult<IDictionary<string, object?>>(body()), engine, exitCode, engineFails, notWithMocks, options);

    public static CorpusProgram Do(string name, Action body, Func<MonitorScript>? engine = null, int exitCode = 0, bool engineFails = false, string? notWithMocks = null, StackOptions? options = null)
        => Of(name, () =>
        {
            body();
            return [];
        }, engine, exitCode, engineFails, notWithMocks, options);

    public static CorpusProgram Of<TStack>(string name, int exitCode = 0)
        where TStack : Stack, new()
        => new()
        {
            Name = name,
            RunAsync = Deployment.RunAsync<TStack>,
            TestAsync = Deployment.TestAsync<TStack>,
            ExitCode = exitCode,
        };
}
