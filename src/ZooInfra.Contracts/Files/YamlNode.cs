namespace ZooInfra.Contracts;

/// <summary>A node of a YAML document, with its place.</summary>
internal abstract record YamlNode(Position Position);

/// <summary>A scalar: text, never typed.</summary>
internal sealed record YamlText(string Value, Position Position) : YamlNode(Position);

/// <summary>A list.</summary>
internal sealed record YamlList(IReadOnlyList<YamlNode> Items, Position Position) : YamlNode(Position);

/// <summary>A map in the order of the text; no key is there twice.</summary>
internal sealed record YamlMap(IReadOnlyList<(YamlText Key, YamlNode Value)> Entries, Position Position) : YamlNode(Position);
