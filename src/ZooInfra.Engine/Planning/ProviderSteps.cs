using ZooInfra.Engine.Events;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Planning;

/// <summary>The steps that call a provider to make, change and remove a resource, with their hooks (protocol facts, sections 5.7 and 5.15).</summary>
internal sealed class ProviderSteps(RunContext context, StepExecutor executor, ProviderRegistry providers, HookRunner hooks)
{
    /// <summary>Makes <paramref name="wanted"/>.</summary>
    /// <exception cref="StepFailedException">The provider or a hook failed; it has been reported.</exception>
    public async Task<ResourceState> CreateAsync(IResourceProvider provider, StepInfo step, ResourceState wanted, BaseEffect effect, CancellationToken cancellationToken)
    {
        var run = hooks.For(wanted, old: null, executor.Preview);
        var state = await executor.TakeAsync(
            step,
            new PendingOperation("creating", wanted),
            token => run.AroundAsync(HookBinding.BeforeCreate, "create", async () =>
            {
                var made = await provider.CreateAsync(new CreateCall(wanted.Urn, wanted.Inputs, executor.Preview) { Timeout = Timeout(wanted.Options.Timeouts.Create) }, token);
                if (made.Id.Length == 0 && !executor.Preview)
                {
                    throw new InvalidOperationException($"The provider '{provider.Package}' made {wanted.Urn} but gave it no id.");
                }

                return Made(wanted, made.Id, made.Outputs) with { RefreshBeforeUpdate = made.RefreshBeforeUpdate };
            }, token),
            effect,
            failure => Made(wanted, failure.Id, failure.Outputs) with { InitErrors = failure.Reasons },
            cancellationToken);
        await AfterAsync(run, HookBinding.AfterCreate, step, state!, cancellationToken);
        return state!;
    }

    /// <summary>Changes <paramref name="old"/> in place to <paramref name="wanted"/>.</summary>
    /// <exception cref="StepFailedException">The provider or a hook failed; it has been reported.</exception>
    public async Task<ResourceState> UpdateAsync(IResourceProvider provider, StepInfo step, ResourceState old, ResourceState wanted, BaseEffect effect, CancellationToken cancellationToken)
    {
        var run = hooks.For(wanted, old, executor.Preview);
        var state = await executor.TakeAsync(
            step,
            new PendingOperation("updating", wanted with { Outputs = old.Outputs }),
            token => run.AroundAsync(HookBinding.BeforeUpdate, "update", async () =>
            {
                var call = new UpdateCall(wanted.Urn, old.Id, old.Inputs, old.Outputs, wanted.Inputs, executor.Preview) { IgnoreChanges = wanted.IgnoreChanges, Timeout = Timeout(wanted.Options.Timeouts.Update) };
                return wanted with { Outputs = Outputs(wanted, await provider.UpdateAsync(call, token)), Modified = context.Time.GetUtcNow() };
            }, token),
            effect,
            failure => wanted with { Inputs = old.Inputs, Outputs = Outputs(wanted, failure.Outputs), InitErrors = failure.Reasons, Modified = context.Time.GetUtcNow() },
            cancellationToken);
        await AfterAsync(run, HookBinding.AfterUpdate, step, state!, cancellationToken);
        return state!;
    }

    /// <summary>Removes <paramref name="old"/>.</summary>
    /// <param name="step">What is shown.</param>
    /// <param name="old">The resource.</param>
    /// <param name="isCalled">Whether the provider has anything to do.</param>
    /// <param name="effect">What it does to the state.</param>
    /// <param name="cancellationToken">Stops the step before it begins.</param>
    /// <exception cref="StepFailedException">The provider or a hook failed; it has been reported.</exception>
    /// <exception cref="RunException">There is no provider or no hook of that name.</exception>
    public async Task DeleteAsync(StepInfo step, ResourceState old, bool isCalled, BaseEffect effect, CancellationToken cancellationToken)
    {
        // What a component does around its end is the program's, not the provider's.
        var run = hooks.For(null, old, executor.Preview);
        var isHooked = isCalled || !old.Custom;
        if (isCalled && !executor.Preview)
        {
            var provider = await providers.ForOldAsync(old, cancellationToken);
            await executor.TakeAsync(
                step,
                new PendingOperation("deleting", old),
                token => run.AroundAsync(HookBinding.BeforeDelete, "delete", async () =>
                {
                    await provider.DeleteAsync(new DeleteCall(old.Urn, old.Id, old.Inputs, old.Outputs) { Timeout = Timeout(old.Options.Timeouts.Delete) }, token);
                    return null;
                }, token),
                effect,
                partly: null,
                cancellationToken);
        }
        else
        {
            if (isHooked && run.Has(HookBinding.BeforeDelete))
            {
                await executor.RunAsync(step, () => run.BeforeAsync(HookBinding.BeforeDelete, cancellationToken));
            }

            executor.Take(step, executor.Change(upsert: null, effect));
        }

        if (isHooked)
        {
            await AfterAsync(run, HookBinding.AfterDelete, step, null, cancellationToken);
        }
    }

    /// <summary>What a provider answered: known outside a preview, secret where the program or a secret input says so (protocol facts, section 3.9).</summary>
    public PropertyMap Outputs(ResourceState wanted, PropertyMap outputs)
    {
        if (!executor.Preview && Unknowns.In(outputs))
        {
            throw new InvalidOperationException($"The provider answered for {wanted.Urn} with a value that is still unknown.");
        }

        if (wanted.AdditionalSecretOutputs.Contains("id"))
        {
            context.Report(Severity.Warning, wanted.Urn.Text, "The id of a resource cannot be kept secret; remove 'id' from additionalSecretOutputs.");
        }

        foreach (var (key, value) in outputs)
        {
            if (wanted.AdditionalSecretOutputs.Contains(key) || wanted.Inputs.GetValueOrDefault(key) is PropertyValue.SecretValue)
            {
                outputs = outputs.With(key, PropertyValue.Secret(value));
            }
        }

        return outputs;
    }

    private static TimeSpan? Timeout(double seconds) => seconds > 0 ? TimeSpan.FromSeconds(seconds) : null;

    private ResourceState Made(ResourceState wanted, string id, PropertyMap outputs)
    {
        var now = context.Time.GetUtcNow();
        return wanted with { Id = id, Outputs = Outputs(wanted, outputs), Created = now, Modified = now };
    }

    /// <summary>The step was taken and is in the state, whatever its hook says.</summary>
    private async Task AfterAsync(ResourceHooks run, string when, StepInfo step, ResourceState? state, CancellationToken cancellationToken)
    {
        if (run.Has(when))
        {
            await executor.RunAsync(step, () => run.AfterAsync(when, state, cancellationToken));
        }
    }
}
