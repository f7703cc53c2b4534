using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ZooInfra.Analyzers.Tests;

/// <summary>What test compilations are made of.</summary>
internal static class Sources
{
    public const string TenantStack = "namespace ZooInfra { public abstract class TenantStack { } }";

    public const string BigGovFile = """
        client: BigGov
        sla:
          availability: 99.99
        billing_model: static_mrr_plus_usage
        patch_window:
          days: [Mon, Wed]
          hours: [02:00–04:00 UTC]
        """;

    /// <summary>The targeting pack of the SDK that builds the tests, and the attributes. No package is fetched.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
    [
        .. Directory.GetFiles(Metadata("NetCoreRef"), "*.dll").Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(TenantAttribute).Assembly.Location),
    ];

    /// <summary>What a project of clients refers to: the targeting pack and the real assemblies with the components. The stand-in for TenantStack goes without.</summary>
    public static IReadOnlyList<MetadataReference> ClientReferences { get; } =
    [
        .. References,
        MetadataReference.CreateFromFile(typeof(ZooInfra.TenantStack).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Pulumi.Resource).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(NodaTime.LocalDate).Assembly.Location),
    ];

    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    /// <summary>A class of a client with these attributes, above <c>Acme</c>, after the usings.</summary>
    public static string Client(string attributes, string declaration = "public sealed partial class Acme : TenantStack { }") => $$"""
        using ZooInfra;
        using ZooInfra.Contracts;

        {{attributes}}
        {{declaration}}
        """;

    private static string Metadata(string key) => typeof(Sources).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
