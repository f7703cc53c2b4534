using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ZooInfra.Contracts;
using ZooInfra.Roslyn;

namespace ZooInfra.Analyzers;

/// <summary>ZOO9016 and ZOO9012: a client class that no stack can be made of, or that has no usable id.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClientClassAnalyzer : TenantAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Rules.DescriptorsOf(AuthoringRules.InvalidId, AuthoringRules.ClientClassForm);

    private protected override void Start(CompilationStartAnalysisContext context)
        => context.RegisterSymbolAction(Check, SymbolKind.NamedType);

    private static void Check(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (TenantSymbols.FindTenant(type) is not { } tenant)
        {
            return;
        }

        if (tenant.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive, Value: var value }] && !(value is string id && ContractReader.IsClientId(id)))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.Descriptor(AuthoringRules.InvalidId.Id),
                TenantSymbols.Locate(type, FactPath.Client, context.CancellationToken) ?? type.Locations[0],
                value ?? "null"));
        }

        string[] faults = [.. Faults(type, context.CancellationToken)];
        if (faults.Length > 0)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.Descriptor(AuthoringRules.ClientClassForm.Id), type.Locations[0], type.Name, string.Join(" and ", faults)));
        }
    }

    private static IEnumerable<string> Faults(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (!type.DeclaringSyntaxReferences.All(part => part.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration
            && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)))
        {
            yield return "is not partial";
        }

        if (type.IsGenericType)
        {
            yield return "is generic";
        }

        if (type.ContainingType is not null)
        {
            yield return "is nested";
        }

        if (type.IsFileLocal)
        {
            yield return "is file-local";
        }

        if (type.IsStatic || type.IsAbstract)
        {
            yield return type.IsStatic ? "is static" : "is abstract";
        }

        if (!DerivesFromTenantStack(type))
        {
            yield return "does not derive from ZooInfra.TenantStack";
        }
    }

    /// <summary>A base that does not compile is the compiler's to report.</summary>
    private static bool DerivesFromTenantStack(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current.TypeKind == TypeKind.Error
                || current is { Name: "TenantStack", ContainingNamespace: { Name: "ZooInfra", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }
}
