using ZooInfra.Engine.Events;
using ZooInfra.Engine.Secrets;
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
    public void Report(Severity severity, string? urn, string message) => Watch(new EngineEvent.Diagnostic(severity, urn, message));
}
