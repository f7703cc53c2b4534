using System.CommandLine;

namespace ZooInfra.Cli.Commands;

/// <summary>The command that writes the verdict table of clients.</summary>
internal static class ReportCommand
{
    public static Command Create(Platform platform, Terminal terminal)
    {
        var shared = new OperationOptions(platform);
        var format = new Option<string>("--format", "-f") { Description = "What to write.", DefaultValueFactory = _ => "markdown" };
        format.AcceptOnlyFromAmong("markdown", "html", "json", "sarif");
        var output = new Option<string?>("--output", "-o") { Description = "Where to write it [default: standard output].", HelpName = "FILE" };
        var commit = new Option<string?>("--commit") { Description = "The commit or build that the report is about; it is printed in it.", HelpName = "ID" };
        var fail = new Option<bool>("--fail-on-violation") { Description = "Exit with 5 when a rule is violated and not waived." };
        var command = new Command("report", "Write what every contract rule says of clients, with exceptions and what is not known. Changes nothing.")
        {
            shared.Stacks, shared.All, format, output, shared.Sarif, commit, fail, shared.State,
        };
        command.SetAction((parsed, cancellationToken) => new ReportRunner(platform, terminal, new ReportRequest
        {
            Stacks = parsed.GetValue(shared.Stacks) ?? [],
            All = parsed.GetValue(shared.All),
            Format = parsed.GetValue(format)!,
            Output = parsed.GetValue(output),
            Sarif = parsed.GetValue(shared.Sarif),
            Commit = parsed.GetValue(commit),
            FailOnViolation = parsed.GetValue(fail),
            State = parsed.GetValue(shared.State),
        }).RunAsync(cancellationToken));
        return command;
    }
}
