using Google.Protobuf;
using Pulumirpc;
using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>Runs a transform for the engine.</summary>
internal static class Transforms
{
    public static async Task<IMessage> RunAsync(Callbacks callbacks, ResourceTransform transform, ByteString message, CancellationToken stop)
    {
        var request = DeepMessages.Parse<TransformRequest>(message.ToByteArray());
        var options = TransformOptions.Read(request.Options ?? new(), request.Custom, request.Parent, callbacks);
        var args = LiveValues.Of(PropertyMarshaller.FromStruct(request.Properties));
        if (await transform(new(request.Name, request.Type, request.Custom, args, options), stop).ConfigureAwait(false) is not { } result)
        {
            return new TransformResponse();
        }

        if (result.Options is CustomResourceOptions != request.Custom)
        {
            throw new InvalidOperationException($"A transform of '{request.Name}' returned options of the wrong kind: {result.Options.GetType().Name}.");
        }

        return new TransformResponse
        {
            Properties = PropertyMarshaller.ToStruct(await LiveValues.SerializeAsync(result.Args).ConfigureAwait(false), MarshalOptions.KeepAll),
            Options = await TransformOptions.WriteAsync(result.Options, callbacks).ConfigureAwait(false),
        };
    }
}
