using System.Collections.Immutable;
using System.Text.Json;
using ZooInfra.Engine.Secrets;

namespace ZooInfra.Engine.State;

/// <summary>One journal entry as JSON on one line.</summary>
internal static class JournalJson
{
    public static byte[] Write(JournalEntry entry, SecretCodec secrets)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, CheckpointJson.WriterOptions))
        {
            json.WriteStartObject();
            switch (entry)
            {
                case JournalEntry.Begin begin:
                    json.WriteNumber("begin", begin.Sequence);
                    json.WriteString("type", begin.Operation.Type);
                    json.WritePropertyName("resource");
                    ResourceJson.Write(json, begin.Operation.Resource, secrets);
                    break;
                case JournalEntry.End end:
                    json.WriteNumber("end", end.Sequence);
                    if (end.Upsert is { } state)
                    {
                        json.WritePropertyName("upsert");
                        ResourceJson.Write(json, state, secrets);
                    }

                    Index(json, "retire", end.Base.Retire);
                    Index(json, "condemn", end.Base.Condemn);
                    Index(json, "pend", end.Base.Pend);
                    break;
                case JournalEntry.Keep keep:
                    json.WriteNumber("keep", keep.Index);
                    break;
                case JournalEntry.Outputs outputs:
                    json.WriteString("outputs", outputs.Urn);
                    json.WritePropertyName("values");
                    PropertyJson.Write(json, outputs.Values, secrets);
                    break;
                case JournalEntry.ClearCreates:
                    json.WriteBoolean("clearCreates", true);
                    break;
                case JournalEntry.Continued continued:
                    json.WriteNumber("continued", continued.Count);
                    Numbers(json, "places", continued.Places);
                    Numbers(json, "running", continued.Running);
                    json.WriteStartObject("renamed");
                    foreach (var (old, now) in continued.Renamed)
                    {
                        json.WriteString(old, now);
                    }

                    json.WriteEndObject();
                    break;
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <exception cref="FormatException">The line is not a journal entry.</exception>
    public static JournalEntry Read(ReadOnlyMemory<byte> line, SecretCodec secrets)
    {
        try
        {
            using var document = JsonDocument.Parse(line, CheckpointJson.ReaderOptions);
            var root = document.RootElement;
            if (root.TryGetProperty("begin", out var begin))
            {
                return new JournalEntry.Begin(begin.GetInt32(), new(root.GetProperty("type").GetString()!, ResourceJson.Read(root.GetProperty("resource"), secrets)));
            }

            if (root.TryGetProperty("end", out var end))
            {
                return new JournalEntry.End(
                    end.GetInt32(),
                    root.TryGetProperty("upsert", out var upsert) ? ResourceJson.Read(upsert, secrets) : null,
                    new BaseEffect(Index(root, "retire"), Index(root, "condemn"), Index(root, "pend")));
            }

            if (root.TryGetProperty("continued", out var count))
            {
                return new JournalEntry.Continued(
                    count.GetInt32(),
                    Numbers(root, "places"),
                    Numbers(root, "running"),
                    [.. root.GetProperty("renamed").EnumerateObject().Select(renamed => (renamed.Name, renamed.Value.GetString()!))]);
            }

            if (root.TryGetProperty("clearCreates", out _))
            {
                return new JournalEntry.ClearCreates();
            }

            return root.TryGetProperty("keep", out var keep)
                ? new JournalEntry.Keep(keep.GetInt32())
                : new JournalEntry.Outputs(root.GetProperty("outputs").GetString()!, PropertyJson.ReadMap(root.GetProperty("values"), secrets));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("it is not a journal entry", e);
        }
    }

    private static void Index(Utf8JsonWriter json, string name, int? index)
    {
        if (index is { } value)
        {
            json.WriteNumber(name, value);
        }
    }

    private static void Numbers(Utf8JsonWriter json, string name, ImmutableArray<int> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static ImmutableArray<int> Numbers(JsonElement root, string name) => [.. root.GetProperty(name).EnumerateArray().Select(number => number.GetInt32())];

    private static int? Index(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetInt32() : null;
}
