using System.Collections.Immutable;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;
using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>Runs hooks for the engine; a failure of a hook is an answer, not an error of the call.</summary>
internal static class Hooks
{
    public static async Task<IMessage> RunAsync(ResourceHook hook, ByteString message, CancellationToken stop)
    {
        var request = DeepMessages.Parse<ResourceHookRequest>(message.ToByteArray());
        var args = new ResourceHookArgs(
            request.Urn, request.Id, request.Name, request.Type, Values(request.NewInputs), Values(request.OldInputs), Values(request.NewOutputs), Values(request.OldOutputs));
        try
        {
            await hook.Callback(args, stop).ConfigureAwait(false);
            return new ResourceHookResponse();
        }
        catch (Exception e)
        {
            return new ResourceHookResponse { Error = Reason(e) };
        }
    }

    public static async Task<IMessage> RunAsync(ErrorHook hook, ByteString message, CancellationToken stop)
    {
        var request = DeepMessages.Parse<ErrorHookRequest>(message.ToByteArray());
        var args = new ErrorHookArgs(
            request.Urn, request.Id, request.Name, request.Type, Values(request.NewInputs), Values(request.OldInputs), Values(request.OldOutputs), request.FailedOperation, [.. request.Errors]);
        try
        {
            return new ErrorHookResponse { Retry = await hook.Callback(args, stop).ConfigureAwait(false) };
        }
        catch (Exception e)
        {
            return new ErrorHookResponse { Error = Reason(e) };
        }
    }

    private static ImmutableDictionary<string, object?>? Values(Struct? message)
        => message is null ? null : LiveValues.Of(PropertyMarshaller.FromStruct(message));

    // The engine reads an empty error as success.
    private static string Reason(Exception e) => e.Message.Length > 0 ? e.Message : e.GetType().Name;
}
