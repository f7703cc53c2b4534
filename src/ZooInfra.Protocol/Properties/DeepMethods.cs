using System.Collections.Concurrent;
using Grpc.Core;

namespace ZooInfra.Protocol;

/// <summary>The methods of the generated services with marshallers that read deep messages.</summary>
internal static class DeepMethods
{
    private static readonly ConcurrentDictionary<IMethod, IMethod> Cache = new();

    public static Method<TRequest, TResponse> Of<TRequest, TResponse>(Method<TRequest, TResponse> method)
        where TRequest : class
        where TResponse : class
        => (Method<TRequest, TResponse>)Cache.GetOrAdd(method, _ => new Method<TRequest, TResponse>(
            method.Type, method.ServiceName, method.Name, Deep(method.RequestMarshaller), Deep(method.ResponseMarshaller)));

    private static Marshaller<T> Deep<T>(Marshaller<T> stock)
        where T : class
        => Marshallers.Create(stock.ContextualSerializer, context => DeepReader.Read<T>(context.PayloadAsReadOnlySequence()));
}
