namespace ZooInfra.Engine.Tests.Crash;

/// <summary>What really exists, in a file that only the provider writes: one line a change, on disk before the call returns.</summary>
internal sealed class World(string path)
{
    private readonly Lock _gate = new();

    /// <summary>One thing that was made and not removed.</summary>
    public sealed record Thing(string Id, string Urn, string Value);

    public IReadOnlyDictionary<string, Thing> Things
    {
        get
        {
            lock (_gate)
            {
                var things = new Dictionary<string, Thing>(StringComparer.Ordinal);
                foreach (var line in File.Exists(path) ? File.ReadAllLines(path) : [])
                {
                    switch (line.Split('\t'))
                    {
                        case ["made", var id, var urn, var value]:
                            things.Add(id, new(id, urn, value));
                            break;
                        case ["changed", var id, var value]:
                            things[id] = things[id] with { Value = value };
                            break;
                        case ["removed", var id]:
                            things.Remove(id);
                            break;
                        default:
                            throw new FormatException($"The ledger has the line '{line}'.");
                    }
                }

                return things;
            }
        }
    }

    public void Make(string id, string urn, string value) => Write($"made\t{id}\t{urn}\t{value}");

    public void Change(string id, string value) => Write($"changed\t{id}\t{value}");

    public void Remove(string id) => Write($"removed\t{id}");

    private void Write(string line)
    {
        lock (_gate)
        {
            using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
            file.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
            file.Flush(flushToDisk: true);
        }
    }
}
