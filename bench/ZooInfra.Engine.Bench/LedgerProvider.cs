using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Bench;

/// <summary>A provider that does nothing, so that what is measured is the engine.</summary>
internal sealed class LedgerProvider : IResourceProvider
{
    private int _next;

    public string Package => "ledger";

    public string Version => "1.0.0";

    public ValueTask<CheckResult> CheckConfigAsync(PropertyMap config, CancellationToken cancellationToken) => new(new CheckResult(config));

    public ValueTask ConfigureAsync(PropertyMap config, CancellationToken cancellationToken) => default;

    public ValueTask<CheckResult> CheckAsync(CheckCall call, CancellationToken cancellationToken) => new(new CheckResult(call.NewInputs));

    public ValueTask<DiffResult> DiffAsync(DiffCall call, CancellationToken cancellationToken)
        => new(call.OldInputs.Equals(call.NewInputs) ? DiffResult.None : new DiffResult(DiffResult.None.Changes.Add("value", new(ChangeKind.Update, Replaces: false))));

    public ValueTask<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken)
        => new(new CreateResult(call.Preview ? "" : $"id-{Interlocked.Increment(ref _next)}", call.Inputs));

    public ValueTask<ReadResult?> ReadAsync(ReadCall call, CancellationToken cancellationToken) => new(new ReadResult(call.Id, call.Inputs, call.Outputs));

    public ValueTask<PropertyMap> UpdateAsync(UpdateCall call, CancellationToken cancellationToken) => new(call.NewInputs);

    public ValueTask DeleteAsync(DeleteCall call, CancellationToken cancellationToken) => default;
}
