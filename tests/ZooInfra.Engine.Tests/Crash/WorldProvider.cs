using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Tests.Crash;

/// <summary>
/// A provider over a <see cref="World"/> that may die with its process in any call. It makes a new thing in each create, as most real ones do:
/// what the engine forgets stays behind as an orphan, what it does twice is there twice.
/// </summary>
internal sealed class WorldProvider(World world, KillSwitch kill) : IResourceProvider
{
    public string Package => "fake";

    public string Version => "1.0.0";

    public ValueTask<CheckResult> CheckConfigAsync(PropertyMap config, CancellationToken cancellationToken) => new(new CheckResult(config));

    public ValueTask ConfigureAsync(PropertyMap config, CancellationToken cancellationToken) => default;

    public ValueTask<CheckResult> CheckAsync(CheckCall call, CancellationToken cancellationToken) => new(new CheckResult(call.NewInputs));

    public ValueTask<DiffResult> DiffAsync(DiffCall call, CancellationToken cancellationToken) => new FakeProvider().DiffAsync(call, cancellationToken);

    public ValueTask<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken)
    {
        if (call.Preview)
        {
            return new(new CreateResult("", call.Inputs));
        }

        kill.Pass();
        Refuse(call.Inputs);
        var id = Guid.NewGuid().ToString("N");
        world.Make(id, call.Urn.Text, Value(call.Inputs));
        kill.Pass();
        return new(new CreateResult(id, call.Inputs));
    }

    public ValueTask<ReadResult?> ReadAsync(ReadCall call, CancellationToken cancellationToken)
        => new(world.Things.TryGetValue(call.Id, out var thing)
            ? new ReadResult(call.Id, call.Inputs.With("value", PropertyValue.Of(thing.Value)), call.Outputs.With("value", PropertyValue.Of(thing.Value)))
            : null);

    public ValueTask<PropertyMap> UpdateAsync(UpdateCall call, CancellationToken cancellationToken)
    {
        if (!call.Preview)
        {
            kill.Pass();
            Refuse(call.NewInputs);
            world.Change(call.Id, Value(call.NewInputs));
            kill.Pass();
        }

        return new(call.NewInputs);
    }

    public ValueTask DeleteAsync(DeleteCall call, CancellationToken cancellationToken)
    {
        kill.Pass();
        if (call.OldInputs.ContainsKey("stays"))
        {
            throw new ProviderException("It cannot be removed.");
        }

        // Already gone is gone.
        if (world.Things.ContainsKey(call.Id))
        {
            world.Remove(call.Id);
        }

        kill.Pass();
        return default;
    }

    private static string Value(PropertyMap inputs) => PropertyText(inputs.GetValueOrDefault("value"));

    internal static string PropertyText(PropertyValue? value) => value switch
    {
        PropertyValue.StringValue text => text.Value,
        PropertyValue.SecretValue secret => PropertyText(secret.Inner),
        _ => "",
    };

    private static void Refuse(PropertyMap inputs)
    {
        if (inputs.ContainsKey("fail"))
        {
            throw new ProviderException("It was refused.");
        }
    }
}
