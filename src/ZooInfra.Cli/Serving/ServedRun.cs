using System.Collections.Concurrent;
using System.Collections.Immutable;
using ZooInfra.Api.Operations;
using ZooInfra.Cli.Workspace;
using ZooInfra.Engine;
using ZooInfra.Engine.Events;
using ZooInfra.Rules;

namespace ZooInfra.Cli.Serving;

/// <summary>One run of a client's program on behalf of a request, and what it said.</summary>
internal sealed class ServedRun
{
    private readonly ConcurrentQueue<(string? Urn, string Message)> _errors = [];
    private readonly StackFile _file;

    /// <exception cref="CliException">The configuration of the stack cannot be read.</exception>
    public ServedRun(Platform platform, Client client, ServedProject project, ImmutableArray<string> targets)
    {
        _file = StackFile.Read(project.File, client.Id, project.Passphrase);
        var config = new Dictionary<string, string>(_file.Values(), StringComparer.Ordinal);
        if (project.Out is { } directory)
        {
            config["zoo:out"] = directory;
        }

        RequestFile = Vpn.RequestFile.PathOf(Path.GetFullPath(config.GetValueOrDefault($"zoo:{Vpn.RequestFile.ConfigKey}") ?? Vpn.RequestFile.DefaultFolder, project.File.Root), client.Id);
        var facts = PlanFacts.FromEnvironment(project.Time, platform);
        Rules = new(facts, client.Contract);
        Program = new StackProgram(project.File.Name, client.Id, config, _file.SecretKeys, _file.Secrets, (settings, cancel) => ProgramLauncher.RunAsync(client, settings, project.File.Root, Rules = new(facts, client.Contract), cancel))
        {
            Options = new() { Targets = targets },
        };
    }

    /// <summary>The program.</summary>
    public StackProgram Program { get; }

    /// <summary>What rules said in the last run.</summary>
    public PlanWatch Rules { get; private set; }

    /// <summary>Where the program finds the peers that were requested.</summary>
    public string RequestFile { get; }

    /// <summary>Takes down what goes wrong.</summary>
    public void Watch(EngineEvent engineEvent)
    {
        switch (engineEvent)
        {
            case EngineEvent.StepFailed failed:
                _errors.Enqueue((failed.Step.Urn.Text, failed.Message));
                break;
            case EngineEvent.Diagnostic { Severity: Severity.Error } error:
                _errors.Enqueue((error.Urn, error.Message));
                break;
        }
    }

    /// <summary>What went wrong: the rule that was violated, or else the first error.</summary>
    public OperationProblem Problem()
        => Rules.Findings.FirstOrDefault(finding => finding.IsViolation) is { } finding ? new(422, $"{finding.Rule.Id}: {finding.Message}", finding.Rule.Id, finding.Urn)
            : _errors.TryPeek(out var error) ? new(502, error.Message, Urn: error.Urn)
            : new(502, $"The program of '{Program.Stack}' failed and did not say why.");

    /// <summary>Keeps the salt that came into being with the first secret beside the stack's configuration. It is in the state, too.</summary>
    public void KeepSalt()
    {
        try
        {
            _file.KeepSalt();
        }
        catch (CliException)
        {
            // The state has it; 'zoo up' tells about it.
        }
    }
}
