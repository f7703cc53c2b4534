using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ZooInfra.Generators.Tests;

public sealed class CachingTests
{
    private static readonly string[] Steps = [StepNames.Classes, StepNames.Files, StepNames.Sources, StepNames.Clients, StepNames.Registry];

    private readonly ContractText _file = new("contracts/biggov.contract.yaml", Source.BigGovFile);
    private readonly TestProject _project;

    public CachingTests()
    {
        _project = new("Clients", "Stacks", [_file], [Source.Acme, Source.BigGov, "class Unrelated;"]);
        _project.Run();
    }

    [Fact]
    public void Edit_elsewhere_redoes_nothing()
    {
        var run = _project.Edit(2, "class Unrelated { int X => 1; }").Run();

        Assert.All(Steps, step => Assert.All(Reasons(run, step), IsOld));
        Assert.All(OutputReasons(run), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Edit_inside_a_clients_constructor_redoes_nothing()
    {
        var run = _project.Edit(0, Source.Acme.TrimEnd('}') + "    public AcmeCorp() { }\n}").Run();

        Assert.All(OutputReasons(run), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Edit_of_one_clients_class_redoes_that_client_alone()
    {
        var run = _project.Edit(0, Source.Acme.Replace("99.99", "99.9", StringComparison.Ordinal)).Run();

        Assert.Equal(["acme_corp"], Redone(run));
        Assert.All(Reasons(run, StepNames.Registry), IsOld);
        Assert.Single(OutputReasons(run), reason => reason == IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void Edit_of_one_clients_file_redoes_that_client_alone()
    {
        var run = _project.EditFile(_file, new(_file.Path, Source.BigGovFile.Replace("99.99", "99.9", StringComparison.Ordinal))).Run();

        Assert.Equal(["biggov"], Redone(run));
        Assert.All(Reasons(run, StepNames.Registry), IsOld);
        Assert.Single(OutputReasons(run), reason => reason == IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void Edit_of_a_version_redoes_that_client_alone()
    {
        var run = _project.EditFile(_file, new(_file.Path, Source.BigGovFile.Replace("99.99", "99.99\n  effective: 2026-01-01", StringComparison.Ordinal) + "\nsla_versions:\n  - effective: 2024-01-01\n    availability: 99.9\n")).Run();

        Assert.Equal(["biggov"], Redone(run));
        Assert.All(Reasons(run, StepNames.Registry), IsOld);
        Assert.Single(OutputReasons(run), reason => reason == IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void Edit_of_what_a_class_serves_redoes_that_client_alone_and_only_when_the_answer_is_another_type()
    {
        var with = Source.Acme.TrimEnd('}') + "    [ContractEndpoint(\"seats\")] public static int Seats => 1;\n}";
        var added = _project.Edit(0, with).Run();
        Assert.Equal(["acme_corp"], Redone(added));

        var value = _project.Edit(0, with.Replace("=> 1", "=> 2", StringComparison.Ordinal)).Run();
        Assert.All(OutputReasons(value), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));

        var type = _project.Edit(0, with.Replace("static int", "static string?", StringComparison.Ordinal).Replace("=> 1", "=> null", StringComparison.Ordinal)).Run();
        Assert.Equal(["acme_corp"], Redone(type));
        Assert.Single(OutputReasons(type), reason => reason == IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void Edit_of_a_record_in_another_file_redoes_the_client_that_serves_it()
    {
        var project = new TestProject("Clients", "Stacks", [], [Source.Acme.TrimEnd('}') + "    [ContractEndpoint(\"place\")] public static Place Home => new(1);\n}", Source.Client(""), "public record Place(int Floor);"]);
        project.Run();

        var run = project.Edit(2, "public record Place(int Floor) { public string City => \"Bern\"; }").Run();

        Assert.Equal(["acme_corp"], Redone(run));
    }

    [Fact]
    public void Comment_in_a_contract_file_redoes_no_client()
    {
        var run = _project.EditFile(_file, new(_file.Path, "# signed\n" + Source.BigGovFile)).Run();

        Assert.All(OutputReasons(run), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Steps_keep_no_symbol_syntax_or_place_alive()
    {
        var run = _project.Run();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var output in Steps.SelectMany(step => run.TrackedSteps[step]).SelectMany(step => step.Outputs))
        {
            Walk(output.Value, seen);
        }

        Assert.True(seen.Count > 20);
    }

    private static void Walk(object? node, HashSet<object> seen)
    {
        if (node is null || node is string || node.GetType().IsPrimitive || node.GetType().IsEnum || !seen.Add(node))
        {
            return;
        }

        Assert.False(node is ISymbol or Compilation or SyntaxNode or SyntaxTree or SyntaxReference or Location or SourceText or AdditionalText or AttributeData, node.GetType().FullName);
        if (node is IEnumerable items)
        {
            foreach (var item in items)
            {
                Walk(item, seen);
            }
        }

        for (var type = node.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Walk(field.GetValue(node), seen);
            }
        }
    }

    private static IEnumerable<string> Redone(GeneratorRunResult run)
        => run.TrackedSteps[StepNames.Clients]
            .SelectMany(step => step.Outputs)
            .Where(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
            .Select(output => ((ClientSpec)output.Value).Class.Facts.Id);

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult run, string step)
        => run.TrackedSteps[step].SelectMany(s => s.Outputs).Select(output => output.Reason);

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRunResult run)
        => run.TrackedOutputSteps.SelectMany(pair => pair.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);

    private static void IsOld(IncrementalStepRunReason reason)
        => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString());
}
