using System.Buffers;
using System.Collections.Concurrent;
using Google.Protobuf;
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
        => Marshallers.Create(stock.ContextualSerializer, context => Parse<T>(context.PayloadAsReadOnlySequence()));

    private static T Parse<T>(ReadOnlySequence<byte> payload)
        where T : class
    {
        var message = (IMessage)Activator.CreateInstance<T>();
        try
        {
            // The stock reader needs no copy, and its limit is enough for nearly every message.
            message.MergeFrom(payload);
            return (T)message;
        }
        catch (InvalidProtocolBufferException)
        {
            message = (IMessage)Activator.CreateInstance<T>();
            using var input = CodedInputStream.CreateWithLimits(new MemoryStream(payload.ToArray()), int.MaxValue, DeepMessages.RecursionLimit);
            message.MergeFrom(input);
            return (T)message;
        }
    }
}
