using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Planning;

/// <summary>The hooks of one resource in one step.</summary>
internal sealed class ResourceHooks(HookRunner runner, ResourceState? wanted, ResourceState? old, bool preview)
{
    /// <summary>A hook that always says "again" must come to an end.</summary>
    private const int MostRetries = 100;

    private readonly ResourceState _either = wanted ?? old!;

    public bool Has(string when) => _either.Options.Hooks.ContainsKey(when);

    /// <summary>Runs the hooks before a call.</summary>
    /// <exception cref="ProviderException">A hook failed.</exception>
    public Task BeforeAsync(string when, CancellationToken cancellationToken) => RunAsync(when, null, cancellationToken);

    /// <summary>Runs the hooks after a call.</summary>
    /// <exception cref="ProviderException">A hook failed.</exception>
    public Task AfterAsync(string when, ResourceState? made, CancellationToken cancellationToken) => RunAsync(when, made, cancellationToken);

    /// <summary>Makes a provider call: hooks before it, and error hooks that may want it to be made again.</summary>
    /// <exception cref="ProviderException">The call or a hook failed.</exception>
    public async Task<ResourceState?> AroundAsync(string before, string operation, Func<Task<ResourceState?>> call, CancellationToken cancellationToken)
    {
        await BeforeAsync(before, cancellationToken);
        var errors = new List<string>();
        while (true)
        {
            try
            {
                return await call();
            }
            catch (ProviderException e) when (!preview && Has(HookBinding.OnError) && errors.Count < MostRetries)
            {
                errors.Add(e.Message);
                if (!await RetriesAsync(operation, errors, cancellationToken))
                {
                    throw;
                }
            }
        }
    }

    private async Task<bool> RetriesAsync(string operation, List<string> errors, CancellationToken cancellationToken)
    {
        var request = new ErrorHookRequest
        {
            Urn = _either.Urn.Text,
            Id = _either.Id,
            Name = _either.Urn.Name,
            Type = _either.Type,
            NewInputs = Struct(wanted?.Inputs),
            OldInputs = Struct(old?.Inputs),
            OldOutputs = Struct(old?.Outputs),
            FailedOperation = operation,
            Errors = { errors },
        };
        var again = false;
        foreach (var name in Names(HookBinding.OnError))
        {
            again |= await runner.RetriesAsync(name, request, cancellationToken);
        }

        return again;
    }

    private async Task RunAsync(string when, ResourceState? made, CancellationToken cancellationToken)
    {
        foreach (var name in Names(when))
        {
            var request = new ResourceHookRequest
            {
                Urn = _either.Urn.Text,
                Id = (made ?? old)?.Id is { } id && id != Signatures.Unknown ? id : "",
                Name = _either.Urn.Name,
                Type = _either.Type,
                NewInputs = Struct(wanted?.Inputs),
                OldInputs = Struct(old?.Inputs),
                NewOutputs = Struct(made?.Outputs),
                OldOutputs = Struct(old?.Outputs),
            };
            await runner.RunAsync(name, request, preview, cancellationToken);
        }
    }

    private ImmutableArray<string> Names(string when) => _either.Options.Hooks.GetValueOrDefault(when, []);

    private static Struct? Struct(PropertyMap? properties) => properties is null ? null : PropertyMarshaller.ToStruct(properties, MarshalOptions.NoOutputs);
}
