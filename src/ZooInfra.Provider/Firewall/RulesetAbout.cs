using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZooInfra.Protocol;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider.Firewall;

/// <summary>
/// What a ruleset carries about itself, so that it can be imported: its inputs as lines of JSON, the first for all but the rules, then one for each
/// rule. A file has them as comments; a live table keeps them packed, in comments of a chain that nothing jumps to.
/// </summary>
internal static class RulesetAbout
{
    private const int ChunkLength = 120;
    private const int MostOctets = 64 << 20;

    /// <summary>The lines; ASCII without control characters, since JSON escapes them.</summary>
    public static IReadOnlyList<string> Lines(PropertyMap inputs, Func<string, bool> isActive)
    {
        var rules = ((PropertyValue.ArrayValue)inputs[RulesetInputs.Rules].Plain()).Items
            .Where(rule => isActive(((PropertyValue.StringValue)((PropertyValue.ObjectValue)rule.Plain()).Properties["name"].Plain()).Value));
        return [Json(PropertyValue.Of(inputs.Without(RulesetInputs.Rules))), .. rules.Select(Json)];
    }

    /// <summary>The inputs that the lines stand for; null when they are none.</summary>
    public static PropertyMap? Read(IReadOnlyList<string> lines)
    {
        try
        {
            PropertyValue[] values = [.. lines.Select(line => Value(JsonNode.Parse(line)))];
            return values is [PropertyValue.ObjectValue head, ..] ? head.Properties.With(RulesetInputs.Rules, PropertyValue.Of(values.Skip(1))) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The lines in texts of letters, digits and <c>+/=</c>.</summary>
    public static IReadOnlyList<string> Pack(IReadOnlyList<string> lines)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(Encoding.ASCII.GetBytes(string.Join('\n', lines)));
        }

        return [.. Convert.ToBase64String(packed.ToArray()).Chunk(ChunkLength).Select(chunk => new string(chunk))];
    }

    /// <summary>The lines that were packed; empty when the texts are something else.</summary>
    public static IReadOnlyList<string> Unpack(IReadOnlyList<string> chunks)
    {
        try
        {
            using var deflate = new DeflateStream(new MemoryStream(Convert.FromBase64String(string.Concat(chunks))), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            var buffer = new byte[1 << 16];
            while (deflate.Read(buffer) is > 0 and var count && plain.Length < MostOctets)
            {
                plain.Write(buffer, 0, count);
            }

            return Encoding.ASCII.GetString(plain.ToArray()).Split('\n');
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException)
        {
            return [];
        }
    }

    private static string Json(PropertyValue value) => Node(value)!.ToJsonString();

    private static JsonNode? Node(PropertyValue value) => value.Plain() switch
    {
        PropertyValue.StringValue text => JsonValue.Create(text.Value),
        PropertyValue.BoolValue flag => JsonValue.Create(flag.Value),
        PropertyValue.NumberValue number => JsonValue.Create(number.Value),
        PropertyValue.ArrayValue array => new JsonArray([.. array.Items.Select(Node)]),
        PropertyValue.ObjectValue map => new JsonObject(map.Properties.Where(member => member.Value.Plain() is not PropertyValue.NullValue).Select(member => KeyValuePair.Create(member.Key, Node(member.Value)))),
        _ => null,
    };

    private static PropertyValue Value(JsonNode? node) => node switch
    {
        JsonObject map => PropertyValue.Of(PropertyMap.From(map.Select(member => KeyValuePair.Create(member.Key, Value(member.Value))))),
        JsonArray array => PropertyValue.Of(array.Select(Value)),
        JsonValue value when value.TryGetValue<bool>(out var flag) => PropertyValue.Of(flag),
        JsonValue value when value.TryGetValue<double>(out var number) => PropertyValue.Of(number),
        JsonValue value when value.TryGetValue<string>(out var text) => PropertyValue.Of(text),
        _ => PropertyValue.Null,
    };
}
