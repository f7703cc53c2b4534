using Grpc.Core;

namespace ZooInfra.Protocol;

/// <summary>
/// What a program is told when it starts (protocol facts, section 1.2): the variables of the process, or those of one run when engine and program live
/// in one process. A run's own are seen by its own flow of control only, so that programs run side by side and no process that another run starts
/// inherits them; a configuration has secrets in clear.
/// </summary>
public static class RunEnvironment
{
    private static readonly AsyncLocal<Run?> OfThisRun = new();

    /// <summary>Calls to the engine when it lives in this process; null when it is reached at the address in the variables.</summary>
    public static CallInvoker? Engine => OfThisRun.Value?.Engine;

    /// <summary>The value of a variable; null when it is not set.</summary>
    public static string? Get(string name)
        => OfThisRun.Value is { } run && run.Variables.TryGetValue(name, out var value) ? value : Environment.GetEnvironmentVariable(name);

    /// <summary>Starts something that sees these variables, and everything it starts does.</summary>
    /// <param name="variables">The variables; what is not among them is that of the process.</param>
    /// <param name="engine">Calls to the engine in this process; null when it is reached at the address in the variables.</param>
    /// <param name="start">Begins the run and returns its task.</param>
    public static Task<int> StartAsync(IReadOnlyDictionary<string, string> variables, CallInvoker? engine, Func<Task<int>> start)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(start);
        var before = OfThisRun.Value;
        OfThisRun.Value = new(variables, engine);
        try
        {
            return start();
        }
        finally
        {
            OfThisRun.Value = before;
        }
    }

    private sealed record Run(IReadOnlyDictionary<string, string> Variables, CallInvoker? Engine);
}
