using Google.Protobuf;
using Pulumirpc;
using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>Runs a transform of function calls for the engine.</summary>
internal static class InvokeTransforms
{
    public static async Task<IMessage> RunAsync(InvokeTransform transform, ByteString message, CancellationToken stop)
    {
        var request = DeepMessages.Parse<TransformInvokeRequest>(message.ToByteArray());
        var options = new InvokeOptions
        {
            Provider = request.Options?.Provider is { Length: > 0 } provider ? DependencyProviderResource.From(provider) : null,
            Version = Given(request.Options?.Version),
            PluginDownloadURL = Given(request.Options?.PluginDownloadUrl),
        };
        var args = LiveValues.Of(PropertyMarshaller.FromStruct(request.Args));
        if (await transform(new(request.Token, args, options), stop).ConfigureAwait(false) is not { } result)
        {
            return new TransformInvokeResponse();
        }

        return new TransformInvokeResponse
        {
            Args = PropertyMarshaller.ToStruct(await LiveValues.SerializeAsync(result.Args).ConfigureAwait(false), MarshalOptions.KeepAll),
            Options = new()
            {
                Provider = result.Options.Provider is { } chosen ? await chosen.ReferenceAsync().ConfigureAwait(false) : "",
                Version = result.Options.Version ?? "",
                PluginDownloadUrl = result.Options.PluginDownloadURL ?? "",
                PluginChecksums = { request.Options?.PluginChecksums ?? [] },
            },
        };
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
