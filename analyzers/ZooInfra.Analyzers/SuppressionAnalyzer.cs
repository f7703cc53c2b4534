using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ZooInfra.Contracts;
using ZooInfra.Roslyn;

namespace ZooInfra.Analyzers;

/// <summary>ZOO3003: <c>#pragma warning disable</c> and <c>SuppressMessage</c> of a ZOO rule. An exception from a contract has an approver and an end; these have neither.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SuppressionAnalyzer : TenantAnalyzer
{
    private const string Prefix = "ZOO";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Rules.DescriptorsOf(RegimeRules.SuppressedRule);

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        context.RegisterSyntaxTreeAction(CheckPragmas);
        context.RegisterSyntaxNodeAction(CheckAttribute, SyntaxKind.Attribute);
    }

    private static void CheckPragmas(SyntaxTreeAnalysisContext context)
    {
        var root = context.Tree.GetRoot(context.CancellationToken);
        if (!root.ContainsDirectives)
        {
            return;
        }

        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is PragmaWarningDirectiveTriviaSyntax pragma && pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword))
            {
                if (pragma.ErrorCodes.Count == 0 && root.DescendantNodes().OfType<AttributeSyntax>().Any(attribute => LastName(attribute.Name) is "Tenant" or "TenantAttribute"))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rules.Descriptor(RegimeRules.SuppressedRule.Id), pragma.GetLocation(), FixProperties.Of(RuleFix.Remove("Stop silencing every rule")), "#pragma warning disable", "every rule"));
                }

                foreach (var code in pragma.ErrorCodes.Where(code => IsRule(code.ToString())))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rules.Descriptor(RegimeRules.SuppressedRule.Id), code.GetLocation(), FixProperties.Of(RuleFix.Remove("Stop silencing " + code)), "#pragma warning disable", code.ToString()));
                }
            }
        }
    }

    private static void CheckAttribute(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.ArgumentList is { Arguments: [_, var check, ..] }
            && LastName(attribute.Name) is "SuppressMessage" or "SuppressMessageAttribute" or "UnconditionalSuppressMessage" or "UnconditionalSuppressMessageAttribute"
            && context.SemanticModel.GetConstantValue(attribute.ArgumentList!.Arguments[1].Expression, context.CancellationToken).Value is string id
            && IsRule(id))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.Descriptor(RegimeRules.SuppressedRule.Id), attribute.ArgumentList.Arguments[1].GetLocation(), FixProperties.Of(RuleFix.Remove("Remove the attribute")), "SuppressMessage", id.Split(':')[0].Trim()));
        }
    }

    private static bool IsRule(string code)
        => code.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && code.Length > Prefix.Length && char.IsDigit(code[Prefix.Length]);

    private static string LastName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
