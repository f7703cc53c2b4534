using System.CommandLine;
using Pulumi;
using ZooInfra.Cli.Commands;

namespace ZooInfra.Cli;

/// <summary>The <c>zoo</c> command line. The Main of a platform calls it and returns its exit code.</summary>
public static class ZooCommandLine
{
    /// <summary>
    /// Runs one command. When the Pulumi CLI has started this program (<c>PULUMI_MONITOR</c> is set), it is a plain Pulumi program
    /// for the client named by <c>PULUMI_STACK</c> instead.
    /// </summary>
    /// <param name="args">The arguments of Main.</param>
    /// <param name="platform">The clients.</param>
    /// <returns>The exit code for Main: 0 done, 1 failed, 2 configuration or usage, 5 a contract rule violated, 6 no such stack, 7 changes where none were expected, or drift, 8 cancelled.</returns>
    public static Task<int> RunAsync(string[] args, Platform platform)
        => PulumiProgram.IsWanted
            ? PulumiProgram.RunAsync(platform, Console.Error)
            : RunAsync(args, platform, new Terminal(Console.Out, Console.Error, Console.In, Directory.GetCurrentDirectory(), Terminal.IsInteractiveConsole), CancellationToken.None);

    internal static async Task<int> RunAsync(string[] args, Platform platform, Terminal terminal, CancellationToken cancellationToken)
    {
        var root = new RootCommand("Infrastructure contracts as C#: plans, applies and serves the clients of this platform.")
        {
            OperationCommand.Preview(platform, terminal),
            OperationCommand.Up(platform, terminal),
            OperationCommand.Refresh(platform, terminal),
            OperationCommand.Destroy(platform, terminal),
            OperationCommand.Drift(platform, terminal),
            ConfigCommand.Create(platform, terminal),
            StackCommand.Create(platform, terminal),
            RulesCommand.Create(terminal),
            ReportCommand.Create(platform, terminal),
            ServeCommand.Create(platform, terminal),
            KeyCommand.Create(platform, terminal),
            AuditCommand.Create(platform, terminal),
        };
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            // An unknown word is the reason; that no command was found is only its consequence.
            foreach (var error in parsed.Errors.Skip(parsed.UnmatchedTokens.Count > 0 && parsed.Errors.Count > 1 ? 1 : 0))
            {
                terminal.Error.WriteLine($"error: {error.Message}");
            }

            terminal.Error.WriteLine("Help: zoo --help, or zoo COMMAND --help");
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = terminal.Out,
                    Error = terminal.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
                },
                cancellationToken);
        }
        catch (CliException e)
        {
            terminal.Error.WriteLine($"error: {e.Message}");
            return e.ExitCode;
        }
        catch (RunException e)
        {
            terminal.Error.WriteLine($"error: {e.Message}");
            return ExitCode.Usage;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("Cancelled.");
            return ExitCode.Cancelled;
        }
    }
}
