using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Lab.Tests.Vpn;

/// <summary>Does with one resource what an engine does: check, create, update, refresh, delete; and remembers its state.</summary>
internal sealed class Managed(ZooProvider provider, string type, string name)
{
    public ResourceUrn Urn { get; } = ResourceUrn.Create("acme_corp", "zoo", null, type, name);

    public string Id { get; private set; } = "";

    public PropertyMap Inputs { get; private set; } = PropertyMap.Empty;

    public PropertyMap Outputs { get; private set; } = PropertyMap.Empty;

    public string Text(string output) => ((PropertyValue.StringValue)Outputs[output].Plain()).Value;

    public string[] Texts(string output) => [.. ((PropertyValue.ArrayValue)Outputs[output].Plain()).Items.Select(item => ((PropertyValue.StringValue)item.Plain()).Value)];

    public async Task CreateAsync(PropertyMap inputs)
    {
        Inputs = await CheckAsync(inputs);
        (Id, Outputs) = await provider.CreateAsync(new(Urn, Inputs, Preview: false), default);
    }

    public async Task<DiffResult> DiffAsync(PropertyMap inputs) => await provider.DiffAsync(new(Urn, Id, Inputs, Outputs, await CheckAsync(inputs)), default);

    public async Task UpdateAsync(PropertyMap inputs)
    {
        var wanted = await CheckAsync(inputs);
        Outputs = await provider.UpdateAsync(new(Urn, Id, Inputs, Outputs, wanted, Preview: false), default);
        Inputs = wanted;
    }

    public async Task RefreshAsync()
    {
        var read = await provider.ReadAsync(new(Urn, Id, Inputs, Outputs), default);
        Assert.NotNull(read);
        (Inputs, Outputs) = (read.Inputs, read.Outputs);
    }

    public Task DeleteAsync() => provider.DeleteAsync(new(Urn, Id, Inputs, Outputs), default).AsTask();

    private async Task<PropertyMap> CheckAsync(PropertyMap inputs)
    {
        var check = await provider.CheckAsync(new(Urn, Inputs, inputs), default);
        Assert.Empty(check.Failures);
        return check.Inputs;
    }
}
