using Grpc.Core;
using ZooInfra.Engine.Secrets;

namespace ZooInfra.Engine;

/// <summary>A program that describes one stack.</summary>
/// <param name="Project">The project: <c>name</c> in Pulumi.yaml.</param>
/// <param name="Stack">The stack.</param>
/// <param name="Config">Configuration by full key (<c>zoo:out</c>), decrypted; values as the protocol has them, structured ones as JSON text.</param>
/// <param name="SecretConfigKeys">The keys of <paramref name="Config"/> whose values are secret.</param>
/// <param name="Secrets">Encrypts what the stack keeps secret.</param>
/// <param name="RunAsync">Runs the program against an engine; returns its exit code (protocol facts, section 1.2).</param>
public sealed record StackProgram(
    string Project,
    string Stack,
    IReadOnlyDictionary<string, string> Config,
    IReadOnlySet<string> SecretConfigKeys,
    StackSecrets Secrets,
    Func<ProgramSettings, CancellationToken, Task<int>> RunAsync)
{
    /// <summary>How a run of it is to go.</summary>
    public RunOptions Options { get; init; } = RunOptions.None;
}

/// <summary>What a program must know to find its engine (protocol facts, section 1.2).</summary>
/// <param name="Calls">Calls to the monitor and the engine service from this process.</param>
/// <param name="AddressAsync">Where the engine listens for both, for a program that cannot use these calls: <c>127.0.0.1:PORT</c>. It begins to listen when asked first.</param>
/// <param name="Project">The project.</param>
/// <param name="Stack">The stack.</param>
/// <param name="Config">Configuration by full key, decrypted.</param>
/// <param name="SecretConfigKeys">The keys of <paramref name="Config"/> whose values are secret.</param>
/// <param name="DryRun">Whether this is a preview.</param>
/// <param name="Parallel">How many resources may be worked on at once.</param>
public sealed record ProgramSettings(
    CallInvoker Calls,
    Func<CancellationToken, Task<string>> AddressAsync,
    string Project,
    string Stack,
    IReadOnlyDictionary<string, string> Config,
    IReadOnlySet<string> SecretConfigKeys,
    bool DryRun,
    int Parallel);
