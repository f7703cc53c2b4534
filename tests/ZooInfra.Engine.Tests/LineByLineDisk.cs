using ZooInfra.Engine.State;

namespace ZooInfra.Engine.Tests;

/// <summary>A disk that reads the state after every change, and after every single line of a journal: each must be a state.</summary>
/// <param name="load">Reads the state; throws when it is none.</param>
internal sealed class LineByLineDisk(Func<Snapshot> load) : StateDisk
{
    public override void Replace(string path, ReadOnlySpan<byte> content)
    {
        base.Replace(path, content);
        load();
    }

    public override void Delete(string path)
    {
        base.Delete(path);
        load();
    }

    public override void Append(FileStream file, ReadOnlySpan<byte> content)
    {
        while (content.Length > 0)
        {
            var end = content.IndexOf((byte)'\n') + 1;
            file.Write(content[..end]);
            load();
            content = content[end..];
        }
    }
}
