using ZooInfra.Cli.Display;
using ZooInfra.Cli.Reports;
using ZooInfra.Cli.Workspace;
using ZooInfra.Engine;
using ZooInfra.Engine.Plugins;
using ZooInfra.Engine.State;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider;
using ZooInfra.Rules;

namespace ZooInfra.Cli.Commands;

/// <summary>Runs clients' programs as previews, judges them and writes the reports. Neither the state nor what the files backend wrote is touched.</summary>
internal sealed class ReportRunner(Platform platform, Terminal terminal, ReportRequest request)
{
    private readonly PlanFacts _facts = PlanFacts.FromEnvironment(TimeProvider.System, platform);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var clients = StackSelection.Select(platform, new OperationRequest { Operation = Operation.Preview, Stacks = request.Stacks, All = request.All });
        var project = ProjectFile.Find(terminal.WorkingDirectory);
        var engine = new EmbeddedEngine(
            new StateStore(StatePlace.Of(request.State, project, terminal), TimeProvider.System),
            new Dictionary<string, Func<IResourceProvider>>(StringComparer.Ordinal) { ["zoo"] = () => new ZooProvider(project.Root) },
            EmbeddedEngine.DefaultParallel,
            new PluginSource(project.Root, project.Plugins));
        var judged = new List<(PlanVerdicts Verdicts, IReadOnlyList<string> Problems)>();
        foreach (var client in clients)
        {
            judged.Add(await JudgeAsync(engine, project, client, cancellationToken));
        }

        cancellationToken.ThrowIfCancellationRequested();

        // Each client ran alone; only here is every one known that the report is about.
        var verdicts = PlanVerdicts.Among([.. judged.Select(entry => entry.Verdicts)], _facts);
        ClientReport[] reports = [.. verdicts.Zip(judged, (verdicts, entry) => new ClientReport(verdicts, request.Commit, entry.Problems))];
        Write(reports, verdicts);
        return request.FailOnViolation && reports.Any(report => report.IsViolated) ? ExitCode.Policy : ExitCode.Done;
    }

    private async Task<(PlanVerdicts Verdicts, IReadOnlyList<string> Problems)> JudgeAsync(EmbeddedEngine engine, ProjectFile project, Client client, CancellationToken cancellationToken)
    {
        var watch = new PlanWatch(_facts, client.Contract);
        var run = new StackRunReport(client.Id);
        try
        {
            var file = StackFile.Read(project, client.Id);
            var program = new StackProgram(
                project.Name, client.Id, file.Values(), file.SecretKeys, file.Secrets, (settings, stop) => ProgramLauncher.RunAsync(client, settings, project.Root, watch, stop));
            run.Plan = await engine.PreviewAsync(program, run.Planned.Add, cancellationToken);
        }
        catch (Exception e) when (e is StateException or CliException)
        {
            run.Problem = e.Message;
        }

        var verdicts = watch.Verdicts ?? PlanVerdicts.OfContract(client.Contract, _facts);
        return (verdicts, verdicts.IsComplete ? [] : [.. Problems(run, watch)]);
    }

    private static IEnumerable<string> Problems(StackRunReport run, PlanWatch watch)
    {
        string[] said =
        [
            .. run.Problem is { } problem ? [problem] : Array.Empty<string>(),
            .. run.Planned.Failures.Select(failure => failure.Message),
            .. run.Planned.Diagnostics.Where(message => message.Severity == Engine.Events.Severity.Error).Select(message => message.Message)
                .Where(message => !watch.Findings.Any(finding => message.StartsWith($"{finding.Rule.Id}: {finding.Message}", StringComparison.Ordinal))),
        ];
        return said.Length > 0 ? said : ["it has no contract of its own to be judged by"];
    }

    private void Write(ClientReport[] reports, IReadOnlyList<PlanVerdicts> verdicts)
    {
        var text = request.Format switch
        {
            "html" => HtmlReport.Text(reports),
            "json" => JsonReport.Text(reports),
            "sarif" => SarifLog.Text(verdicts),
            _ => MarkdownReport.Text(reports),
        };
        if (request.Output is { } file)
        {
            ReportFile.Write(terminal, file, text);
            terminal.Error.WriteLine($"Written: {file}");
        }
        else
        {
            terminal.Out.Write(text);
        }

        if (request.Sarif is { } sarif)
        {
            ReportFile.Write(terminal, sarif, SarifLog.Text(verdicts));
        }
    }
}
