using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi;

/// <summary>
/// Writes JSON of values that hold outputs. The serialiser of the platform cannot wait, so outputs that are not there yet are collected, waited
/// for, and the text is written again.
/// </summary>
internal static class OutputJson
{
    public static async Task<OutputData<string>> SerializeAsync<T>(Task<OutputData<T>> source, JsonSerializerOptions? options)
    {
        var data = await source.ConfigureAwait(false);
        if (!data.IsKnown)
        {
            return data.With("");
        }

        while (true)
        {
            var found = new Found();
            // The converter keeps what it found in this pass, so the options cannot be shared.
#pragma warning disable CA1869
            var own = options is null ? new JsonSerializerOptions() : new JsonSerializerOptions(options);
#pragma warning restore CA1869
            own.Converters.Insert(0, new OutputConverterFactory(found));
            var text = JsonSerializer.Serialize(data.Value, own);
            if (found.Pending.Count == 0)
            {
                return new(data.Resources.Union(found.Resources), found.IsKnown ? text : "", found.IsKnown, data.IsSecret || found.IsSecret);
            }

            await Task.WhenAll(found.Pending).ConfigureAwait(false);
        }
    }

    private sealed class Found
    {
        public List<Task> Pending { get; } = [];

        public HashSet<Resource> Resources { get; } = [];

        public bool IsKnown { get; set; } = true;

        public bool IsSecret { get; set; }
    }

    private sealed class OutputConverterFactory(Found found) : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeof(IOutput).IsAssignableFrom(typeToConvert) || typeof(IInput).IsAssignableFrom(typeToConvert);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
            => (JsonConverter)Activator.CreateInstance(typeof(OutputConverter<>).MakeGenericType(typeToConvert), found)!;
    }

    private sealed class OutputConverter<T>(Found found) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => throw new NotSupportedException("JSON cannot be read into inputs or outputs; read it with Output.JsonDeserialize.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            var plain = value is IInput input ? input.Value : value;
            if (plain is not IOutput output)
            {
                JsonSerializer.Serialize(writer, plain, options);
                return;
            }

            var task = output.GetDataAsync();
            if (!task.IsCompletedSuccessfully)
            {
                found.Pending.Add(task);
                writer.WriteNullValue();
                return;
            }

            var data = task.Result;
            found.Resources.UnionWith(data.Resources);
            found.IsKnown &= data.IsKnown;
            found.IsSecret |= data.IsSecret;
            JsonSerializer.Serialize(writer, data.Value, options);
        }
    }
}
