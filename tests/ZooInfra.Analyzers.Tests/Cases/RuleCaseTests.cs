using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

/// <summary>Every rule, by its cases, with all analyzers running.</summary>
public sealed class RuleCaseTests
{
    private const string Reason = "The client moves in spring";

    // All with tests of their own, older than cases, or on form and not on content.
    private static readonly HashSet<string> TestedElsewhere =
    [
        "ZOO1001", "ZOO1005", "ZOO1008", "ZOO1009", "ZOO3001", "ZOO3002", "ZOO3003",
        "ZOO9010", "ZOO9011", "ZOO9012", "ZOO9013", "ZOO9014", "ZOO9015", "ZOO9016", "ZOO9017",
    ];

    private static readonly RuleCase[] All =
    [
        .. typeof(RuleCase).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(RuleCase)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (RuleCase)Activator.CreateInstance(type)!),
    ];

    public static TheoryData<string> Names => [.. All.Select(one => one.ToString())];

    [Fact]
    public void Every_rule_has_a_case()
        => Assert.Empty(RuleBook.All.Select(rule => rule.Id).Except(All.Select(one => one.Rule.Id)).Except(TestedElsewhere));

    [Theory]
    [MemberData(nameof(Names))]
    public Task It_is_reported_once_at_its_place_with_its_whole_message(string name)
        => ClientTest.RunAsync(Find(name).Broken, Expected(Find(name), Find(name).Message, Find(name).Severity));

    [Theory]
    [MemberData(nameof(Names))]
    public Task Its_clean_twin_is_silent(string name) => ClientTest.RunAsync(Find(name).Clean);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Its_near_miss_is_silent(string name) => ClientTest.RunAsync(Find(name).NearMiss);

    [Theory]
    [MemberData(nameof(Names))]
    public Task It_is_seen_by_a_roundabout_way(string name)
        => ClientTest.RunAsync(Find(name).Roundabout, Expected(Find(name), Find(name).Message, Find(name).Severity));

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_waiver_turns_it_into_advice_that_names_its_end(string name)
    {
        var one = Find(name);
        if (!one.Rule.IsWaivable)
        {
            return Task.CompletedTask;
        }

        var waived = one.Broken with { Attributes = $"{one.Broken.Attributes}\n[Waiver(\"{one.Rule.Id}\", Reason = \"{Reason}\", ApprovedBy = \"Ana Ruiz\", Until = \"2027-03-31\", Clause = \"MSA 9\", Compensating = \"Watched daily\")]" };
        return ClientTest.RunAsync(waived, Expected(one, $"{one.Message} [waived by Ana Ruiz until 2027-03-31: {Reason}]", RuleSeverity.Info));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Generated_code_is_left_alone(string name)
    {
        var one = Find(name);
        var broken = one.Broken with { File = null };
        var diagnostics = await ClientTest.AnalyzeAsync(broken, "Acme.g.cs");

        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Location.SourceTree?.FilePath == "Acme.g.cs");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_analyzer_fails_where_it_breaks_off_at_any_token(string name)
    {
        var one = Find(name);
        var source = ClientTest.Plain(one.Roundabout.Source);
        foreach (var token in (await CSharpSyntaxTree.ParseText(source).GetRootAsync()).DescendantTokens().Skip(CSharpSyntaxTree.ParseText(RuleCase.Text.Usings).GetRoot().DescendantTokens().Count()))
        {
            var diagnostics = await ClientTest.AnalyzeAsync(one.Roundabout, "Acme.cs", source[..token.Span.End]);
            Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        }
    }

    private static RuleCase Find(string name) => All.Single(one => one.ToString() == name);

    private static DiagnosticResult Expected(RuleCase one, string message, RuleSeverity severity)
        => new DiagnosticResult(one.Rule.Id, severity switch
        {
            RuleSeverity.Error => DiagnosticSeverity.Error,
            RuleSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        }).WithMessage(message).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);
}
