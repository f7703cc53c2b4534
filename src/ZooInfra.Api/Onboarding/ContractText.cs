using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ZooInfra.Api.Onboarding;

/// <summary>A contract as a caller sends it.</summary>
/// <param name="Text">What was sent: positions in answers are of this text.</param>
/// <param name="Yaml">The same as a contract file.</param>
internal sealed record ContractText(string Text, string Yaml)
{
    /// <summary>The longest contract, in octets.</summary>
    public const int LongestContract = 256 * 1024;

    private const int DeepestJson = 32;
    private const string EndOfDocument = "...\n";

    private static readonly HashSet<string> Meanings = new(["null", "true", "false", "yes", "no", "on", "off", "y", "n"], StringComparer.OrdinalIgnoreCase);

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the body. Null when it is none; then the status and the sentence say why.</summary>
    public static async Task<(ContractText? Contract, int Status, string? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed.MediaType.Value?.ToLowerInvariant() : null;
        if (type is not ("application/json" or "application/yaml" or "application/x-yaml" or "text/yaml" or "text/x-yaml"))
        {
            return (null, StatusCodes.Status415UnsupportedMediaType, "Send the contract as application/yaml or application/json.");
        }

        if (request.ContentLength > LongestContract)
        {
            return TooLong;
        }

        var buffer = new byte[LongestContract + 1];
        int length;
        try
        {
            length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            // Kestrel says this of a body that went wrong before anybody read it.
            return (null, StatusCodes.Status400BadRequest, "The body cannot be read: it is cut off, or not as its headers say.");
        }

        if (length > LongestContract)
        {
            return TooLong;
        }

        try
        {
            var text = Strict.GetString(buffer, 0, length).TrimStart('\uFEFF');
            return type == "application/json" ? OfJson(text) : (new(text, text), 0, null);
        }
        catch (DecoderFallbackException e)
        {
            return (null, StatusCodes.Status400BadRequest, $"The body is no UTF-8 at octet {e.Index + 1}.");
        }
    }

    private static (ContractText? Contract, int Status, string? Problem) TooLong { get; } = (null, StatusCodes.Status413PayloadTooLarge, $"A contract has at most {LongestContract} octets.");

    private static (ContractText? Contract, int Status, string? Problem) OfJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new() { MaxDepth = DeepestJson, AllowDuplicateProperties = false });
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (null, StatusCodes.Status400BadRequest, "A contract is a JSON object.");
            }

            using var yaml = new StringWriter { NewLine = "\n" };
            new YamlStream(new YamlDocument(Node(json.RootElement))).Save(yaml, assignAnchors: false);
            return (new(text, yaml.ToString() is var written && written.EndsWith(EndOfDocument, StringComparison.Ordinal) ? written[..^EndOfDocument.Length] : written), 0, null);
        }
        catch (JsonException e)
        {
            return (null, StatusCodes.Status400BadRequest, $"The body is no JSON: line {e.LineNumber + 1}, octet {e.BytePositionInLine + 1}.");
        }
        catch (InvalidOperationException)
        {
            return (null, StatusCodes.Status400BadRequest, "A text in the body has half a character: an escape such as \\ud83e needs its other half after it.");
        }
    }

    private static YamlNode Node(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new YamlMappingNode(element.EnumerateObject().Select(member => KeyValuePair.Create<YamlNode, YamlNode>(Scalar(member.Name), Node(member.Value)))),
        JsonValueKind.Array => new YamlSequenceNode(element.EnumerateArray().Select(Node)),
        JsonValueKind.String => Scalar(element.GetString()!),
        _ => new YamlScalarNode(element.GetRawText()),
    };

    /// <summary>Words that YAML could take for something else than text are quoted.</summary>
    private static YamlScalarNode Scalar(string text)
        => new(text) { Style = text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or ' ') && !Meanings.Contains(text) ? ScalarStyle.Any : ScalarStyle.DoubleQuoted };
}
