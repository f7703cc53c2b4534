using System.Collections.Concurrent;
using Pulumirpc;
using ZooInfra.Engine.Monitor;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Planning;

/// <summary>
/// Lets the program change resources and function calls on their way: first the resource's own transforms, then those of each ancestor, then those
/// of the stack (protocol facts, section 2.1.2).
/// </summary>
internal sealed class Transforms(CallbackClients callbacks, Registrations registrations)
{
    private readonly ConcurrentQueue<Callback> _ofStack = [];
    private readonly ConcurrentQueue<Callback> _ofInvokes = [];

    public void Register(Callback transform) => _ofStack.Enqueue(transform);

    public void RegisterForInvokes(Callback transform) => _ofInvokes.Enqueue(transform);

    /// <summary>The registration as the transforms leave it.</summary>
    /// <exception cref="RunException">A transform failed.</exception>
    public async Task<RegisterResourceRequest> ApplyAsync(RegisterResourceRequest request, CancellationToken cancellationToken)
    {
        var transforms = request.Transforms.Concat(OfAncestors(request.Parent)).Concat(_ofStack).ToList();
        if (transforms.Count == 0 || request.Type == ResourceUrn.StackType)
        {
            return request;
        }

        var message = TransformMessages.Of(request);
        foreach (var transform in transforms)
        {
            var response = await CallAsync<TransformResponse>(transform, message, $"A transform of '{request.Name}' ({request.Type})", cancellationToken);
            message.Properties = response.Properties ?? message.Properties;
            message.Options = response.Options ?? message.Options;
        }

        return TransformMessages.Applied(request, message);
    }

    /// <summary>The function call as the transforms leave it.</summary>
    /// <exception cref="RunException">A transform failed.</exception>
    public async Task<ResourceInvokeRequest> ApplyAsync(ResourceInvokeRequest request, CancellationToken cancellationToken)
    {
        if (_ofInvokes.IsEmpty)
        {
            return request;
        }

        var message = new TransformInvokeRequest
        {
            Token = request.Tok,
            Args = request.Args,
            Options = new() { Provider = request.Provider, Version = request.Version, PluginDownloadUrl = request.PluginDownloadURL, PluginChecksums = { request.PluginChecksums } },
        };
        foreach (var transform in _ofInvokes)
        {
            var response = await CallAsync<TransformInvokeResponse>(transform, message, $"A transform of the function {request.Tok}", cancellationToken);
            message.Args = response.Args ?? message.Args;
            message.Options = response.Options ?? message.Options;
        }

        var changed = request.Clone();
        (changed.Args, changed.Provider, changed.Version, changed.PluginDownloadURL) = (message.Args, message.Options.Provider, message.Options.Version, message.Options.PluginDownloadUrl);
        return changed;
    }

    private IEnumerable<Callback> OfAncestors(string parent)
    {
        for (var ancestor = registrations.Find(parent); ancestor is not null; ancestor = ancestor.Goal.Parent is { } next ? registrations.Find(next.Text) : null)
        {
            foreach (var transform in ancestor.Goal.IsStack ? [] : ancestor.Goal.Transforms)
            {
                yield return transform;
            }
        }
    }

    private async Task<TResponse> CallAsync<TResponse>(Callback transform, Google.Protobuf.IMessage message, string what, CancellationToken cancellationToken)
        where TResponse : class, Google.Protobuf.IMessage
    {
        try
        {
            return await callbacks.InvokeAsync<TResponse>(transform, message, what, cancellationToken);
        }
        catch (ProviderException e)
        {
            throw new RunException(e.Message);
        }
    }
}
