using System.Text.Json;

namespace Pulumi;

// JSON text of values that hold outputs, and back.
public static partial class Output
{
    /// <summary>The JSON text of a value; inputs and outputs inside are waited for, and their marks are marks of the text.</summary>
    /// <param name="value">The value.</param>
    /// <param name="options">How the text is written.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(OutputJson.SerializeAsync(value.DataAsync, options));
    }

    /// <summary>The value of a JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="options">How the text is read.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.Apply(text => JsonSerializer.Deserialize<T>(text, options)!);
    }
}
