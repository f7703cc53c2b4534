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
        var edition = Editions(name)?[0];
        return edition is null ? null : (Body(edition, "Text"), Tag(edition, "Text"), Body(edition, "Json"), Tag(edition, "Json"));
    }

    /// <summary>The editions of an endpoint of the only client, each with its first day, text and JSON; null when it is not there.</summary>
    public IReadOnlyList<(NodaTime.LocalDate? First, string Text, string Json)>? Timeline(string name)
        => Editions(name)?.Select(edition => (Get<NodaTime.LocalDate?>(edition, "First"), Body(edition, "Text"), Body(edition, "Json"))).ToList();

    /// <summary>The names of the endpoints of the only client.</summary>
    public IReadOnlyList<string> Names() => [.. Get<System.Collections.IEnumerable>(Client(), "Endpoints").Cast<object>().Select(endpoint => Get<string>(endpoint, "Name"))];

    /// <summary>What a member of the only client's class answers now.</summary>
    public AnswerValue Ask(string name)
        => Get<Func<AnswerValue>>(Get<System.Collections.IEnumerable>(Client(), "Endpoints").Cast<object>().Single(endpoint => Get<string>(endpoint, "Name") == name), "Value")();

    private List<object>? Editions(string name)
    {
        var endpoint = Get<System.Collections.IEnumerable>(Client(), "Endpoints").Cast<object>().SingleOrDefault(e => Get<string>(e, "Name") == name);
        return endpoint is null ? null : [.. Get<System.Collections.IEnumerable>(endpoint, "Editions").Cast<object>()];
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
