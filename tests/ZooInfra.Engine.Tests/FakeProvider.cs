using System.Collections.Concurrent;
using System.Collections.Immutable;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Tests;

/// <summary>A provider whose world is a ledger in memory. The properties <c>key</c> and <c>seat</c> replace, the second only after a delete; <c>fail</c> makes the call fail with its text.</summary>
internal sealed class FakeProvider : IResourceProvider
{
    private int _next;
    private int _running;

    public string Package => "fake";

    public string Version => "1.0.0";

    /// <summary>What exists, by id.</summary>
    public ConcurrentDictionary<string, PropertyMap> Ledger { get; } = new(StringComparer.Ordinal);

    /// <summary>The calls that changed the ledger, in order: <c>create NAME</c>.</summary>
    public ConcurrentQueue<string> Calls { get; } = [];

    public int MostAtOnce { get; private set; }

    public Func<string, Task>? BeforeCall { get; set; }

    public ValueTask<CheckResult> CheckConfigAsync(PropertyMap config, CancellationToken cancellationToken) => new(new CheckResult(config));

    public ValueTask ConfigureAsync(PropertyMap config, CancellationToken cancellationToken) => default;

    public ValueTask<CheckResult> CheckAsync(CheckCall call, CancellationToken cancellationToken)
        => new(call.NewInputs.ContainsKey("bad")
            ? new CheckResult(call.NewInputs, [new CheckFailure("bad", "must not be given")])
            : new CheckResult(call.NewInputs));

    public ValueTask<DiffResult> DiffAsync(DiffCall call, CancellationToken cancellationToken)
    {
        var changes = DiffResult.None.Changes;
        foreach (var key in call.OldInputs.Keys.Union(call.NewInputs.Keys))
        {
            var (old, wanted) = (call.OldInputs.GetValueOrDefault(key), call.NewInputs.GetValueOrDefault(key));
            if (!Equals(old, wanted))
            {
                changes = changes.Add(key, new(old is null ? ChangeKind.Add : wanted is null ? ChangeKind.Delete : ChangeKind.Update, key is "key" or "seat"));
            }
        }

        return new(new DiffResult(changes, DeleteBeforeReplace: changes.ContainsKey("seat")));
    }

    public async ValueTask<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken)
    {
        if (call.Preview)
        {
            return new("", call.Inputs.With("made", call.Inputs.ContainsKey("sealed") ? PropertyValue.Secret(PropertyValue.Unknown) : PropertyValue.Unknown));
        }

        await CallAsync("create", call.Urn, call.Inputs);
        var id = $"{call.Urn.Name}-{Interlocked.Increment(ref _next)}";
        Ledger[id] = call.Inputs;
        return new(id, call.Inputs.With("made", call.Inputs.ContainsKey("sealed") ? PropertyValue.Secret(PropertyValue.Of(id)) : PropertyValue.Of(id)));
    }

    public ValueTask<ReadResult?> ReadAsync(ReadCall call, CancellationToken cancellationToken)
        => new(Ledger.TryGetValue(call.Id, out var inputs) ? new ReadResult(call.Id, inputs, inputs.With("made", PropertyValue.Of(call.Id))) : null);

    public async ValueTask<PropertyMap> UpdateAsync(UpdateCall call, CancellationToken cancellationToken)
    {
        if (!call.Preview)
        {
            await CallAsync("update", call.Urn, call.NewInputs);
            Ledger[call.Id] = call.NewInputs;
        }

        return call.NewInputs.With("made", PropertyValue.Of(call.Id));
    }

    public async ValueTask DeleteAsync(DeleteCall call, CancellationToken cancellationToken)
    {
        await CallAsync("delete", call.Urn, call.OldInputs);
        Ledger.TryRemove(call.Id, out _);
    }

    private async Task CallAsync(string verb, ResourceUrn urn, PropertyMap inputs)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _running));
        try
        {
            await (BeforeCall?.Invoke($"{verb} {urn.Name}") ?? Task.CompletedTask);
            if (inputs.TryGetValue("fail", out var reason) && verb != "delete")
            {
                throw new ProviderException(((PropertyValue.StringValue)reason).Value);
            }

            Calls.Enqueue($"{verb} {urn.Name}");
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }
}
