using System.Text.Encodings.Web;
using System.Text.Json;

namespace ZooInfra.Vpn;

/// <summary>
/// The peers that were requested for a stack, as a file that its program reads: <c>STACK.vpn.json</c>. The host of the API writes it, so that an update by
/// whatever engine keeps them. It holds no secret.
/// </summary>
internal static class RequestFile
{
    /// <summary>Where the files are, from the folder of Pulumi.yaml, when nobody says otherwise.</summary>
    public const string DefaultFolder = ".zoo/requests";

    /// <summary>The configuration key that names another folder, without its namespace <c>zoo</c>.</summary>
    public const string ConfigKey = "requests";

    private const int Version = 1;
    private const int MostOctets = 16 << 20;

    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file of a stack.</summary>
    public static string PathOf(string folder, string stack) => Path.Combine(folder, $"{stack}.vpn.json");

    /// <summary>The peers of the file; none when there is no file.</summary>
    /// <exception cref="FormatException">The file cannot be read or is of something else; the message names it and the reason.</exception>
    public static IReadOnlyList<RequestedPeer> Read(string path, string stack) => ReadAll(path, stack).Peers;

    private static (string? Source, IReadOnlyList<RequestedPeer> Peers) ReadAll(string path, string stack)
    {
        try
        {
            if (!File.Exists(path))
            {
                return (null, []);
            }

            if (new FileInfo(path).Length > MostOctets)
            {
                throw new FormatException("it is far too long");
            }

            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            return root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number ? throw new FormatException("it has no 'version'")
                : !version.TryGetInt32(out var number) || number != Version ? throw new FormatException($"its version is {version.GetRawText()}; this program reads version {Version}")
                : !root.TryGetProperty("stack", out var owner) || owner.ValueKind != JsonValueKind.String || owner.GetString() != stack ? throw new FormatException($"it is not of the stack '{stack}'")
                : !root.TryGetProperty("peers", out var peers) || peers.ValueKind != JsonValueKind.Array ? throw new FormatException("it has no list of 'peers'")
                : (root.TryGetProperty("source", out var source) && source.ValueKind == JsonValueKind.String ? source.GetString() : null, [.. peers.EnumerateArray().Select(RequestedPeer.Read)]);
        }
        catch (Exception e) when (e is FormatException or JsonException or IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"{path} holds the VPN peers that were requested for '{stack}' and cannot be used: {e.Message.TrimEnd('.')}. The host of the API writes it again when it starts; nothing was changed, since without it these peers would be removed.", e);
        }
    }

    /// <summary>Puts the file in place, whole or not at all. A file that says the same stays as it is; one that cannot be read is replaced.</summary>
    /// <param name="path">The file.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="source">Names the database that the peers are from.</param>
    /// <param name="peers">The peers.</param>
    /// <exception cref="FormatException">The file holds peers from another database, which nobody could revoke any more; it stays as it is.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static void Write(string path, string stack, string source, IEnumerable<RequestedPeer> peers)
    {
        RequireOwn(path, stack, source);
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("stack", stack);
            json.WriteString("source", source);
            json.WriteStartArray("peers");
            foreach (var peer in peers.OrderBy(peer => peer.Service, StringComparer.Ordinal).ThenBy(peer => peer.Name, StringComparer.Ordinal))
            {
                peer.Write(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        var bytes = content.ToArray();
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static void RequireOwn(string path, string stack, string source)
    {
        (string? Source, IReadOnlyList<RequestedPeer> Peers) found;
        try
        {
            found = ReadAll(path, stack);
        }
        catch (FormatException)
        {
            return;
        }

        if (found.Peers.Count > 0 && found.Source != source)
        {
            throw new FormatException($"{path} holds peers that were requested at a host with another database. Start this host with that database; or, when it is lost and these peers may end, remove the file.");
        }
    }

    /// <summary>Removes what a writer that was cut off left behind. Nobody else may be writing.</summary>
    public static void Sweep(string path)
    {
        if (Path.GetDirectoryName(path) is { } folder && Directory.Exists(folder))
        {
            foreach (var left in Directory.EnumerateFiles(folder, $"{Path.GetFileName(path)}.*.tmp"))
            {
                File.Delete(left);
            }
        }
    }
}
