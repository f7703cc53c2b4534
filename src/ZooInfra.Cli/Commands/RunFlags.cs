using System.CommandLine;
using ZooInfra.Engine;

namespace ZooInfra.Cli.Commands;

/// <summary>The options that say which resources a run is about and what a failure stops, with the names of the Pulumi CLI.</summary>
internal sealed class RunFlags
{
    private readonly Option<string[]> _targets = new("--target", "-t") { Description = "Only this resource, a URN; * stands for a part of one, ** for any. May be given several times.", HelpName = "URN", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _dependents = new("--target-dependents") { Description = "What depends on a target is one, too." };
    private readonly Option<string[]> _replace = new("--replace") { Description = "Replace this resource, changed or not; a URN as in --target.", HelpName = "URN", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> _targetReplace = new("--target-replace") { Description = "--target and --replace in one.", HelpName = "URN", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _continue = new("--continue-on-error") { Description = "A resource that fails stops only what depends on it." };

    /// <summary>Gives <paramref name="command"/> the options that make sense for <paramref name="operation"/>.</summary>
    public void AddTo(Command command, Operation operation)
    {
        command.Options.Add(_targets);
        command.Options.Add(_dependents);
        if (operation is Operation.Preview or Operation.Up)
        {
            command.Options.Add(_replace);
            command.Options.Add(_targetReplace);
        }

        if (operation is Operation.Preview or Operation.Up or Operation.Destroy)
        {
            command.Options.Add(_continue);
        }
    }

    public RunOptions Read(ParseResult parsed)
    {
        var both = parsed.GetValue(_targetReplace) ?? [];
        return new()
        {
            Targets = [.. parsed.GetValue(_targets) ?? [], .. both],
            TargetDependents = parsed.GetValue(_dependents),
            Replace = [.. parsed.GetValue(_replace) ?? [], .. both],
            ContinueOnError = parsed.GetValue(_continue),
        };
    }
}
