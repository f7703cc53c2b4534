using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace ZooInfra.Protocol;

/// <summary>
/// Messages whose property values are nested deeper than Protobuf's stock limit of 100, which real programs exceed (protocol facts, section 1.3).
/// A client calls <see cref="Over"/>. A service puts <c>[BindServiceMethod(typeof(TheService), nameof(Bind))]</c> on its class and has a
/// <c>public static void Bind(ServiceBinderBase binder, TheGeneratedBase? service)</c> that hands <see cref="Bind"/> of the binder to the generated
/// <c>BindService</c>.
/// </summary>
public static class DeepMessages
{
    /// <summary>The largest message, in bytes, that is sent or received: 400 MiB.</summary>
    public const int MaxMessageBytes = 400 * 1024 * 1024;

    /// <summary>
    /// How deep objects and lists may be nested in a property. Real programs stay far below; the bound keeps hostile input from exhausting the stack
    /// of a small thread.
    /// </summary>
    public const int MaxNesting = 500;

    /// <summary>How deep Protobuf messages may be nested: an object takes three (struct, map entry, value), and there is a request around it all.</summary>
    public const int RecursionLimit = (3 * MaxNesting) + 20;

    /// <summary>Calls over <paramref name="channel"/> that read deep messages.</summary>
    public static CallInvoker Over(GrpcChannel channel) => new DeepCallInvoker(channel.CreateCallInvoker());

    /// <summary>A binder that gives <paramref name="binder"/> the same methods, reading deep messages.</summary>
    public static ServiceBinderBase Bind(ServiceBinderBase binder) => new DeepServiceBinder(binder);

    /// <summary>Reads a message, deep or not.</summary>
    /// <exception cref="InvalidProtocolBufferException">It is malformed or nested beyond <see cref="MaxNesting"/>.</exception>
    public static T Parse<T>(byte[] bytes)
        where T : class, IMessage
        => DeepReader.Read<T>(new(bytes));
}
