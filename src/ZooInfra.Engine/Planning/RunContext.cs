using ZooInfra.Engine.Events;
using ZooInfra.Engine.Plugins;
using ZooInfra.Engine.Secrets;
using ZooInfra.Engine.State;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Planning;

/// <summary>What is the same for all steps of a run.</summary>
internal sealed record RunContext(
    string Project,
    string Stack,
    IReadOnlyDictionary<string, string> Config,
    IReadOnlySet<string> SecretConfigKeys,
    StackSecrets Secrets,
    IReadOnlyDictionary<string, Func<IResourceProvider>> Providers,
    int Parallel,
    TimeProvider Time,
    Action<EngineEvent> Watch)
{
    public RunOptions Options { get; init; } = RunOptions.None;

    /// <summary>The resources of another stack of the same state, by project and stack; null when there is no such stack.</summary>
    public required Func<string, string, Snapshot?> OtherStack { get; init; }

    /// <summary>Starts providers that are programs of their own; null when the engine only hosts its own.</summary>
    public PluginSource? Plugins { get; init; }

    public void Report(Severity severity, string? urn, string message) => Watch(new EngineEvent.Diagnostic(severity, urn, message));
}
