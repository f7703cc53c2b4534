using ZooInfra.Api.Operations;
using ZooInfra.Engine;
using ZooInfra.Protocol;

namespace ZooInfra.Cli.Serving;

/// <summary>Reads a <c>zoo:vpn:Peer</c> from a state.</summary>
internal static class PeerOutputs
{
    /// <summary>The peer; null when the state does not say its key.</summary>
    public static AppliedPeer? Read(SeenResource resource)
    {
        var outputs = resource.Outputs;
        if (Text(outputs, "publicKey") is not { } key)
        {
            return null;
        }

        var isOurs = Text(outputs, "privateKey") is not null;
        return new(key, Texts(outputs, "addresses"), Plain(outputs, "active") is PropertyValue.BoolValue { Value: true })
        {
            PreviousPublicKey = Text(outputs, "previousPublicKey"),
            Configuration = isOurs ? Text(outputs, "configuration") : null,
            QrPng = isOurs ? Text(outputs, "qrPng") : null,
        };
    }

    /// <summary>A text; null when there is none.</summary>
    public static string? Text(PropertyMap properties, string name) => (Plain(properties, name) as PropertyValue.StringValue)?.Value;

    private static IReadOnlyList<string> Texts(PropertyMap properties, string name)
        => Plain(properties, name) is PropertyValue.ArrayValue list ? [.. list.Items.OfType<PropertyValue.StringValue>().Select(item => item.Value)] : [];

    private static PropertyValue? Plain(PropertyMap properties, string name)
        => properties.TryGetValue(name, out var value) ? value is PropertyValue.SecretValue secret ? secret.Inner : value : null;
}
