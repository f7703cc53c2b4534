using System.Text.RegularExpressions;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace ZooInfra.Cli.Workspace;

/// <summary>Changes one entry of the text of a Pulumi.STACK.yaml and leaves the rest, comments included, as it is.</summary>
internal static partial class StackFileEditor
{
    private const string Section = "config";

    /// <summary>Sets <paramref name="key"/>.</summary>
    /// <param name="text">The file; empty when there is none.</param>
    /// <param name="key">The full key, <c>namespace:name</c>.</param>
    /// <param name="value">The value as YAML, on one line or indented lines below the key.</param>
    /// <param name="project">The project, whose keys may be written without namespace.</param>
    public static string Set(string text, string key, string value, string project)
    {
        var (config, entries) = Find(text);
        if (config is null)
        {
            var separator = text.Length == 0 || text.EndsWith('\n') ? "" : "\n";
            return $"{text}{separator}{Section}:\n  {key}: {value}\n";
        }

        if (entries is not { Children.Count: > 0 })
        {
            return text[..(int)config.Start.Index].TrimEnd() + $"\n  {key}: {value}" + "\n" + text[End(text, config)..].TrimStart('\n');
        }

        foreach (var (name, old) in entries)
        {
            if (StackFile.FullKey(((YamlScalarNode)name).Value ?? "", project) == key)
            {
                return $"{text[..(int)name.End.Index]}: {value}{text[End(text, old)..]}";
            }
        }

        var indent = new string(' ', (int)entries.Children[0].Key.Start.Column - 1);
        var at = End(text, entries);
        return $"{text[..at]}\n{indent}{key}: {value}{text[at..]}";
    }

    /// <summary>Removes <paramref name="key"/>; the same text when it is not there.</summary>
    public static string Remove(string text, string key, string project)
    {
        var (_, entries) = Find(text);
        foreach (var (name, old) in entries ?? [])
        {
            if (StackFile.FullKey(((YamlScalarNode)name).Value ?? "", project) == key)
            {
                var start = text.LastIndexOf('\n', Math.Max(0, (int)name.Start.Index - 1)) + 1;
                var end = text.IndexOf('\n', End(text, old));
                return text[..start] + (end < 0 ? "" : text[(end + 1)..]);
            }
        }

        return text;
    }

    /// <summary>Text as a YAML scalar that is read back as the same text.</summary>
    public static string Scalar(string value)
        => PlainText().IsMatch(value) && !Special().IsMatch(value) ? value : System.Text.Json.JsonSerializer.Serialize(value, Display.JsonOptions.Relaxed);

    private static (YamlNode? Config, YamlMappingNode? Entries) Find(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is not YamlMappingNode root || !root.Children.TryGetValue(new YamlScalarNode(Section), out var config))
        {
            return (null, null);
        }

        return (config, config as YamlMappingNode);
    }

    /// <summary>Where the text of a node ends: behind its last scalar, or behind the bracket that closes a flow collection. (Collections know only where they start.)</summary>
    private static int End(string text, YamlNode node)
        => node.AllNodes.Max(part => part switch
        {
            YamlScalarNode scalar => (int)scalar.End.Index,
            YamlMappingNode { Style: MappingStyle.Flow } or YamlSequenceNode { Style: SequenceStyle.Flow } => ClosingBracket(text, (int)part.Start.Index),
            _ => 0,
        });

    private static int ClosingBracket(string text, int start)
    {
        var depth = 0;
        char? quote = null;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (quote is not null)
            {
                i += quote == '"' && c == '\\' ? 1 : 0;
                quote = c == quote ? null : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c is '[' or '{')
            {
                depth++;
            }
            else if (c is ']' or '}' && --depth == 0)
            {
                return i + 1;
            }
        }

        return text.Length;
    }

    [GeneratedRegex(@"^[A-Za-z_./][A-Za-z0-9_./@-]*\z")]
    private static partial Regex PlainText();

    [GeneratedRegex(@"^(?:true|false|yes|no|on|off|null|[.](?:inf|nan))\z", RegexOptions.IgnoreCase)]
    private static partial Regex Special();
}
