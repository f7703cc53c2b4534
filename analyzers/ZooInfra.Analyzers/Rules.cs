using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ZooInfra.Contracts;

namespace ZooInfra.Analyzers;

/// <summary>The rule book as Roslyn wants it.</summary>
internal static class Rules
{
    private static readonly ImmutableHashSet<string> KnownOnlyAtTheEnd =
        [AuthoringRules.DuplicateId.Id, AuthoringRules.FileWithoutClass.Id, .. RuleBook.PlatformChecks.SelectMany(check => check.Rules).Select(rule => rule.Id)];

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Descriptors =
        RuleBook.All.ToImmutableDictionary(rule => rule.Id, Describe);

    public static DiagnosticDescriptor Descriptor(string id) => Descriptors[id];

    public static ImmutableArray<DiagnosticDescriptor> DescriptorsOf(params Rule[] rules) => [.. rules.Select(rule => rule.Id).Distinct().Select(id => Descriptors[id])];

    public static DiagnosticSeverity SeverityOf(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => DiagnosticSeverity.Error,
        RuleSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

    private static DiagnosticDescriptor Describe(Rule rule) => new(
        rule.Id,
        rule.Title,
        rule.MessageFormat,
        rule.Family.ToString(),
        SeverityOf(rule.Severity),
        isEnabledByDefault: true,
        helpLinkUri: rule.HelpLink.ToString(),
        customTags: KnownOnlyAtTheEnd.Contains(rule.Id) ? [WellKnownDiagnosticTags.CompilationEnd] : []);
}
