using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Vpn.TestHost;

/// <summary>The provider, with points right before and right after it changes a hub: between the hub and the state is where most can be left half-made.</summary>
internal sealed class DyingProvider(IResourceProvider inner, Action<string> at) : IResourceProvider
{
    public string Package => inner.Package;

    public string Version => inner.Version;

    public ValueTask<CheckResult> CheckConfigAsync(PropertyMap config, CancellationToken cancellationToken) => inner.CheckConfigAsync(config, cancellationToken);

    public ValueTask ConfigureAsync(PropertyMap config, CancellationToken cancellationToken) => inner.ConfigureAsync(config, cancellationToken);

    public ValueTask<CheckResult> CheckAsync(CheckCall call, CancellationToken cancellationToken) => inner.CheckAsync(call, cancellationToken);

    public ValueTask<DiffResult> DiffAsync(DiffCall call, CancellationToken cancellationToken) => inner.DiffAsync(call, cancellationToken);

    public ValueTask<ReadResult?> ReadAsync(ReadCall call, CancellationToken cancellationToken) => inner.ReadAsync(call, cancellationToken);

    public async ValueTask<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken)
    {
        Reach("create-begins", call.Preview);
        var made = await inner.CreateAsync(call, cancellationToken);
        Reach("create-made", call.Preview);
        return made;
    }

    public async ValueTask<PropertyMap> UpdateAsync(UpdateCall call, CancellationToken cancellationToken)
    {
        Reach("update-begins", call.Preview);
        var made = await inner.UpdateAsync(call, cancellationToken);
        Reach("update-made", call.Preview);
        return made;
    }

    public async ValueTask DeleteAsync(DeleteCall call, CancellationToken cancellationToken)
    {
        at("delete-begins");
        await inner.DeleteAsync(call, cancellationToken);
        at("delete-made");
    }

    private void Reach(string point, bool preview)
    {
        if (!preview)
        {
            at(point);
        }
    }
}
