using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using ZooInfra.Contracts;

namespace ZooInfra.Generators.Tests;

/// <summary>Built projects, loaded together as one program.</summary>
internal sealed class LoadedProject : IDisposable
{
    private readonly AssemblyLoadContext _context = new("clients", isCollectible: true);

    public LoadedProject(params TestProject[] projects)
    {
        ZooInfra = Load(Sdk.ZooInfra);
        Assemblies = [.. projects.Select(project => Load(Image(project.Build())))];
    }

    public Assembly ZooInfra { get; }

    public IReadOnlyList<Assembly> Assemblies { get; }

    /// <summary>The clients of an assembly, as <c>ZooClients.All</c> lists them.</summary>
    public IReadOnlyList<object> Clients(int assembly = 0)
    {
        var registry = Assemblies[assembly].GetTypes().Single(type => type.Name == "ZooClients");
        return [.. ((System.Collections.IEnumerable)registry.GetProperty("All")!.GetValue(null)!).Cast<object>()];
    }

    /// <summary>The only client of the only assembly.</summary>
    public object Client() => Assert.Single(Clients());

    public TenantContract Contract() => Get<TenantContract>(Client(), "Contract");

    /// <summary>The bodies of an endpoint of the only client; null when it is not there.</summary>
    public (string Text, string TextTag, string Json, string JsonTag)? Endpoint(string name)
    {
        var endpoint = Get<System.Collections.IEnumerable>(Client(), "Endpoints").Cast<object>().SingleOrDefault(e => Get<string>(e, "Name") == name);
        return endpoint is null ? null : (Body(endpoint, "Text"), Tag(endpoint, "Text"), Body(endpoint, "Json"), Tag(endpoint, "Json"));
    }

    public static T Get<T>(object instance, string property) => (T)instance.GetType().GetProperty(property)!.GetValue(instance)!;

    public void Dispose() => _context.Unload();

    private static string Body(object endpoint, string body)
        => System.Text.Encoding.UTF8.GetString(Get<ReadOnlyMemory<byte>>(Get<object>(endpoint, body), "Content").Span);

    private static string Tag(object endpoint, string body) => Get<string>(Get<object>(endpoint, body), "ETag");

    private static byte[] Image(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default)).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }

    private Assembly Load(byte[] image)
    {
        using var stream = new MemoryStream(image);
        return _context.LoadFromStream(stream);
    }
}
