using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>Turns a program's values into property values and collects the resources they came from (protocol facts, sections 3.4, 3.5, 3.10).</summary>
/// <param name="keepOutputs">Whether an output is written with its dependencies; otherwise it becomes an unknown, secret or plain value.</param>
/// <param name="referencesAreDependencies">Whether a resource that is only mentioned counts as a dependency.</param>
/// <param name="keepReferences">Whether resources are written as references; otherwise as id or URN.</param>
internal sealed class Serializer(bool keepOutputs, bool referencesAreDependencies, bool keepReferences)
{
    /// <summary>The resources that the values came from.</summary>
    public HashSet<Resource> Resources { get; } = [];

    /// <summary>Writes a value.</summary>
    /// <param name="name">The property, for messages.</param>
    /// <param name="value">The value.</param>
    /// <returns>The property value; null for null.</returns>
    /// <exception cref="UnsupportedInputException">The value is of a type that cannot be sent.</exception>
    public ValueTask<PropertyValue?> SerializeAsync(string name, object? value) => SerializeAsync(default(PropertyPlace).Member(name), value, keepOutputs);

    private ValueTask<PropertyValue?> SerializeAsync(PropertyPlace place, object? value, bool outputs)
    {
        // A structure that contains itself never ends.
        if (place.Depth > DeepMessages.MaxNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new UnsupportedInputException($"The value is nested deeper than {DeepMessages.MaxNesting} levels; does it contain itself?\n\t{place}");
        }

        switch (value)
        {
            case null or ValueTuple:
                return default;
            case string text:
                return new(PropertyValue.Of(text));
            case bool flag:
                return new(PropertyValue.Of(flag));
            case int number:
                return new(PropertyValue.Of(number));
            case double number:
                return new(PropertyValue.Of(number));
            case IInput input:
                return SerializeAsync(place, input.Value, outputs);
            case IUnion union:
                return SerializeAsync(place, union.Value, outputs);
            case IOutput output:
                return SerializeOutputAsync(place, output, outputs);
            case InputArgs args:
                return SerializeMapAsync(place, args.Values(), outputs);
            case AssetOrArchive asset:
                return new(Assets.ToProperty(asset));
            case Resource resource:
                return SerializeResourceAsync(resource);
            case JsonElement json:
                return new(OfJson(json));
            case IDictionary map:
                return SerializeMapAsync(place, Entries(place, map), outputs);
            case IList list:
                return SerializeListAsync(place, list, outputs);
            case Task:
                throw new UnsupportedInputException($"Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\t{place}");
            default:
                return value.GetType().IsDefined(typeof(OutputTypeAttribute), inherit: false)
                    ? SerializeMapAsync(place, Fields(value), outputs)
                    : new(OfEnumeration(place, value) ?? throw new UnsupportedInputException($"{value.GetType().FullName} is not a supported argument type.\n\t{place}"));
        }
    }

    private async ValueTask<PropertyValue?> SerializeOutputAsync(PropertyPlace place, IOutput output, bool outputs)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        Resources.UnionWith(data.Resources);
        var inner = data.IsKnown ? await SerializeAsync(place, data.Value, outputs: false).ConfigureAwait(false) : null;
        if (outputs && (!data.IsKnown || data.IsSecret || !data.Resources.IsEmpty))
        {
            var urns = await Dependencies.ExpandAsync(data.Resources).ConfigureAwait(false);
            return new PropertyValue.OutputValue(data.IsKnown ? inner ?? PropertyValue.Null : null, data.IsSecret, [.. urns]);
        }

        if (!data.IsKnown)
        {
            return PropertyValue.Unknown;
        }

        return data.IsSecret ? PropertyValue.Secret(inner ?? PropertyValue.Null) : inner;
    }

    private async ValueTask<PropertyValue?> SerializeResourceAsync(Resource resource)
    {
        if (referencesAreDependencies)
        {
            Resources.Add(resource);
        }

        var urn = (await resource.Urn.DataAsync.ConfigureAwait(false)).Value;
        if (resource is not CustomResource custom)
        {
            return keepReferences ? new PropertyValue.ResourceValue(urn, null, "") : PropertyValue.Of(urn);
        }

        var id = await custom.Id.DataAsync.ConfigureAwait(false);
        var known = id.IsKnown && id.Value is { Length: > 0 };
        return keepReferences
            ? new PropertyValue.ResourceValue(urn, known ? id.Value : "", "")
            : known ? PropertyValue.Of(id.Value) : PropertyValue.Unknown;
    }

    private async ValueTask<PropertyValue?> SerializeMapAsync(PropertyPlace place, IEnumerable<KeyValuePair<string, object?>> entries, bool outputs)
    {
        var properties = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var (key, value) in entries)
        {
            if (await SerializeAsync(place.Member(key), value, outputs).ConfigureAwait(false) is { } property)
            {
                properties.Add(KeyValuePair.Create(key, property));
            }
        }

        return PropertyValue.Of(PropertyMap.From(properties));
    }

    private async ValueTask<PropertyValue?> SerializeListAsync(PropertyPlace place, IList list, bool outputs)
    {
        if (IsDefaultImmutableArray(list))
        {
            return PropertyValue.Of([]);
        }

        var items = new List<PropertyValue>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            var item = await SerializeAsync(place.Item(i), list[i], outputs).ConfigureAwait(false);
            items.Add(item ?? PropertyValue.Null);
        }

        return PropertyValue.Of(items);
    }

    private static IEnumerable<KeyValuePair<string, object?>> Entries(PropertyPlace place, IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
        {
            yield return entry.Key is string key
                ? KeyValuePair.Create(key, entry.Value)
                : throw new UnsupportedInputException($"Dictionaries are only supported with string keys:\n\t{place}");
        }
    }

    private static PropertyValue OfJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => PropertyValue.Of(json.GetString()!),
        JsonValueKind.Number => PropertyValue.Of(json.GetDouble()),
        JsonValueKind.True => PropertyValue.Of(true),
        JsonValueKind.False => PropertyValue.Of(false),
        JsonValueKind.Array => PropertyValue.Of(json.EnumerateArray().Select(OfJson)),
        JsonValueKind.Object => PropertyValue.Of(PropertyMap.From(json.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, OfJson(member.Value))))),
        _ => PropertyValue.Null,
    };

    /// <summary>The public fields of an output type, with the names that its constructor parameters have on the wire.</summary>
    private static IEnumerable<KeyValuePair<string, object?>> Fields(object value) =>
        from field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public)
        select KeyValuePair.Create(char.ToLowerInvariant(field.Name[0]) + field.Name[1..], field.GetValue(value));

    /// <summary>An enumeration of either kind; null for a type that cannot be sent.</summary>
    private static PropertyValue? OfEnumeration(PropertyPlace place, object value)
    {
        var type = value.GetType();
        if (type.IsEnum)
        {
            return Enum.GetUnderlyingType(type) == typeof(int)
                ? PropertyValue.Of((int)value)
                : throw new UnsupportedInputException($"{type.FullName} is not a supported argument type: an enum must be based on int.\n\t{place}");
        }

        return type.IsDefined(typeof(EnumTypeAttribute), inherit: false) ? OfEnumType(place, value, type) : null;
    }

    private static PropertyValue OfEnumType(PropertyPlace place, object value, Type type)
    {
        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.Name == "op_Explicit"))
        {
            if (method.ReturnType == typeof(string))
            {
                return method.Invoke(null, [value]) is string text ? PropertyValue.Of(text) : PropertyValue.Null;
            }

            if (method.ReturnType == typeof(double))
            {
                return PropertyValue.Of((double)method.Invoke(null, [value])!);
            }
        }

        throw new UnsupportedInputException($"Expected {type.FullName} to have an explicit conversion operator to string or double.\n\t{place}");
    }

    private static bool IsDefaultImmutableArray(IList list)
        => list is IStructuralEquatable && list.GetType() is { IsGenericType: true } type
        && type.GetGenericTypeDefinition() == typeof(System.Collections.Immutable.ImmutableArray<>)
        && (bool)type.GetProperty("IsDefault")!.GetValue(list)!;
}
