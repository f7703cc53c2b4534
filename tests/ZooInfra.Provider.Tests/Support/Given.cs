using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Tests;

/// <summary>Short ways to write inputs, URNs and calls.</summary>
internal static class Given
{
    public const string Zone = "zoo:dns:Zone";
    public const string RecordSet = "zoo:dns:RecordSet";

    public static PropertyValue Texts(params string[] texts) => PropertyValue.Of(texts.Select(PropertyValue.Of));

    public static PropertyMap ZoneInputs(string name = "acme.example", params string[] servers) => PropertyMap.Empty
        .With("name", PropertyValue.Of(name))
        .With("nameServers", Texts(servers.Length == 0 ? ["ns1.dns.example", "ns2.dns.example"] : servers));

    public static PropertyMap SetInputs(string name, string type, params string[] records) => PropertyMap.Empty
        .With("zone", PropertyValue.Of("acme.example"))
        .With("name", PropertyValue.Of(name))
        .With("type", PropertyValue.Of(type))
        .With("records", Texts(records));

    public static ResourceUrn Urn(string type, string name = "it", string stack = "acme_corp") => ResourceUrn.Create(stack, "zoo", null, type, name);

    public static async Task<ZooProvider> ProviderAsync(TempFolder folder)
    {
        var provider = new ZooProvider(folder.Path);
        await provider.ConfigureAsync(PropertyMap.Empty.With("out", PropertyValue.Of("out")), default);
        return provider;
    }

    public static async Task<CheckResult> CheckAsync(string type, PropertyMap inputs)
        => await new ZooProvider(Path.GetTempPath()).CheckAsync(new(Urn(type), PropertyMap.Empty, inputs), default);

    /// <summary>Checks and makes; the test fails when the check does.</summary>
    public static async Task<CreateResult> MakeAsync(this IResourceProvider provider, string type, PropertyMap inputs, string stack = "acme_corp")
    {
        var check = await provider.CheckAsync(new(Urn(type, stack: stack), PropertyMap.Empty, inputs), default);
        Assert.Empty(check.Failures);
        return await provider.CreateAsync(new(Urn(type, stack: stack), check.Inputs, Preview: false), default);
    }

    public static async Task<DiffResult> DiffAsync(this IResourceProvider provider, string type, string id, PropertyMap old, PropertyMap wanted)
    {
        var before = await provider.CheckAsync(new(Urn(type), PropertyMap.Empty, old), default);
        var after = await provider.CheckAsync(new(Urn(type), PropertyMap.Empty, wanted), default);
        Assert.Empty(after.Failures);
        return await provider.DiffAsync(new(Urn(type), id, before.Inputs, before.Inputs, after.Inputs), default);
    }
}
