using System.Text.Json;

namespace Pulumi;

/// <summary>JSON that a resource takes.</summary>
public sealed class InputJson : Input<JsonElement>
{
    private InputJson(JsonElement value)
        : base(value)
    {
    }

    private InputJson(Output<JsonElement> output)
        : base(output)
    {
    }

    /// <summary>JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static implicit operator InputJson(string json) => new(Parse(json));

    /// <summary>A JSON document.</summary>
    /// <param name="json">The document.</param>
    public static implicit operator InputJson(JsonDocument json) => new((json ?? throw new ArgumentNullException(nameof(json))).RootElement.Clone());

    /// <summary>A JSON value.</summary>
    /// <param name="json">The value.</param>
    public static implicit operator InputJson(JsonElement json) => new(json);

    /// <summary>JSON text that comes later.</summary>
    /// <param name="json">The text.</param>
    public static implicit operator InputJson(Output<string> json) => new(json.Apply(Parse));

    /// <summary>A JSON document that comes later.</summary>
    /// <param name="json">The document.</param>
    public static implicit operator InputJson(Output<JsonDocument> json) => new(json.Apply(document => document.RootElement.Clone()));

    /// <summary>A JSON value that comes later.</summary>
    /// <param name="json">The value.</param>
    public static implicit operator InputJson(Output<JsonElement> json) => new(json);

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
