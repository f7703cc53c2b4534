using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Planning;

/// <summary>A provider in a preview whose configuration is not known yet: nothing can be asked of it (protocol facts, section 2.3, Configure).</summary>
internal sealed class UnconfiguredProvider(IResourceProvider inner) : IResourceProvider
{
    public string Package => inner.Package;

    public string Version => inner.Version;

    public ValueTask<CheckResult> CheckConfigAsync(PropertyMap config, CancellationToken cancellationToken) => new(new CheckResult(config));

    public ValueTask ConfigureAsync(PropertyMap config, CancellationToken cancellationToken) => default;

    public ValueTask<CheckResult> CheckAsync(CheckCall call, CancellationToken cancellationToken) => new(new CheckResult(call.NewInputs));

    public ValueTask<DiffResult> DiffAsync(DiffCall call, CancellationToken cancellationToken) => new(new DiffResult(DiffResult.None.Changes) { HasUnnamedChange = true });

    public ValueTask<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken) => new(new CreateResult("", PropertyMap.Empty));

    public ValueTask<ReadResult?> ReadAsync(ReadCall call, CancellationToken cancellationToken) => new(new ReadResult(call.Id, call.Inputs, PropertyMap.Empty));

    public ValueTask<PropertyMap> UpdateAsync(UpdateCall call, CancellationToken cancellationToken) => new(PropertyMap.Empty);

    public ValueTask DeleteAsync(DeleteCall call, CancellationToken cancellationToken) => default;

    public ValueTask<InvokeResult> InvokeAsync(InvokeCall call, CancellationToken cancellationToken) => throw new ConfigurationUnknownException();

    public ValueTask<MethodResult> CallAsync(MethodCall call, CancellationToken cancellationToken) => throw new ConfigurationUnknownException();
}
