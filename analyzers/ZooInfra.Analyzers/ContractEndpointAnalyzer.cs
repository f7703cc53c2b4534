using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ZooInfra.Contracts;
using ZooInfra.Roslyn;

namespace ZooInfra.Analyzers;

/// <summary>ZOO9017: what is marked with <c>[ContractEndpoint]</c> and cannot be served. The generator leaves out what this explains.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractEndpointAnalyzer : TenantAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Rules.DescriptorsOf(AuthoringRules.UnservedEndpoint);

    private protected override void Start(CompilationStartAnalysisContext context)
        => context.RegisterSymbolAction(Check, SymbolKind.NamedType);

    private static void Check(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var isClient = TenantSymbols.FindTenant(type) is not null;
        foreach (var endpoint in EndpointSymbol.Read(type))
        {
            var fault = isClient ? endpoint.Fault : "stands in a class that is no client; put it in a class with [Tenant]";
            if (fault is not null)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rules.Descriptor(AuthoringRules.UnservedEndpoint.Id), PlaceOf(endpoint, fault, context.CancellationToken), $"{type.Name}.{endpoint.Member.Name}", fault));
            }
        }
    }

    /// <summary>A name that cannot be is shown at the name; all else at the member.</summary>
    private static Location PlaceOf(EndpointSymbol endpoint, string fault, CancellationToken cancellationToken)
        => (fault.StartsWith("is called", StringComparison.Ordinal) || fault.StartsWith("takes the name", StringComparison.Ordinal))
            && endpoint.Attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { ArgumentList.Arguments: [var argument, ..] }
            ? argument.GetLocation()
            : endpoint.Member.Locations[0];
}
