using System.CommandLine;
using ZooInfra.Api;

namespace ZooInfra.Cli.Commands;

/// <summary>The command that serves the contracts over HTTP.</summary>
internal static class ServeCommand
{
    public static Command Create(Platform platform, Terminal terminal)
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen, separated by semicolons.", HelpName = "URLS", DefaultValueFactory = _ => ContractHostOptions.DefaultUrl };
        var allowRemote = new Option<bool>("--allow-remote") { Description = "Listen where other machines can reach it; there is no authentication yet." };
        var command = new Command("serve", "Serve the contracts over HTTP until stopped.") { urls, allowRemote };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new ContractHostOptions
            {
                Urls = parsed.GetValue(urls)!.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                AllowRemote = parsed.GetValue(allowRemote),
                Output = terminal.Out,
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
