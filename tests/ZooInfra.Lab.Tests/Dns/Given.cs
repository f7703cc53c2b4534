using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Lab.Tests.Dns;

/// <summary>A resource as an engine keeps it: what was asked for and what came of it.</summary>
internal sealed record Made(string Type, string Id, PropertyMap Inputs, PropertyMap Outputs);

/// <summary>Short ways to do what an engine does.</summary>
internal static class Given
{
    public const string Zone = "zoo:dns:Zone";
    public const string RecordSet = "zoo:dns:RecordSet";

    public static PropertyMap ZoneInputs(string zone = "acme.example", int ttl = 3600) => PropertyMap.Empty
        .With("name", PropertyValue.Of(zone))
        .With("nameServers", Texts($"ns1.{zone}"))
        .With("ttl", PropertyValue.Of(ttl));

    public static PropertyMap Set(string name, string type, params string[] records) => SetIn("acme.example", name, type, records);

    public static PropertyMap SetIn(string zone, string name, string type, params string[] records) => PropertyMap.Empty
        .With("zone", PropertyValue.Of(zone))
        .With("name", PropertyValue.Of(name))
        .With("type", PropertyValue.Of(type))
        .With("records", Texts(records));

    public static PropertyValue Texts(params string[] texts) => PropertyValue.Of(texts.Select(PropertyValue.Of));

    public static async Task<Made> MakeAsync(this IResourceProvider provider, string type, PropertyMap inputs)
    {
        var check = await provider.CheckAsync(new(Urn(type), PropertyMap.Empty, inputs), default);
        Assert.Empty(check.Failures);
        var made = await provider.CreateAsync(new(Urn(type), check.Inputs, Preview: false), default);
        return new(type, made.Id, check.Inputs, made.Outputs);
    }

    /// <summary>Brings a resource to its goal; the number of changed properties says whether there was anything to do.</summary>
    public static async Task<(Made Made, int Changes)> UpAsync(this IResourceProvider provider, Made made, PropertyMap inputs)
    {
        var check = await provider.CheckAsync(new(Urn(made.Type), made.Inputs, inputs), default);
        Assert.Empty(check.Failures);
        var diff = await provider.DiffAsync(new(Urn(made.Type), made.Id, made.Inputs, made.Outputs, check.Inputs), default);
        Assert.False(diff.Replaces);
        var outputs = diff.Changes.IsEmpty ? made.Outputs : await provider.UpdateAsync(new(Urn(made.Type), made.Id, made.Inputs, made.Outputs, check.Inputs, Preview: false), default);
        return (made with { Inputs = check.Inputs, Outputs = outputs }, diff.Changes.Count);
    }

    public static async Task<Made?> RefreshAsync(this IResourceProvider provider, Made made)
        => await provider.ReadAsync(new(Urn(made.Type), made.Id, made.Inputs, made.Outputs), default) is { } read ? made with { Inputs = read.Inputs, Outputs = read.Outputs } : null;

    public static ValueTask DeleteAsync(this IResourceProvider provider, Made made) => provider.DeleteAsync(new(Urn(made.Type), made.Id, made.Inputs, made.Outputs), default);

    private static ResourceUrn Urn(string type) => ResourceUrn.Create("acme_corp", "zoo", null, type, "it");
}
