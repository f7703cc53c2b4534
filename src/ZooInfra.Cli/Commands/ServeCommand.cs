using System.CommandLine;
using ZooInfra.Api;

namespace ZooInfra.Cli.Commands;

/// <summary>The command that serves the contracts over HTTP.</summary>
internal static class ServeCommand
{
    public static Command Create(Platform platform, Terminal terminal)
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen, separated by semicolons.", HelpName = "URLS", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var command = new Command("serve", "Serve the contracts over HTTP until stopped.") { urls };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await Task.CompletedTask;
            return 0;
        });
        return command;
    }
}
