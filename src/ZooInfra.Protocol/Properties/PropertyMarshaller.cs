using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Google.Protobuf.WellKnownTypes;

namespace ZooInfra.Protocol;

/// <summary>Which kinds of value the receiver understands; a kind it does not is sent as the nearest plain value (protocol facts, section 3.6).</summary>
/// <param name="KeepSecrets">Secrets stay marked.</param>
/// <param name="KeepResources">Resource references stay references; otherwise the id, or the URN of a component, is sent.</param>
/// <param name="KeepOutputs">Output values stay; otherwise they become unknown, secret or plain values.</param>
public readonly record struct MarshalOptions(bool KeepSecrets, bool KeepResources, bool KeepOutputs)
{
    /// <summary>Everything is kept.</summary>
    public static MarshalOptions KeepAll => new(true, true, true);

    /// <summary>Secrets and references are kept, output values are not: how an engine answers a program.</summary>
    public static MarshalOptions NoOutputs => new(true, true, false);

    /// <summary>Only plain values and unknowns.</summary>
    public static MarshalOptions Plain => default;
}

/// <summary>Turns property values into Protobuf structs and back (protocol facts, section 3).</summary>
public static class PropertyMarshaller
{
    /// <summary>Writes <paramref name="properties"/>.</summary>
    /// <exception cref="FormatException">A value is nested deeper than <see cref="DeepMessages.MaxNesting"/>.</exception>
    public static Struct ToStruct(PropertyMap properties, MarshalOptions options) => ToStruct(properties, options, 1);

    /// <summary>Writes <paramref name="value"/>.</summary>
    /// <exception cref="FormatException">A value is nested deeper than <see cref="DeepMessages.MaxNesting"/>.</exception>
    public static Value ToValue(PropertyValue value, MarshalOptions options) => ToValue(value, options, 1);

    private static Struct ToStruct(PropertyMap properties, MarshalOptions options, int depth)
    {
        var result = new Struct();
        for (var i = 0; i < properties.Count; i++)
        {
            result.Fields.Add(properties.At(i).Key, ToValue(properties.At(i).Value, options, depth + 1));
        }

        return result;
    }

    // This method and FromValue are all that is on the stack of a deep value, so what they do not need themselves is elsewhere.
    private static Value ToValue(PropertyValue value, MarshalOptions options, int depth)
    {
        CheckDepth(depth, default);
        return value switch
        {
            PropertyValue.ObjectValue v => new Value { StructValue = ToStruct(v.Properties, options, depth) },
            PropertyValue.ArrayValue v => new Value { ListValue = ToList(v.Items, options, depth) },
            _ => ToLeafOrSpecial(value, options, depth),
        };
    }

    private static ListValue ToList(ImmutableArray<PropertyValue> items, MarshalOptions options, int depth)
    {
        var result = new ListValue();
        for (var i = 0; i < items.Length; i++)
        {
            result.Values.Add(ToValue(items[i], options, depth + 1));
        }

        return result;
    }

    private static Value ToLeafOrSpecial(PropertyValue value, MarshalOptions options, int depth) => value switch
    {
        PropertyValue.NullValue => Value.ForNull(),
        PropertyValue.BoolValue v => Value.ForBool(v.Value),
        PropertyValue.NumberValue v => Value.ForNumber(v.Value),
        PropertyValue.StringValue v => Value.ForString(v.Value),
        PropertyValue.UnknownValue => Value.ForString(Signatures.Unknown),
        PropertyValue.SecretValue v => options.KeepSecrets ? Signed(Signatures.Secret, ("value", ToValue(v.Inner, options, depth + 1))) : ToValue(v.Inner, options, depth),
        PropertyValue.ResourceValue v => ToResource(v, options),
        PropertyValue.AssetValue v => ToSource(Signatures.Asset, v.Hash, null, ("text", v.Text), ("path", v.Path), ("uri", v.Uri)),
        PropertyValue.ArchiveValue v => ToSource(Signatures.Archive, v.Hash, v.Assets is null ? null : Value.ForStruct(ToStruct(v.Assets, options, depth)), ("path", v.Path), ("uri", v.Uri)),
        PropertyValue.OutputValue v => ToOutput(v, options, depth),
        _ => throw new InvalidOperationException($"Unexpected property value {value.GetType().Name}."),
    };

    /// <summary>Reads <paramref name="message"/>.</summary>
    /// <exception cref="FormatException">A special object has an unknown kind or lacks a part, or a value is nested too deep; the message names the property path.</exception>
    public static PropertyMap FromStruct(Struct? message) => message is null ? PropertyMap.Empty : FromStruct(message, default);

    /// <summary>Reads <paramref name="message"/>.</summary>
    /// <exception cref="FormatException">A special object has an unknown kind or lacks a part, or a value is nested too deep; the message names the property path.</exception>
    public static PropertyValue FromValue(Value message) => FromValue(message, default);

    private static PropertyMap FromStruct(Struct message, PropertyPlace place)
    {
        var properties = new KeyValuePair<string, PropertyValue>[message.Fields.Count];
        var count = 0;
        foreach (var (key, value) in message.Fields)
        {
            properties[count++] = KeyValuePair.Create(key, FromValue(value, place.Member(key)));
        }

        return PropertyMap.FromOwned(properties);
    }

    private static PropertyValue FromValue(Value message, PropertyPlace place)
    {
        CheckDepth(place.Depth, place);
        return message.KindCase switch
        {
            Value.KindOneofCase.None or Value.KindOneofCase.NullValue => PropertyValue.Null,
            Value.KindOneofCase.BoolValue => PropertyValue.Of(message.BoolValue),
            Value.KindOneofCase.NumberValue => PropertyValue.Of(message.NumberValue),
            Value.KindOneofCase.StringValue => Signatures.IsUnknown(message.StringValue) ? PropertyValue.Unknown : PropertyValue.Of(message.StringValue),
            Value.KindOneofCase.ListValue => FromList(message.ListValue, place),
            _ => FromObject(message.StructValue, place),
        };
    }

    private static PropertyValue FromObject(Struct message, PropertyPlace place)
        => message.Fields.TryGetValue(Signatures.Key, out var kind) ? FromSigned(kind, message, place) : PropertyValue.Of(FromStruct(message, place));

    private static void CheckDepth(int depth, PropertyPlace place)
    {
        if (depth > DeepMessages.MaxNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new FormatException($"Property '{place}' is nested deeper than {DeepMessages.MaxNesting} levels, which is not supported.");
        }
    }

    private static PropertyValue.ArrayValue FromList(ListValue message, PropertyPlace place)
    {
        var items = ImmutableArray.CreateBuilder<PropertyValue>(message.Values.Count);
        for (var i = 0; i < message.Values.Count; i++)
        {
            items.Add(FromValue(message.Values[i], place.Item(i)));
        }

        return new(items.MoveToImmutable());
    }

    private static PropertyValue FromSigned(Value kind, Struct message, PropertyPlace place)
    {
        switch (kind.KindCase == Value.KindOneofCase.StringValue ? kind.StringValue : "")
        {
            case Signatures.Secret:
                return PropertyValue.Secret(FromValue(Part(message, "value", place), place.Inner()));
            case Signatures.Resource:
                var id = message.Fields.TryGetValue("id", out var written) ? Text(written, "id", place) : null;
                return new PropertyValue.ResourceValue(
                    Text(Part(message, "urn", place), "urn", place),
                    id is not null && Signatures.IsUnknown(id) ? "" : id,
                    message.Fields.TryGetValue("packageVersion", out var version) ? Text(version, "packageVersion", place) : "");
            case Signatures.Output:
                return new PropertyValue.OutputValue(
                    message.Fields.TryGetValue("value", out var value) ? FromValue(value, place.Inner()) : null,
                    message.Fields.TryGetValue("secret", out var secret) && secret.BoolValue,
                    message.Fields.TryGetValue("dependencies", out var dependencies)
                        ? [.. dependencies.ListValue?.Values.Select(urn => Text(urn, "dependencies", place)) ?? []]
                        : []);
            case Signatures.Asset:
                return new PropertyValue.AssetValue(
                    Optional(message, "hash", place) ?? "", Optional(message, "text", place), Optional(message, "path", place), Optional(message, "uri", place));
            case Signatures.Archive:
                return new PropertyValue.ArchiveValue(
                    Optional(message, "hash", place) ?? "", Members(message, place), Optional(message, "path", place), Optional(message, "uri", place));
            default:
                throw new FormatException($"Property '{place}' is a special object of unknown kind.");
        }
    }

    private static string? Optional(Struct message, string name, PropertyPlace place)
        => message.Fields.TryGetValue(name, out var value) ? Text(value, name, place) : null;

    private static PropertyMap? Members(Struct message, PropertyPlace place)
    {
        if (!message.Fields.TryGetValue("assets", out var assets))
        {
            return null;
        }

        if (assets.KindCase != Value.KindOneofCase.StructValue)
        {
            throw new FormatException($"Property '{place}' is an archive whose 'assets' is not an object.");
        }

        var members = FromStruct(assets.StructValue, place);
        foreach (var (name, member) in members)
        {
            if (member is not (PropertyValue.AssetValue or PropertyValue.ArchiveValue))
            {
                throw new FormatException($"Property '{place}' is an archive whose member '{name}' is neither an asset nor an archive.");
            }
        }

        return members;
    }

    private static Value Part(Struct message, string name, PropertyPlace place)
        => message.Fields.TryGetValue(name, out var part) ? part : throw new FormatException($"Property '{place}' is a special object without '{name}'.");

    private static string Text(Value value, string name, PropertyPlace place)
        => value.KindCase == Value.KindOneofCase.StringValue ? value.StringValue : throw new FormatException($"Property '{place}' is a special object whose '{name}' is not text.");

    private static Value ToResource(PropertyValue.ResourceValue value, MarshalOptions options)
    {
        if (!options.KeepResources)
        {
            return Value.ForString(value.Id switch { null => value.Urn, "" => Signatures.Unknown, var id => id });
        }

        var signed = Signed(Signatures.Resource, ("urn", Value.ForString(value.Urn)));
        if (value.Id is not null)
        {
            signed.StructValue.Fields.Add("id", Value.ForString(value.Id));
        }

        if (value.PackageVersion.Length > 0)
        {
            signed.StructValue.Fields.Add("packageVersion", Value.ForString(value.PackageVersion));
        }

        return signed;
    }

    private static Value ToOutput(PropertyValue.OutputValue value, MarshalOptions options, int depth)
    {
        if (!options.KeepOutputs)
        {
            var plain = value.Value ?? PropertyValue.Unknown;
            return ToValue(value is { IsSecret: true } ? PropertyValue.Secret(plain) : plain, options, depth);
        }

        var signed = Signed(Signatures.Output);
        if (value.Value is not null)
        {
            signed.StructValue.Fields.Add("value", ToValue(value.Value, options, depth + 1));
        }

        if (value.IsSecret)
        {
            signed.StructValue.Fields.Add("secret", Value.ForBool(true));
        }

        if (!value.Dependencies.IsEmpty)
        {
            signed.StructValue.Fields.Add("dependencies", Value.ForList([.. value.Dependencies.Select(Value.ForString)]));
        }

        return signed;
    }

    private static Value ToSource(string kind, string hash, Value? assets, params ReadOnlySpan<(string Name, string? Text)> sources)
    {
        var signed = Signed(kind);
        if (hash.Length > 0)
        {
            signed.StructValue.Fields.Add("hash", Value.ForString(hash));
        }

        foreach (var (name, text) in sources)
        {
            if (text is not null)
            {
                signed.StructValue.Fields.Add(name, Value.ForString(text));
            }
        }

        if (assets is not null)
        {
            signed.StructValue.Fields.Add("assets", assets);
        }

        return signed;
    }

    private static Value Signed(string kind, params ReadOnlySpan<(string Name, Value Value)> parts)
    {
        var message = new Struct { Fields = { [Signatures.Key] = Value.ForString(kind) } };
        foreach (var (name, value) in parts)
        {
            message.Fields.Add(name, value);
        }

        return Value.ForStruct(message);
    }
}
