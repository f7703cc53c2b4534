using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Tests.Scenarios;

/// <summary>
/// A provider over a world in memory that does what scenarios tell it to. <c>key</c> and what is in it replaces, <c>seat</c> only after a delete;
/// a fault is given by call: <c>create a</c>, <c>delete a</c>, <c>read a</c>.
/// </summary>
internal sealed class World : IResourceProvider
{
    private int _next;

    public string Package => "fake";

    public string Version => "1.0.0";

    /// <summary>What exists, by id.</summary>
    public ConcurrentDictionary<string, PropertyMap> Ledger { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>What goes wrong, by call: a message; <c>partly: REASON</c>; <c>crash: TEXT</c>; <c>twice: TEXT</c> fails two times.</summary>
    public ConcurrentDictionary<string, string> Faults { get; } = new(StringComparer.Ordinal);

    /// <summary>Is run before a call, by call.</summary>
    public Dictionary<string, Action> Before { get; } = new(StringComparer.Ordinal);

    public ValueTask<CheckResult> CheckConfigAsync(PropertyMap config, CancellationToken cancellationToken) => new(new CheckResult(config));

    public ValueTask<DiffResult> DiffConfigAsync(DiffCall call, CancellationToken cancellationToken)
        => new(Equals(call.OldInputs.GetValueOrDefault("region"), call.NewInputs.GetValueOrDefault("region"))
            ? DiffResult.None
            : new DiffResult(DiffResult.None.Changes.Add("region", new(ChangeKind.Update, Replaces: true))));

    public ValueTask ConfigureAsync(PropertyMap config, CancellationToken cancellationToken)
    {
        Calls.Enqueue($"configure {string.Join(",", config.Select(entry => $"{entry.Key}={Show(entry.Value)}"))}");
        return default;
    }

    public ValueTask<CheckResult> CheckAsync(CheckCall call, CancellationToken cancellationToken)
    {
        // Like an auto-name: kept as long as the resource is.
        var inputs = call.NewInputs.ContainsKey("auto") ? call.NewInputs.With("auto", call.OldInputs.GetValueOrDefault("auto") ?? PropertyValue.Of("named")) : call.NewInputs;
        return new(call.NewInputs.ContainsKey("bad") ? new CheckResult(inputs, [new("bad", "must not be given")]) : new CheckResult(inputs));
    }

    public ValueTask<DiffResult> DiffAsync(DiffCall call, CancellationToken cancellationToken)
    {
        var changes = DiffResult.None.Changes.ToBuilder();
        Compare("", PropertyValue.Of(call.OldInputs), PropertyValue.Of(call.NewInputs), changes);
        return new(new DiffResult(changes.ToImmutable(), DeleteBeforeReplace: changes.ContainsKey("seat")));
    }

    public ValueTask<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken)
    {
        if (call.Preview)
        {
            return new(new CreateResult("", call.Inputs.With("made", PropertyValue.Unknown)));
        }

        var id = $"{call.Urn.Name}-{Interlocked.Increment(ref _next)}";
        Act($"create {call.Urn.Name}", call.Timeout, () =>
        {
            Ledger[id] = call.Inputs;
            return (id, Outputs(call.Inputs, id));
        });
        return new(new CreateResult(id, Outputs(call.Inputs, id)) { RefreshBeforeUpdate = call.Inputs.ContainsKey("fresh") });
    }

    public ValueTask<ReadResult?> ReadAsync(ReadCall call, CancellationToken cancellationToken)
    {
        Ledger.TryGetValue(call.Id, out var inputs);
        Act($"read {call.Urn.Name}", call.Timeout, () => (call.Id, Outputs(inputs ?? PropertyMap.Empty, call.Id)), quiet: true);
        return new(inputs is null ? null : new ReadResult(call.Id, inputs, Outputs(inputs, call.Id)) { HasInputs = call.Urn.Type != "fake:index:Opaque" });
    }

    public ValueTask<PropertyMap> UpdateAsync(UpdateCall call, CancellationToken cancellationToken)
    {
        if (!call.Preview)
        {
            Act($"update {call.Urn.Name}", call.Timeout, () =>
            {
                Ledger[call.Id] = call.NewInputs;
                return (call.Id, Outputs(call.NewInputs, call.Id));
            });
        }

        return new(Outputs(call.NewInputs, call.Id));
    }

    public ValueTask DeleteAsync(DeleteCall call, CancellationToken cancellationToken)
    {
        Act($"delete {call.Urn.Name}", call.Timeout, () =>
        {
            Ledger.TryRemove(call.Id, out _);
            return (call.Id, PropertyMap.Empty);
        });
        return default;
    }

    public ValueTask<InvokeResult> InvokeAsync(InvokeCall call, CancellationToken cancellationToken) => call.Token switch
    {
        "fake:index:echo" => new(new InvokeResult(call.Args)),
        "fake:index:seal" => new(new InvokeResult(PropertyMap.Empty.With("sealed", PropertyValue.Secret(PropertyValue.Of("hush"))))),
        "fake:index:refuse" => new(new InvokeResult(PropertyMap.Empty, [new("x", "must be even")])),
        _ => throw new ProviderException($"Package {Package} has no function '{call.Token}'."),
    };

    public ValueTask<MethodResult> CallAsync(MethodCall call, CancellationToken cancellationToken)
        => call.Token == "fake:index:Thing/greet"
            ? new(new MethodResult(PropertyMap.Empty.With("greeting", PropertyValue.Of($"hello {((PropertyValue.ResourceValue)call.Args["__self__"]).Id}")), call.ArgDependencies, []))
            : throw new ProviderException($"Package {Package} has no method '{call.Token}'.");

    private static PropertyMap Outputs(PropertyMap inputs, string id) => inputs.With("made", PropertyValue.Of(id));

    private static string Show(PropertyValue value) => value is PropertyValue.StringValue text ? text.Value : value.GetType().Name;

    private static void Compare(string path, PropertyValue? old, PropertyValue? wanted, ImmutableSortedDictionary<string, PropertyChange>.Builder changes)
    {
        switch (old, wanted)
        {
            case (PropertyValue.ObjectValue oldMap, PropertyValue.ObjectValue map):
                foreach (var key in oldMap.Properties.Keys.Union(map.Properties.Keys))
                {
                    Compare(path.Length == 0 ? key : $"{path}.{key}", oldMap.Properties.GetValueOrDefault(key), map.Properties.GetValueOrDefault(key), changes);
                }

                break;
            case (PropertyValue.ArrayValue oldArray, PropertyValue.ArrayValue array):
                for (var i = 0; i < Math.Max(oldArray.Items.Length, array.Items.Length); i++)
                {
                    Compare(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), oldArray.Items.ElementAtOrDefault(i), array.Items.ElementAtOrDefault(i), changes);
                }

                break;
            default:
                if (!Equals(old, wanted))
                {
                    var kind = old is null ? ChangeKind.Add : wanted is null ? ChangeKind.Delete : ChangeKind.Update;
                    changes[path] = new(kind, path is "key" or "seat" || path.StartsWith("key.", StringComparison.Ordinal));
                }

                break;
        }
    }

    private void Act(string call, TimeSpan? timeout, Func<(string Id, PropertyMap Outputs)> act, bool quiet = false)
    {
        Before.GetValueOrDefault(call)?.Invoke();
        if (Faults.TryGetValue(call, out var fault))
        {
            if (fault.StartsWith("partly: ", StringComparison.Ordinal))
            {
                var (id, outputs) = act();
                throw new PartialFailureException("It is not complete.", id, outputs, [fault["partly: ".Length..]]);
            }

            if (fault.StartsWith("crash: ", StringComparison.Ordinal))
            {
                throw new InvalidOperationException(fault);
            }

            if (fault.StartsWith("twice: ", StringComparison.Ordinal))
            {
                Faults[call] = "once: " + fault["twice: ".Length..];
            }
            else if (fault.StartsWith("once: ", StringComparison.Ordinal))
            {
                Faults.TryRemove(call, out _);
            }

            throw new ProviderException(fault);
        }

        act();
        if (!quiet)
        {
            Calls.Enqueue(timeout is { } limit ? string.Create(CultureInfo.InvariantCulture, $"{call} within {limit.TotalSeconds} s") : call);
        }
    }
}
