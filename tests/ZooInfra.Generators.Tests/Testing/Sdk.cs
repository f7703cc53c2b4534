using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NodaTime;
using ZooInfra.Contracts;

namespace ZooInfra.Generators.Tests;

/// <summary>What a client's assembly refers to: the framework, the contracts, and ZooInfra's own sources compiled against stand-ins for Pulumi and for the stack that judges itself.</summary>
internal static class Sdk
{
    private const string PulumiStandIn = """
        namespace Pulumi
        {
            public class Stack { }
            public static class Deployment
            {
                public static string? Ran { get; private set; }
                public static System.Threading.Tasks.Task<int> RunAsync<T>() where T : Stack, new()
                {
                    Ran = new T().GetType().FullName;
                    return System.Threading.Tasks.Task.FromResult(0);
                }
            }
        }

        namespace ZooInfra
        {
            public abstract class TenantStack : Pulumi.Stack { }
        }
        """;

    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks;";

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    public static IReadOnlyList<MetadataReference> Framework { get; } =
    [
        .. Directory.EnumerateFiles(Metadata("NetCoreReferences"), "*.dll").Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(TenantContract).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Duration).Assembly.Location),
    ];

    /// <summary>The image of the assembly <c>ZooInfra</c>.</summary>
    public static byte[] ZooInfra { get; } = CompileZooInfra();

    public static IReadOnlyList<MetadataReference> References { get; } = [.. Framework, MetadataReference.CreateFromImage(ZooInfra)];

    public static string Resource(string name)
    {
        using var stream = typeof(Sdk).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"No resource {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static byte[] CompileZooInfra()
    {
        var sources = typeof(Sdk).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("ZooInfra/", StringComparison.Ordinal))
            .Select(Resource)
            .Append(PulumiStandIn)
            .Append(ImplicitUsings);
        var compilation = CSharpCompilation.Create(
            "ZooInfra",
            sources.Select(source => CSharpSyntaxTree.ParseText(source, ParseOptions)),
            Framework,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }

    private static string Metadata(string key)
        => typeof(Sdk).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!;
}
