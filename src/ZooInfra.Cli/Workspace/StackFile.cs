using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using ZooInfra.Engine.Secrets;

namespace ZooInfra.Cli.Workspace;

/// <summary>Pulumi.STACK.yaml: the configuration of a stack and the salt of its secrets (protocol facts, section 6.12).</summary>
internal sealed class StackFile
{
    private const string SaltKey = "encryptionsalt";

    private readonly string _path;
    private readonly string _project;
    private readonly string? _salt;
    private readonly IReadOnlyList<Entry> _entries;

    private StackFile(string path, string project, string stack, string? salt, IReadOnlyList<Entry> entries, Func<string?> passphrase)
    {
        (_path, _project, _salt, _entries) = (path, project, salt, entries);
        Secrets = new StackSecrets(stack, salt, passphrase);
    }

    /// <summary>The secrets of the stack.</summary>
    public StackSecrets Secrets { get; }

    /// <summary>The keys whose values are secret, in whole or in part.</summary>
    public IReadOnlySet<string> SecretKeys => _entries.Where(entry => entry.IsSecret).Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>Reads the file of a stack; a stack without one has no configuration.</summary>
    /// <param name="project">The project.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="passphrase">Asks for the passphrase of its secrets; null for the one of the environment.</param>
    /// <exception cref="CliException">The file cannot be read.</exception>
    public static StackFile Read(ProjectFile project, string stack, Func<string?>? passphrase = null)
    {
        passphrase ??= Passphrase.FromEnvironment;
        var path = Path.Combine(project.StackConfigDirectory, $"Pulumi.{stack}.yaml");
        if (!File.Exists(path))
        {
            return new(path, project.Name, stack, null, [], passphrase);
        }

        var root = YamlFile.ReadMapping(path);
        var entries = root.Children.TryGetValue(new YamlScalarNode("config"), out var config)
            ? config switch
            {
                YamlMappingNode mapping => mapping.Select(child => new Entry(FullKey(((YamlScalarNode)child.Key).Value ?? "", project.Name), child.Value)).ToList(),
                YamlScalarNode { Value: null or "" } => [],
                _ => throw At(path, config, "'config' is not a mapping of keys to values."),
            }
            : [];
        return new(path, project.Name, stack, YamlFile.Text(root, SaltKey, path), entries, passphrase);
    }

    /// <summary>The configuration by full key, decrypted; structured values as JSON text.</summary>
    /// <exception cref="CliException">A secret cannot be decrypted.</exception>
    public IReadOnlyDictionary<string, string> Values()
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in _entries)
        {
            try
            {
                values[entry.Key] = entry.Value switch
                {
                    YamlScalarNode scalar => scalar.Value ?? "",
                    var node when Sealed(node) is { } ciphertext => Secrets.Decrypt(ciphertext, _salt),
                    var node => ToJson(node)!.ToJsonString(),
                };
            }
            catch (FormatException e)
            {
                throw At(_path, entry.Value, $"'{entry.Key}': {e.Message}");
            }
        }

        return values;
    }

    /// <summary>The configuration by full key, with a mask in place of each value that is secret in whole or in part.</summary>
    public IReadOnlyDictionary<string, string> MaskedValues()
        => new SortedDictionary<string, string>(
            _entries.ToDictionary(entry => entry.Key, entry => entry.IsSecret ? "[secret]" : entry.Value is YamlScalarNode scalar ? scalar.Value ?? "" : ToJson(entry.Value)!.ToJsonString(), StringComparer.Ordinal),
            StringComparer.Ordinal);

    /// <summary>Sets a value in the file.</summary>
    /// <exception cref="CliException">It is to be encrypted and there is no passphrase.</exception>
    public void Set(string key, string value, bool secret)
    {
        string yaml;
        try
        {
            yaml = secret ? $"\n    secure: {Secrets.Encrypt(value)}" : StackFileEditor.Scalar(value);
        }
        catch (FormatException e)
        {
            throw new CliException(ExitCode.Usage, $"{char.ToUpperInvariant(e.Message[0])}{e.Message[1..]}.", e);
        }

        Write(StackFileEditor.Set(Text(), key, yaml, _project));
        KeepSalt();
    }

    /// <summary>Removes a value from the file.</summary>
    /// <exception cref="CliException">It is not there.</exception>
    public void Remove(string key)
    {
        var text = Text();
        var without = StackFileEditor.Remove(text, key, _project);
        if (without == text)
        {
            throw new CliException(ExitCode.Failed, $"{_path} has no '{key}'.");
        }

        Write(without);
    }

    /// <summary>Keeps the salt that came into being with the first secret, so that the Pulumi CLI finds it too.</summary>
    public void KeepSalt()
    {
        if (Secrets.Salt is not { } salt || salt == _salt)
        {
            return;
        }

        Write($"{SaltKey}: {salt}\n" + string.Concat(Text().Split('\n').Where(line => !line.StartsWith(SaltKey + ":", StringComparison.Ordinal)).Select(line => line + "\n")).TrimEnd('\n') + "\n");
    }

    private string Text() => File.Exists(_path) ? File.ReadAllText(_path) : "";

    private void Write(string text)
    {
        var temporary = $"{_path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            File.WriteAllText(temporary, text);
            File.Move(temporary, _path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw new CliException(ExitCode.Failed, $"{_path} cannot be written: {e.Message}", e);
        }
    }

    /// <summary>A key with its namespace; one without belongs to the project.</summary>
    public static string FullKey(string key, string project) => key.Split(':') switch
    {
        [var name] => $"{project}:{name}",
        [var space, "config", var name] => $"{space}:{name}",
        _ => key,
    };

    /// <summary>The ciphertext of a node that is a secret: a mapping whose only key is <c>secure</c>.</summary>
    private static string? Sealed(YamlNode node)
        => node is YamlMappingNode { Children: [{ Key: YamlScalarNode { Value: "secure" }, Value: YamlScalarNode { Value: { } ciphertext } }] } ? ciphertext : null;

    private JsonNode? ToJson(YamlNode node) => node switch
    {
        _ when Sealed(node) is { } ciphertext => JsonValue.Create(Secrets.Decrypt(ciphertext, _salt)),
        YamlMappingNode mapping => new JsonObject(mapping.Children.OrderBy(child => ((YamlScalarNode)child.Key).Value, StringComparer.Ordinal)
            .Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value ?? "", ToJson(child.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value ?? ""),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => null,
    };

    private static JsonValue? Plain(string text) => text switch
    {
        "" or "null" or "~" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) => JsonValue.Create(integer),
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };

    private static CliException At(string path, YamlNode node, string message)
        => new(ExitCode.Usage, $"{path}({node.Start.Line},{node.Start.Column}): {message}");

    private sealed record Entry(string Key, YamlNode Value)
    {
        public bool IsSecret => Value.AllNodes.Any(node => Sealed(node) is not null);
    }
}
