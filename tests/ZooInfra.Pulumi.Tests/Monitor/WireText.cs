using System.Collections;
using System.Globalization;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace ZooInfra.Pulumi.Tests;

/// <summary>Requests as text to be read line by line: every field that is set, in the order of its number. Special objects are named, not translated.</summary>
internal static class WireText
{
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["1b47061264138c4ac30d75fd1eb44270"] = "secret",
        ["c44067f5952c0a294b673a41bacd8c17"] = "asset",
        ["0def7320c3a5731c473e5ecbe6d01bc7"] = "archive",
        ["5cf8f73096256a8f31e491e813e4eb8e"] = "resource",
        ["d0e6a833031e9bbcd3f4e8bde6ca49a4"] = "output",
    };

    private static readonly string[] Order =
    [
        nameof(RequirePulumiVersionRequest), nameof(RegisterPackageRequest), nameof(Callback), nameof(RegisterResourceHookRequest), nameof(RegisterErrorHookRequest),
        nameof(RegisterResourceRequest), nameof(ReadResourceRequest), nameof(ResourceInvokeRequest), nameof(ResourceCallRequest), nameof(RegisterResourceOutputsRequest),
        nameof(LogRequest), nameof(Empty),
    ];

    /// <summary>
    /// All requests, grouped by kind; of a program that failed only the messages, as what else was under way is abandoned at any moment.
    /// Within a kind they are sorted, as the order in which independent ones arrive means nothing; only messages keep theirs.
    /// </summary>
    public static string Of(int exitCode, IEnumerable<IMessage> requests)
    {
        var text = new StringBuilder($"exit code {exitCode}\n");
        foreach (var kind in requests.Where(request => exitCode != 32 || request is LogRequest).GroupBy(request => request.Descriptor.Name).OrderBy(kind => Array.IndexOf(Order, kind.Key)))
        {
            var written = kind.Select(Of);
            foreach (var request in kind.Key == nameof(LogRequest) ? written : written.Order(StringComparer.Ordinal))
            {
                text.Append('\n').Append(request);
            }
        }

        return Snapshot.Stable(text.ToString());
    }

    private static string Of(IMessage request)
    {
        var text = new StringBuilder(request is Empty ? "SignalAndWaitForShutdown" : request.Descriptor.Name).Append('\n');
        WriteFields(text, request, "  ");
        return text.ToString();
    }

    private static void WriteFields(StringBuilder text, IMessage message, string indent)
    {
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            if (field.HasPresence ? !field.Accessor.HasValue(message) : IsDefault(field, field.Accessor.GetValue(message)))
            {
                continue;
            }

            var value = field.Accessor.GetValue(message);
            text.Append(indent).Append(field.Name).Append(':');
            if (field.IsMap)
            {
                text.Append('\n');
                var map = (IDictionary)value;
                foreach (var key in map.Keys.Cast<string>().Order(StringComparer.Ordinal))
                {
                    text.Append(indent).Append("  ").Append(key).Append(':');
                    WriteValue(text, map[key]!, indent + "    ", field);
                }
            }
            else if (field.IsRepeated)
            {
                text.Append('\n');
                foreach (var item in (IList)value)
                {
                    text.Append(indent).Append("  -");
                    WriteValue(text, item!, indent + "    ", field);
                }
            }
            else
            {
                WriteValue(text, value, indent + "  ", field);
            }
        }
    }

    private static void WriteValue(StringBuilder text, object value, string indent, FieldDescriptor field)
    {
        switch (value)
        {
            case Struct fields:
                text.Append('\n');
                foreach (var (name, item) in fields.Fields.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    text.Append(indent).Append(name).Append(": ").Append(Of(item)).Append('\n');
                }

                break;
            case Value item:
                text.Append(' ').Append(Of(item)).Append('\n');
                break;
            case IMessage message:
                text.Append('\n');
                WriteFields(text, message, indent);
                break;
            case ByteString bytes:
                text.Append(' ').Append(Convert.ToHexStringLower(bytes.Span)).Append('\n');
                break;
            case string line:
                text.Append(' ').Append(Moving(field, line).Replace("\n", "\n" + indent, StringComparison.Ordinal)).Append('\n');
                break;
            default:
                text.Append(' ').Append(string.Create(CultureInfo.InvariantCulture, $"{value}")).Append('\n');
                break;
        }
    }

    // A callback's port and token differ in every run.
    private static string Moving(FieldDescriptor field, string value) => (field.ContainingType.Name, field.Name) switch
    {
        (nameof(Callback), "target") => "<this program>",
        (nameof(Callback), "token") => "<token>",
        _ => value,
    };

    private static string Of(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.StringValue => value.StringValue == "04da6b54-80e4-46f7-96ec-b56ff0331ba9" ? "<unknown>" : $"\"{value.StringValue}\"",
        Value.KindOneofCase.NumberValue => value.NumberValue.ToString("R", CultureInfo.InvariantCulture),
        Value.KindOneofCase.BoolValue => value.BoolValue ? "true" : "false",
        Value.KindOneofCase.ListValue => $"[{string.Join(", ", value.ListValue.Values.Select(Of))}]",
        Value.KindOneofCase.StructValue => Of(value.StructValue),
        _ => "null",
    };

    private static string Of(Struct fields)
    {
        var kind = fields.Fields.TryGetValue("4dabf18193072939515e22adb298388d", out var signature) ? Kinds[signature.StringValue] : "";
        var parts = fields.Fields
            .Where(entry => entry.Key != "4dabf18193072939515e22adb298388d")
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => $"{entry.Key}: {Of(entry.Value)}");
        return $"{kind}{{{string.Join(", ", parts)}}}";
    }

    private static bool IsDefault(FieldDescriptor field, object value) => value switch
    {
        ICollection collection => collection.Count == 0,
        string text => text.Length == 0,
        bool flag => !flag,
        int number => number == 0,
        System.Enum constant => field.Name != "severity" && Convert.ToInt32(constant, CultureInfo.InvariantCulture) == 0,
        _ => false,
    };
}
