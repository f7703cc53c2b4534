using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ZooInfra.Contracts;

/// <summary>Reads the part of YAML that contracts use: one document of maps, lists and text. The rest of YAML is named and refused.</summary>
internal sealed class YamlTree
{
    private const int MaxDepth = 16;

    private readonly IParser _parser;
    private readonly List<ContractFileProblem> _problems;
    private readonly int _length;

    private YamlTree(IParser parser, int length, List<ContractFileProblem> problems)
    {
        _parser = parser;
        _length = length;
        _problems = problems;
    }

    /// <summary>The root node; null when the text is not such a document, then there is a problem.</summary>
    public static YamlNode? Read(string text, List<ContractFileProblem> problems)
    {
        var parser = new Parser(new StringReader(text));
        var tree = new YamlTree(parser, text.Length, problems);
        try
        {
            return tree.Document();
        }
        catch (RefusedYamlException refused)
        {
            problems.Add(new("ZOO9010", refused.Message, refused.Position));
        }
        catch (YamlException e)
        {
            problems.Add(new("ZOO9010", $"This is not readable YAML: {e.Message.TrimEnd('.')}", tree.PositionOf(e.Start, e.Start)));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet says this, without a place, of a plain scalar that breaks off and of a tag that is no URI; what it read last is the nearest place.
            var last = parser.Current?.End ?? Mark.Empty;
            problems.Add(new("ZOO9010", "This is not readable YAML from here on; put the text into quotes", tree.PositionOf(last, last)));
        }

        return null;
    }

    private YamlNode? Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<StreamEnd>(out var end))
        {
            throw new RefusedYamlException("The contract file is empty; it starts with client: NAME", PositionOf(end.Start, end.Start));
        }

        _parser.Consume<DocumentStart>();
        var root = Node(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Current is null && !_parser.MoveNext() || _parser.Current is not StreamEnd)
        {
            throw new RefusedYamlException("A contract file is one document; put a second contract into a file of its own", PositionOf(_parser.Current!.Start, _parser.Current.End));
        }

        return root;
    }

    private YamlNode Node(int depth)
    {
        if (_parser.Current is null)
        {
            _parser.MoveNext();
        }

        var current = _parser.Current!;
        if (current is AnchorAlias alias)
        {
            throw new RefusedYamlException($"A contract says each thing once and in full; write the value in place of *{alias.Value}", PositionOf(alias.Start, alias.End));
        }

        // The parser passes some broken texts on as a map whose last key has no value.
        if (current is not NodeEvent node)
        {
            throw new RefusedYamlException("This is not readable YAML: a value is missing here", PositionOf(current.Start, current.Start));
        }

        if (!node.Anchor.IsEmpty)
        {
            throw new RefusedYamlException($"A contract says each thing once and in full; remove the anchor &{node.Anchor.Value}", PositionOf(node.Start, node.End));
        }

        if (!node.Tag.IsEmpty)
        {
            throw new RefusedYamlException($"Everything in a contract is text; remove the tag {node.Tag.Value}", PositionOf(node.Start, node.End));
        }

        if (depth > MaxDepth)
        {
            throw new RefusedYamlException("No contract is nested this deep; see the form in the documentation of contract files", PositionOf(node.Start, node.Start));
        }

        return node switch
        {
            Scalar scalar => Text(scalar),
            SequenceStart start => List(start, depth),
            _ => Map((MappingStart)node, depth),
        };
    }

    private YamlText Text(Scalar scalar)
    {
        _parser.MoveNext();
        return new(scalar.Value, PositionOf(scalar.Start, scalar.End));
    }

    private YamlList List(SequenceStart start, int depth)
    {
        _parser.MoveNext();
        var items = new List<YamlNode>();
        while (_parser.Current is not SequenceEnd)
        {
            items.Add(Node(depth + 1));
        }

        _parser.MoveNext();
        return new(items, items.Count == 0 ? PositionOf(start.Start, start.End) : Span(PositionOf(start.Start, start.Start), items[items.Count - 1].Position));
    }

    private YamlMap Map(MappingStart start, int depth)
    {
        _parser.MoveNext();
        var entries = new List<(YamlText Key, YamlNode Value)>();
        while (_parser.Current is not MappingEnd)
        {
            var key = Node(depth + 1);
            if (key is not YamlText name)
            {
                throw new RefusedYamlException("A key is a word, not a list or a map", key.Position);
            }

            var value = Node(depth + 1);
            if (entries.Find(entry => entry.Key.Value == name.Value).Key is { } first)
            {
                _problems.Add(new("ZOO9010", $"Key '{name.Value}' is here a second time, first in line {Line(first)}; keep one", name.Position));
                continue;
            }

            entries.Add((name, value));
        }

        _parser.MoveNext();
        return new(entries, entries.Count == 0 ? PositionOf(start.Start, start.End) : Span(entries[0].Key.Position, entries[entries.Count - 1].Value.Position));
    }

    private static string Line(YamlText text) => text.Position.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Position Span(Position first, Position last) => first with { Length = last.Start + last.Length - first.Start };

    /// <summary>YamlDotNet counts on behind the last character of some broken texts; a place is always in the text.</summary>
    private Position PositionOf(Mark start, Mark end)
    {
        var first = (int)Math.Min(start.Index, _length);
        return new((int)start.Line, (int)start.Column, first, (int)Math.Max(0, Math.Min(end.Index, _length) - first));
    }
}
