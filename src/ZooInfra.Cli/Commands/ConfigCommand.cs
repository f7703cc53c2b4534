using System.CommandLine;
using System.Text.Json.Nodes;
using ZooInfra.Cli.Display;
using ZooInfra.Cli.Workspace;

namespace ZooInfra.Cli.Commands;

/// <summary>The commands that read and write the configuration of a stack.</summary>
internal static class ConfigCommand
{
    public static Command Create(Platform platform, Terminal terminal) => new("config", "Read and write the configuration of a stack.")
    {
        Set(platform, terminal),
        Get(platform, terminal),
        List(platform, terminal),
        Remove(platform, terminal),
    };

    private static Command Set(Platform platform, Terminal terminal)
    {
        var stack = StackOption(platform);
        var key = new Argument<string>("KEY") { Description = "NAMESPACE:NAME; without a namespace the project's." };
        var value = new Argument<string?>("VALUE") { Description = "The value; read from standard input when not given.", Arity = ArgumentArity.ZeroOrOne };
        var secret = new Option<bool>("--secret") { Description = "Encrypt it." };
        var command = new Command("set", "Set a value.") { key, value, stack, secret };
        command.SetAction(parsed =>
        {
            var (project, file) = Open(platform, terminal, parsed.GetValue(stack)!);
            var text = parsed.GetValue(value) ?? terminal.In.ReadToEnd().TrimEnd('\r', '\n');
            file.Set(StackFile.FullKey(parsed.GetValue(key)!, project.Name), text, parsed.GetValue(secret));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Get(Platform platform, Terminal terminal)
    {
        var stack = StackOption(platform);
        var key = new Argument<string>("KEY") { Description = "NAMESPACE:NAME; without a namespace the project's." };
        var command = new Command("get", "Print a value; a secret in clear.") { key, stack };
        command.SetAction(parsed =>
        {
            var (project, file) = Open(platform, terminal, parsed.GetValue(stack)!);
            var full = StackFile.FullKey(parsed.GetValue(key)!, project.Name);
            terminal.Out.WriteLine(file.Values().TryGetValue(full, out var value)
                ? value
                : throw new CliException(ExitCode.Failed, $"Stack {parsed.GetValue(stack)} has no '{full}'."));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List(Platform platform, Terminal terminal)
    {
        var stack = StackOption(platform);
        var json = new Option<bool>("--json", "-j") { Description = "Print JSON." };
        var show = new Option<bool>("--show-secrets") { Description = "Print secrets in clear." };
        var command = new Command("ls", "Print all values.") { stack, json, show };
        command.SetAction(parsed =>
        {
            var (_, file) = Open(platform, terminal, parsed.GetValue(stack)!);
            var values = parsed.GetValue(show) ? file.Values() : file.MaskedValues();
            if (parsed.GetValue(json))
            {
                terminal.Out.WriteLine(new JsonObject(values.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value))).ToJsonString(JsonOptions.Indented));
                return ExitCode.Done;
            }

            var width = values.Keys.Select(key => key.Length).DefaultIfEmpty().Max();
            foreach (var (key, value) in values)
            {
                terminal.Out.WriteLine($"{key.PadRight(width)}  {value}");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Remove(Platform platform, Terminal terminal)
    {
        var stack = StackOption(platform);
        var key = new Argument<string>("KEY") { Description = "NAMESPACE:NAME; without a namespace the project's." };
        var command = new Command("rm", "Remove a value.") { key, stack };
        command.SetAction(parsed =>
        {
            var (project, file) = Open(platform, terminal, parsed.GetValue(stack)!);
            file.Remove(StackFile.FullKey(parsed.GetValue(key)!, project.Name));
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<string> StackOption(Platform platform)
    {
        var option = new Option<string>("--stack", "-s") { Description = "The stack, which is a client id.", HelpName = "NAME", Required = true };
        option.CompletionSources.Add(_ => platform.Clients.Select(client => new System.CommandLine.Completions.CompletionItem(client.Id)));
        return option;
    }

    private static (ProjectFile Project, StackFile File) Open(Platform platform, Terminal terminal, string stack)
    {
        StackSelection.Select(platform, new OperationRequest { Operation = Operation.Preview, Stacks = [stack] });
        var project = ProjectFile.Find(terminal.WorkingDirectory);
        return (project, StackFile.Read(project, stack));
    }
}
