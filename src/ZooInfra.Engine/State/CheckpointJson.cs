using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ZooInfra.Engine.Secrets;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.State;

/// <summary>Reads and writes checkpoint files, versions 3 and 4 (protocol facts, section 6.4).</summary>
internal static class CheckpointJson
{
    /// <summary>What <c>manifest.version</c> says of files that this engine wrote.</summary>
    public const string EngineVersion = "v0.1.0-zoo";

    public const int Version = 3;

    private const int VersionWithFeatures = 4;

    private const string PassphraseType = "passphrase";

    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth };

    public static readonly JsonDocumentOptions ReaderOptions = new() { MaxDepth = MaxDepth };

    /// <summary>Deeper than any property value that fits through the protocol (<see cref="DeepMessages.RecursionLimit"/>).</summary>
    private const int MaxDepth = DeepMessages.RecursionLimit + 100;

    public static byte[] Write(string qualifiedStack, Snapshot snapshot, DateTimeOffset time, SecretCodec secrets)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, WriterOptions))
        {
            json.WriteStartObject();
            WriteVersion(json, snapshot);
            json.WriteStartObject("checkpoint");
            json.WriteString("stack", qualifiedStack);
            json.WritePropertyName("latest");
            WriteDeployment(json, snapshot, time, secrets);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>Writes the version and, when resources use any, the features that a reader must know.</summary>
    public static void WriteVersion(Utf8JsonWriter json, Snapshot snapshot)
    {
        var features = CheckpointFeatures.Of(snapshot);
        json.WriteNumber("version", features.IsEmpty ? Version : VersionWithFeatures);
        if (!features.IsEmpty)
        {
            json.WriteStartArray("features");
            foreach (var feature in features)
            {
                json.WriteStringValue(feature);
            }

            json.WriteEndArray();
        }
    }

    /// <summary>Writes what a checkpoint has under <c>latest</c> and an export under <c>deployment</c>.</summary>
    public static void WriteDeployment(Utf8JsonWriter json, Snapshot snapshot, DateTimeOffset time, SecretCodec secrets)
    {
        json.WriteStartObject();
        json.WriteStartObject("manifest");
        json.WriteString("time", Timestamp.Format(time));
        json.WriteString("magic", Magic(EngineVersion));
        json.WriteString("version", EngineVersion);
        json.WriteEndObject();
        // The salt may come into being with the first secret, so resources are written first and put in their place behind it.
        var resources = List(snapshot.Resources, (list, resource) => ResourceJson.Write(list, resource, secrets));
        var pending = List(snapshot.PendingOperations, (list, operation) => WritePending(list, operation, secrets));
        WriteSecretsProvider(json, snapshot, secrets);
        WriteList(json, "resources", resources);
        WriteList(json, "pending_operations", pending);
        json.WriteStartObject("metadata");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <exception cref="FormatException">The content is not a checkpoint this engine can use; the message says why.</exception>
    public static Snapshot Read(ReadOnlyMemory<byte> content, SecretCodec secrets)
        => Parse(content, root =>
        {
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("checkpoint", out var checkpoint))
            {
                throw new FormatException("it has no 'checkpoint'");
            }

            if (!checkpoint.TryGetProperty("latest", out var latest) || latest.ValueKind == JsonValueKind.Null)
            {
                return Snapshot.Empty;
            }

            CheckVersion(root);
            return ReadDeployment(latest, secrets);
        });

    /// <summary>Reads an exported state: <c>{"version":3,"deployment":{…}}</c>.</summary>
    /// <exception cref="FormatException">The content is not one this engine can use; the message says why.</exception>
    public static Snapshot ReadExport(ReadOnlyMemory<byte> content, SecretCodec secrets)
        => Parse(content, root =>
        {
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("deployment", out var deployment) || deployment.ValueKind != JsonValueKind.Object)
            {
                throw new FormatException("it has no 'deployment'");
            }

            CheckVersion(root);
            return ReadDeployment(deployment, secrets);
        });

    /// <summary>Parses JSON and hands its root to <paramref name="read"/>; every kind of damage becomes one kind of error.</summary>
    /// <exception cref="FormatException">It is not JSON, or has a part of the wrong kind.</exception>
    public static T Parse<T>(ReadOnlyMemory<byte> content, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(content, ReaderOptions);
            return read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new FormatException($"it is not JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1})", e);
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or ArgumentException or OverflowException)
        {
            throw new FormatException("it has a part of the wrong kind", e);
        }
    }

    private static void CheckVersion(JsonElement root)
    {
        var version = root.TryGetProperty("version", out var number) ? number.GetInt32() : 0;
        if (version is not (Version or 4))
        {
            throw new FormatException($"its version is {version}; this engine reads versions {Version} and 4{(version is 1 or 2 ? ": run 'pulumi stack export' and 'pulumi stack import' once, which bring it up to date" : "")}");
        }

        IEnumerable<string?> features = root.TryGetProperty("features", out var list) ? list.EnumerateArray().Select(feature => feature.GetString()) : [];
        if (features.Where(feature => !CheckpointFeatures.Known.Contains(feature)).ToList() is { Count: > 0 } unknown)
        {
            throw new FormatException($"it uses features of Pulumi that the embedded engine does not have yet ({string.Join(", ", unknown)}); run this stack with the Pulumi CLI");
        }
    }

    private static Snapshot ReadDeployment(JsonElement latest, SecretCodec secrets)
    {
        CheckMagic(latest);
        JsonElement? provider = latest.TryGetProperty("secrets_providers", out var written) && written.ValueKind != JsonValueKind.Null ? written.Clone() : null;
        UseSalt(provider, secrets);
        var snapshot = new Snapshot(
            ReadList(latest, "resources", record => ResourceJson.Read(record, secrets)),
            ReadList(latest, "pending_operations", record => ReadPending(record, secrets)),
            provider);
        return SnapshotIntegrity.Violation(snapshot) is { } violation
            ? throw new FormatException($"snapshot integrity failure: {violation}")
            : snapshot;
    }

    private static void CheckMagic(JsonElement latest)
    {
        if (!latest.TryGetProperty("manifest", out var manifest))
        {
            throw new FormatException("it has no 'manifest'");
        }

        var version = manifest.GetProperty("version").GetString() ?? "";
        if (manifest.GetProperty("magic").GetString() != Magic(version))
        {
            throw new FormatException("its magic cookie does not match; it was changed by hand or damaged");
        }
    }

    private static string Magic(string version)
        => version.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(version)));

    private static void WritePending(Utf8JsonWriter json, PendingOperation operation, SecretCodec secrets)
    {
        json.WriteStartObject();
        json.WritePropertyName("resource");
        ResourceJson.Write(json, operation.Resource, secrets);
        json.WriteString("type", operation.Type);
        json.WriteEndObject();
    }

    private static PendingOperation ReadPending(JsonElement element, SecretCodec secrets)
        => new(element.GetProperty("type").GetString() ?? throw new FormatException("a pending operation has no 'type'"), ResourceJson.Read(element.GetProperty("resource"), secrets));

    private static void WriteSecretsProvider(Utf8JsonWriter json, Snapshot snapshot, SecretCodec secrets)
    {
        if (secrets.Salt is { } salt)
        {
            json.WriteStartObject("secrets_providers");
            json.WriteString("type", PassphraseType);
            json.WriteStartObject("state");
            json.WriteString("salt", salt);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        else if (snapshot.SecretsProvider is { } provider)
        {
            json.WritePropertyName("secrets_providers");
            provider.WriteTo(json);
        }
    }

    private static void UseSalt(JsonElement? provider, SecretCodec secrets)
    {
        if (provider is { } element && element.TryGetProperty("type", out var type) && type.GetString() == PassphraseType)
        {
            secrets.ReadWith(element.GetProperty("state").GetProperty("salt").GetString() ?? throw new FormatException("its 'secrets_providers' has no salt"));
        }
    }

    private static byte[] List<T>(ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, WriterOptions))
        {
            json.WriteStartArray();
            foreach (var item in items)
            {
                write(json, item);
            }

            json.WriteEndArray();
        }

        return items.IsEmpty ? [] : buffer.ToArray();
    }

    private static void WriteList(Utf8JsonWriter json, string name, byte[] list)
    {
        if (list.Length > 0)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(list, skipInputValidation: true);
        }
    }

    private static ImmutableArray<T> ReadList<T>(JsonElement parent, string name, Func<JsonElement, T> read)
    {
        if (!parent.TryGetProperty(name, out var list) || list.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        var items = ImmutableArray.CreateBuilder<T>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            items.Add(read(item));
        }

        return items.MoveToImmutable();
    }
}
