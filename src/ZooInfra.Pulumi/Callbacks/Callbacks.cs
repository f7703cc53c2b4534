using System.Collections.Concurrent;
using Google.Protobuf;
using Pulumirpc;

namespace Pulumi;

/// <summary>Transforms and hooks of a program, which the engine calls back. The server behind them starts with the first.</summary>
internal sealed class Callbacks : IAsyncDisposable
{
    private readonly Deployment _deployment;
    private readonly ConcurrentDictionary<string, KnownHook> _hooks = new(StringComparer.Ordinal);
    private readonly Lazy<Task<CallbackServer>> _server;

    public Callbacks(Deployment deployment)
    {
        _deployment = deployment;
        _server = new(() => CallbackServer.StartAsync(deployment));
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
        {
            await (await _server.Value.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Writes the transforms and hooks of a resource into its registration.</summary>
    public async Task BindAsync(Resource resource, RegisterResourceRequest request, ResourceOptions options)
    {
        if (options.HasTransforms)
        {
            await _deployment.Features.RequireAsync("transforms", "transforms").ConfigureAwait(false);
            foreach (var transform in options.ResourceTransforms)
            {
                var callback = await OfferAsync((message, stop) => Transforms.RunAsync(this, transform, message, stop)).ConfigureAwait(false);
                if (resource is Stack)
                {
                    await _deployment.Monitor.RegisterStackTransformAsync(callback).ConfigureAwait(false);
                }
                else
                {
                    request.Transforms.Add(callback);
                }
            }
        }

        if (options.HooksOrNull is { IsEmpty: false } hooks)
        {
            await _deployment.Features.RequireAsync("resourceHooks", "resource hooks").ConfigureAwait(false);
            request.Hooks = await BindAsync(hooks).ConfigureAwait(false);
        }
    }

    public void RegisterInvokeTransform(InvokeTransform transform)
    {
        var registration = RegisterAsync();
        _deployment.Runner.Track(registration);
        _deployment.Functions.WaitFor(registration);

        async Task RegisterAsync()
        {
            await _deployment.Features.RequireAsync("invokeTransforms", "invoke transforms").ConfigureAwait(false);
            var callback = await OfferAsync((message, stop) => InvokeTransforms.RunAsync(transform, message, stop)).ConfigureAwait(false);
            await _deployment.Monitor.RegisterStackInvokeTransformAsync(callback).ConfigureAwait(false);
        }
    }

    /// <summary>The names under which the engine knows the hooks; a hook is registered when it is first bound.</summary>
    public async Task<RegisterResourceRequest.Types.ResourceHooksBinding> BindAsync(ResourceHookBinding hooks) => new()
    {
        BeforeCreate = { await NamesAsync(hooks.BeforeCreate).ConfigureAwait(false) },
        AfterCreate = { await NamesAsync(hooks.AfterCreate).ConfigureAwait(false) },
        BeforeUpdate = { await NamesAsync(hooks.BeforeUpdate).ConfigureAwait(false) },
        AfterUpdate = { await NamesAsync(hooks.AfterUpdate).ConfigureAwait(false) },
        BeforeDelete = { await NamesAsync(hooks.BeforeDelete).ConfigureAwait(false) },
        AfterDelete = { await NamesAsync(hooks.AfterDelete).ConfigureAwait(false) },
        OnError = { await NamesAsync(hooks.OnError).ConfigureAwait(false) },
    };

    /// <summary>The hooks that were registered under the names; a name from elsewhere stands for a hook that cannot be run here.</summary>
    public ResourceHookBinding Find(RegisterResourceRequest.Types.ResourceHooksBinding? names)
    {
        return names is null ? new() : new()
        {
            BeforeCreate = [.. names.BeforeCreate.Select(Hook)],
            AfterCreate = [.. names.AfterCreate.Select(Hook)],
            BeforeUpdate = [.. names.BeforeUpdate.Select(Hook)],
            AfterUpdate = [.. names.AfterUpdate.Select(Hook)],
            BeforeDelete = [.. names.BeforeDelete.Select(Hook)],
            AfterDelete = [.. names.AfterDelete.Select(Hook)],
            OnError = [.. names.OnError.Select(name => Known(name) as ErrorHook ?? new ErrorHook(name, (_, _) => throw Foreign(name)))],
        };

        object? Known(string name) => _hooks.TryGetValue(name, out var known) ? known.Hook : null;

        ResourceHook Hook(string name) => Known(name) as ResourceHook ?? new ResourceHook(name, (_, _) => throw Foreign(name));

        static InvalidOperationException Foreign(string name) => new($"The hook '{name}' belongs to another program.");
    }

    private async Task<Callback> OfferAsync(Func<ByteString, CancellationToken, Task<IMessage>> run)
        => (await _server.Value.ConfigureAwait(false)).Offer(run);

    private async Task<IReadOnlyList<string>> NamesAsync(List<ResourceHook> hooks)
    {
        foreach (var hook in hooks)
        {
            await RegisteredAsync(hook.Name, hook, async () => await _deployment.Monitor.RegisterResourceHookAsync(new()
            {
                Name = hook.Name,
                Callback = await OfferAsync((message, stop) => Hooks.RunAsync(hook, message, stop)).ConfigureAwait(false),
                OnDryRun = hook.Options?.OnDryRun ?? false,
                IgnoreErrors = hook.Options?.IgnoreErrors ?? false,
            }).ConfigureAwait(false)).ConfigureAwait(false);
        }

        return [.. hooks.Select(hook => hook.Name)];
    }

    private async Task<IReadOnlyList<string>> NamesAsync(List<ErrorHook> hooks)
    {
        foreach (var hook in hooks)
        {
            await _deployment.Features.RequireAsync("errorHooks", "error hooks").ConfigureAwait(false);
            await RegisteredAsync(hook.Name, hook, async () => await _deployment.Monitor.RegisterErrorHookAsync(new()
            {
                Name = hook.Name,
                Callback = await OfferAsync((message, stop) => Hooks.RunAsync(hook, message, stop)).ConfigureAwait(false),
            }).ConfigureAwait(false)).ConfigureAwait(false);
        }

        return [.. hooks.Select(hook => hook.Name)];
    }

    private Task RegisteredAsync(string name, object hook, Func<Task> register)
    {
        var known = _hooks.GetOrAdd(name, _ => new(hook, new(register)));
        return ReferenceEquals(known.Hook, hook)
            ? known.Registered.Value
            : throw new RunException($"Two hooks have the name '{name}'; give each hook of a program a name of its own.");
    }

    private sealed record KnownHook(object Hook, Lazy<Task> Registered);
}
