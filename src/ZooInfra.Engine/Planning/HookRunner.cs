using System.Collections.Concurrent;
using Pulumirpc;
using ZooInfra.Engine.Events;
using ZooInfra.Engine.Monitor;
using ZooInfra.Engine.State;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Planning;

/// <summary>The hooks of a program, which it registers by name (protocol facts, sections 2.1.8 and 5.15).</summary>
internal sealed class HookRunner(RunContext context, CallbackClients callbacks)
{
    private readonly ConcurrentDictionary<string, RegisterResourceHookRequest> _hooks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Callback> _errorHooks = new(StringComparer.Ordinal);

    /// <exception cref="RunException">The name is taken.</exception>
    public void Register(RegisterResourceHookRequest hook)
    {
        if (!_hooks.TryAdd(hook.Name, hook))
        {
            throw new RunException($"Two hooks have the name '{hook.Name}'; give each hook of a program a name of its own.");
        }
    }

    /// <exception cref="RunException">The name is taken.</exception>
    public void Register(RegisterErrorHookRequest hook)
    {
        if (!_errorHooks.TryAdd(hook.Name, hook.Callback))
        {
            throw new RunException($"Two error hooks have the name '{hook.Name}'; give each hook of a program a name of its own.");
        }
    }

    /// <summary>The hooks of one resource in one step.</summary>
    /// <param name="wanted">The resource as it is to be; null when it is to go.</param>
    /// <param name="old">The resource as it was; null when it is new.</param>
    /// <param name="preview">Whether nothing is really done; then most hooks do not run.</param>
    public ResourceHooks For(ResourceState? wanted, ResourceState? old, bool preview) => new(this, wanted, old, preview);

    /// <exception cref="ProviderException">The hook failed, or it is not there.</exception>
    public async Task RunAsync(string name, ResourceHookRequest request, bool preview, CancellationToken cancellationToken)
    {
        if (!_hooks.TryGetValue(name, out var hook))
        {
            throw NotThere(name);
        }

        if (preview && !hook.OnDryRun)
        {
            return;
        }

        var problem = await ProblemAsync(hook, request, cancellationToken);
        if (problem.Length == 0)
        {
            return;
        }

        if (!hook.IgnoreErrors)
        {
            throw new ProviderException($"Hook '{name}' failed: {problem}");
        }

        context.Report(Severity.Warning, request.Urn, $"Hook '{name}' failed, which it may: {problem}");
    }

    /// <summary>Asks an error hook whether to try again.</summary>
    /// <exception cref="ProviderException">The hook failed, or it is not there.</exception>
    public async Task<bool> RetriesAsync(string name, ErrorHookRequest request, CancellationToken cancellationToken)
    {
        var callback = _errorHooks.TryGetValue(name, out var found) ? found : throw NotThere(name);
        var response = await callbacks.InvokeAsync<ErrorHookResponse>(callback, request, $"Error hook '{name}'", cancellationToken);
        return response.Error.Length == 0 ? response.Retry : throw new ProviderException($"Error hook '{name}' failed: {response.Error}");
    }

    private static ProviderException NotThere(string name)
        => new($"Hook '{name}' is not there. Hooks run in the program, which a removal of the whole stack does not start: remove the resource from the program and run an update.");

    private async Task<string> ProblemAsync(RegisterResourceHookRequest hook, ResourceHookRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return (await callbacks.InvokeAsync<ResourceHookResponse>(hook.Callback, request, $"Hook '{hook.Name}'", cancellationToken)).Error;
        }
        catch (ProviderException e)
        {
            return e.Message;
        }
    }
}
