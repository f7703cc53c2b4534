using System.CommandLine;
using ZooInfra.Api;
using ZooInfra.Cli.Serving;

namespace ZooInfra.Cli.Commands;

/// <summary>The command that serves the contracts over HTTP.</summary>
internal static class ServeCommand
{
    public static Command Create(Platform platform, Terminal terminal)
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen, separated by semicolons.", HelpName = "URLS", DefaultValueFactory = _ => ContractHostOptions.DefaultUrl };
        var allowRemote = new Option<bool>("--allow-remote") { Description = "Listen where other machines can reach it; there is no authentication yet." };
        var vpn = new Option<bool>("--vpn") { Description = "Take requests for VPN peers and apply them to the stacks of this project." };
        var database = new Option<string?>("--database") { Description = "The SQLite file of requests [default: .zoo/api.db beside Pulumi.yaml].", HelpName = "FILE" };
        var state = new Option<string?>("--state") { Description = "The state directory [default: .zoo/state beside Pulumi.yaml].", HelpName = "DIR" };
        var output = new Option<string?>("--out") { Description = "Where the files backend writes [default: .zoo/out beside Pulumi.yaml].", HelpName = "DIR" };
        var command = new Command("serve", "Serve the contracts over HTTP until stopped.") { urls, allowRemote, vpn, database, state, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new ContractHostOptions
            {
                Urls = parsed.GetValue(urls)!.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                AllowRemote = parsed.GetValue(allowRemote),
                Output = terminal.Out,
                Vpn = parsed.GetValue(vpn) ? VpnServing.Of(platform, terminal, parsed.GetValue(database), parsed.GetValue(state), parsed.GetValue(output)) : null,
            };
            try
            {
                await ContractHost.RunAsync(platform, options, cancellationToken);
                return ExitCode.Done;
            }
            catch (ContractHostException e)
            {
                throw new CliException(ExitCode.Failed, e.Message, e);
            }
        });
        return command;
    }
}
