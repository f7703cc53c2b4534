using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider;

namespace ZooInfra.Lab.Tests.Identity;

/// <summary>Short ways to make and read entries through the provider.</summary>
internal static class LiveDirectory
{
    public const string Unit = "zoo:identity:OrganizationalUnit";
    public const string Group = "zoo:identity:Group";
    public const string PasswordPolicy = "zoo:identity:PasswordPolicy";

    public static async Task<ZooProvider> ProviderAsync(PropertyMap config)
    {
        var provider = new ZooProvider(Path.GetTempPath());
        Assert.Empty((await provider.CheckConfigAsync(config, default)).Failures);
        await provider.ConfigureAsync(config, default);
        return provider;
    }

    public static ResourceUrn Urn(string type) => ResourceUrn.Create("acme_corp", "zoo", null, type, "it");

    public static PropertyValue Texts(params string[] texts) => PropertyValue.Of(texts.Select(PropertyValue.Of));

    public static PropertyMap UnitInputs(string name, string parent = Slapd.Base) => PropertyMap.Empty.With("parent", PropertyValue.Of(parent)).With("name", PropertyValue.Of(name));

    public static PropertyMap GroupInputs(string name, string parent, params string[] members) => UnitInputs(name, parent).With("members", Texts(members));

    public static async Task<CreateResult> MakeAsync(this ZooProvider provider, string type, PropertyMap inputs)
    {
        var check = await provider.CheckAsync(new(Urn(type), PropertyMap.Empty, inputs), default);
        Assert.Empty(check.Failures);
        return await provider.CreateAsync(new(Urn(type), check.Inputs, Preview: false), default);
    }

    public static ValueTask<ReadResult?> ReadAsync(this ZooProvider provider, string type, CreateResult made)
        => provider.ReadAsync(new(Urn(type), made.Id, made.Outputs, made.Outputs), default);

    public static async Task<CreateResult> ChangeAsync(this ZooProvider provider, string type, CreateResult made, PropertyMap inputs)
    {
        var check = await provider.CheckAsync(new(Urn(type), made.Outputs, inputs), default);
        Assert.Empty(check.Failures);
        return new(made.Id, await provider.UpdateAsync(new(Urn(type), made.Id, made.Outputs, made.Outputs, check.Inputs, Preview: false), default));
    }

    public static ValueTask RemoveAsync(this ZooProvider provider, string type, CreateResult made) => provider.DeleteAsync(new(Urn(type), made.Id, made.Outputs, made.Outputs), default);

    public static string Text(this CreateResult made, string output) => ((PropertyValue.StringValue)made.Outputs[output]).Value;
}
