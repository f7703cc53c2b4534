using System.Buffers;
using System.Runtime.ExceptionServices;
using Google.Protobuf;

namespace ZooInfra.Protocol;

/// <summary>Reads messages of any depth that is allowed, whatever is left of the caller's stack.</summary>
internal static class DeepReader
{
    // Protobuf takes a dozen frames, about 1.2 kB, for an object in an object.
    private const int DeepStackBytes = 16 * 1024 * 1024;

    public static T Read<T>(ReadOnlySequence<byte> bytes)
        where T : class
    {
        var message = (IMessage)Activator.CreateInstance<T>();
        try
        {
            // The stock reader needs no copy, and its limit of 100 is enough for nearly every message.
            message.MergeFrom(bytes);
            return (T)message;
        }
        catch (InvalidProtocolBufferException)
        {
            return (T)OnDeepStack(() => ReadDeep(Activator.CreateInstance<T>(), bytes.ToArray()));
        }
    }

    private static object ReadDeep(object message, byte[] bytes)
    {
        using var input = CodedInputStream.CreateWithLimits(new MemoryStream(bytes), int.MaxValue, DeepMessages.RecursionLimit);
        ((IMessage)message).MergeFrom(input);
        return message;
    }

    private static object OnDeepStack(Func<object> read)
    {
        object? result = null;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = read();
                }
                catch (Exception e)
                {
                    failure = ExceptionDispatchInfo.Capture(e);
                }
            },
            DeepStackBytes);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }
}
