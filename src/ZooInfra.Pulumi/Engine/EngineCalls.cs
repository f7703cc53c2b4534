using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>Calls to the engine whose refusal is an explained failure of the program.</summary>
internal static class EngineCalls
{
    /// <summary>Waits for an answer.</summary>
    /// <param name="call">The call.</param>
    /// <param name="what">What was asked for, as the start of a sentence.</param>
    /// <exception cref="RunException">The engine refused; it is not shutting down.</exception>
    public static async Task<T> AnswerAsync<T>(Task<T> call, string what)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (RpcException e) when (e.Status.DebugException is InvalidProtocolBufferException malformed)
        {
            throw new RunException($"{what} failed: the engine's answer is malformed. {malformed.Message}", e);
        }
        catch (RpcException e) when (e.StatusCode is not (StatusCode.Unavailable or StatusCode.Cancelled))
        {
            throw new RunException($"{what} failed: {e.Status.Detail}", e);
        }
    }

    /// <summary>Reads the properties of an answer.</summary>
    /// <param name="message">The properties.</param>
    /// <param name="what">What was asked for, as the start of a sentence.</param>
    /// <exception cref="RunException">They are not what the protocol says.</exception>
    public static PropertyMap Read(Struct? message, string what)
    {
        try
        {
            return PropertyMarshaller.FromStruct(message);
        }
        catch (FormatException e)
        {
            throw new RunException($"{what} failed: the engine's answer is malformed. {e.Message}", e);
        }
    }
}
