using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ZooInfra.Engine.Secrets;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.State;

/// <summary>Reads and writes resource records, keys in Pulumi's order (protocol facts, section 6.5).</summary>
internal static class ResourceJson
{
    public static void Write(Utf8JsonWriter json, ResourceState resource, SecretCodec secrets)
    {
        json.WriteStartObject();
        json.WriteString("urn", resource.Urn.Text);
        json.WriteBoolean("custom", resource.Custom);
        Flag(json, "delete", resource.Delete);
        Text(json, "id", resource.Id);
        json.WriteString("type", resource.Type);
        Properties(json, "inputs", resource.Inputs, secrets);
        Properties(json, "outputs", resource.Outputs, secrets);
        Text(json, "parent", resource.Parent?.Text ?? "");
        Flag(json, "protect", resource.Protect);
        Flag(json, "taint", resource.Taint);
        Flag(json, "external", resource.External);
        Texts(json, "dependencies", resource.Dependencies);
        Texts(json, "initErrors", resource.InitErrors);
        Text(json, "provider", resource.Provider);
        Lists(json, "propertyDependencies", resource.PropertyDependencies);
        Flag(json, "pendingReplacement", resource.PendingReplacement);
        Texts(json, "additionalSecretOutputs", resource.AdditionalSecretOutputs);
        Timeouts(json, resource.Options.Timeouts);
        Text(json, "importID", resource.ImportId);
        Flag(json, "retainOnDelete", resource.RetainOnDelete);
        Text(json, "deletedWith", resource.Options.DeletedWith);
        Texts(json, "replaceWith", resource.Options.ReplaceWith);
        Time(json, "created", resource.Created);
        Time(json, "modified", resource.Modified);
        Texts(json, "ignoreChanges", resource.IgnoreChanges);
        Texts(json, "replaceOnChanges", resource.Options.ReplaceOnChanges);
        if (resource.Options.ReplacementTrigger is { } trigger)
        {
            json.WritePropertyName("replacementTrigger");
            PropertyJson.WriteValue(json, trigger, secrets);
        }

        Flag(json, "refreshBeforeUpdate", resource.RefreshBeforeUpdate);
        Lists(json, "resourceHooks", resource.Options.Hooks);
        foreach (var (key, value) in resource.Other)
        {
            json.WritePropertyName(key);
            value.WriteTo(json);
        }

        json.WriteEndObject();
    }

    /// <exception cref="FormatException">The record lacks a part or has a part of the wrong kind.</exception>
    public static ResourceState Read(JsonElement record, SecretCodec secrets)
    {
        if (record.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("a resource is not an object");
        }

        var urnText = Required(record, "urn");
        var urn = ResourceUrn.Parse(urnText) ?? throw new FormatException($"'{urnText}' is not a URN");
        var state = new ResourceState { Urn = urn, Custom = false };
        foreach (var field in record.EnumerateObject())
        {
            var value = field.Value;
            try
            {
                state = field.Name switch
                {
                    "urn" or "type" => state,
                    "custom" => state with { Custom = value.GetBoolean() },
                    "delete" => state with { Delete = value.GetBoolean() },
                    "id" => state with { Id = value.GetString() ?? "" },
                    "inputs" => state with { Inputs = PropertyJson.ReadMap(value, secrets) },
                    "outputs" => state with { Outputs = PropertyJson.ReadMap(value, secrets) },
                    "parent" => state with { Parent = ResourceUrn.Parse(value.GetString() ?? "") },
                    "protect" => state with { Protect = value.GetBoolean() },
                    "external" => state with { External = value.GetBoolean() },
                    "dependencies" => state with { Dependencies = ReadTexts(value) },
                    "provider" => state with { Provider = value.GetString() ?? "" },
                    "propertyDependencies" => state with { PropertyDependencies = ReadPropertyDependencies(value) },
                    "pendingReplacement" => state with { PendingReplacement = value.GetBoolean() },
                    "additionalSecretOutputs" => state with { AdditionalSecretOutputs = ReadTexts(value) },
                    "retainOnDelete" => state with { RetainOnDelete = value.GetBoolean() },
                    "initErrors" => state with { InitErrors = ReadTexts(value) },
                    "importID" => state with { ImportId = value.GetString() ?? "" },
                    "taint" => state with { Taint = value.GetBoolean() },
                    "refreshBeforeUpdate" => state with { RefreshBeforeUpdate = value.GetBoolean() },
                    "customTimeouts" => state with { Options = state.Options with { Timeouts = ReadTimeouts(value) } },
                    "deletedWith" => state with { Options = state.Options with { DeletedWith = value.GetString() ?? "" } },
                    "replaceWith" => state with { Options = state.Options with { ReplaceWith = ReadTexts(value) } },
                    "replaceOnChanges" => state with { Options = state.Options with { ReplaceOnChanges = ReadTexts(value) } },
                    "replacementTrigger" => state with { Options = state.Options with { ReplacementTrigger = PropertyJson.ReadValue(value, secrets) } },
                    "resourceHooks" => state with { Options = state.Options with { Hooks = ReadPropertyDependencies(value) } },
                    "created" => state with { Created = ReadTime(value) },
                    "modified" => state with { Modified = ReadTime(value) },
                    "ignoreChanges" => state with { IgnoreChanges = ReadTexts(value) },
                    _ => state with { Other = state.Other.SetItem(field.Name, value.Clone()) },
                };
            }
            catch (Exception e) when (e is InvalidOperationException or FormatException)
            {
                throw new FormatException($"field '{field.Name}' of {urnText}: {e.Message}", e);
            }
        }

        return state;
    }

    private static string Required(JsonElement record, string name)
        => record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw new FormatException($"a resource has no '{name}'");

    private static ImmutableArray<string> ReadTexts(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null || value.GetArrayLength() is not (> 0 and var length))
        {
            return [];
        }

        var texts = ImmutableArray.CreateBuilder<string>(length);
        foreach (var item in value.EnumerateArray())
        {
            texts.Add(item.GetString() ?? "");
        }

        return texts.MoveToImmutable();
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> ReadPropertyDependencies(JsonElement value)
    {
        var read = ResourceState.NoPropertyDependencies;
        foreach (var item in value.EnumerateObject())
        {
            read = read.Add(item.Name, ReadTexts(item.Value));
        }

        return read;
    }

    private static DateTimeOffset ReadTime(JsonElement value)
        => DateTimeOffset.Parse(value.GetString() ?? "", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static void Flag(Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, true);
        }
    }

    private static void Text(Utf8JsonWriter json, string name, string value)
    {
        if (value.Length > 0)
        {
            json.WriteString(name, value);
        }
    }

    private static void Texts(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        if (!values.IsEmpty)
        {
            json.WriteStartArray(name);
            foreach (var value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }
    }

    private static void Lists(Utf8JsonWriter json, string name, ImmutableSortedDictionary<string, ImmutableArray<string>> lists)
    {
        if (lists.IsEmpty)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, values) in lists)
        {
            json.WriteStartArray(key);
            foreach (var value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Timeouts(Utf8JsonWriter json, CustomTimeouts timeouts)
    {
        if (timeouts == CustomTimeouts.None)
        {
            return;
        }

        json.WriteStartObject("customTimeouts");
        foreach (var (name, seconds) in new[] { ("create", timeouts.Create), ("update", timeouts.Update), ("delete", timeouts.Delete), ("read", timeouts.Read) })
        {
            if (seconds != 0)
            {
                json.WriteNumber(name, seconds);
            }
        }

        json.WriteEndObject();
    }

    private static CustomTimeouts ReadTimeouts(JsonElement value)
    {
        return value.ValueKind == JsonValueKind.Object ? new(Seconds("create"), Seconds("update"), Seconds("delete"), Seconds("read")) : CustomTimeouts.None;

        double Seconds(string name) => value.TryGetProperty(name, out var seconds) ? seconds.GetDouble() : 0;
    }

    private static void Properties(Utf8JsonWriter json, string name, PropertyMap properties, SecretCodec secrets)
    {
        if (properties.Count > 0)
        {
            json.WritePropertyName(name);
            PropertyJson.Write(json, properties, secrets);
        }
    }

    private static void Time(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            json.WriteString(name, Timestamp.Format(value));
        }
    }
}
