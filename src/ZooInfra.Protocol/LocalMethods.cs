using Grpc.Core;

namespace ZooInfra.Protocol;

/// <summary>The methods of the services that are called within a process.</summary>
internal sealed class LocalMethods : ServiceBinderBase
{
    private readonly Dictionary<string, Delegate> _handlers = new(StringComparer.Ordinal);

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
        => _handlers.Add(method.FullName, handler!);

    public UnaryServerMethod<TRequest, TResponse>? Find<TRequest, TResponse>(IMethod method)
        where TRequest : class
        where TResponse : class
        => _handlers.GetValueOrDefault(method.FullName) as UnaryServerMethod<TRequest, TResponse>;
}
