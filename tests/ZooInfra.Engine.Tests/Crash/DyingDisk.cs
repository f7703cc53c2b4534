using ZooInfra.Engine.State;

namespace ZooInfra.Engine.Tests.Crash;

/// <summary>A disk under a process that may die before, in the middle of and after every change.</summary>
internal sealed class DyingDisk(KillSwitch kill) : StateDisk
{
    public override void Replace(string path, ReadOnlySpan<byte> content)
    {
        var (half, whole) = (content[..(content.Length / 2)].ToArray(), content.ToArray());
        kill.Pass();
        kill.Pass(() => File.WriteAllBytes(Temporary(path), half));
        kill.Pass(() => File.WriteAllBytes(Temporary(path), whole));
        base.Replace(path, content);
        kill.Pass();
    }

    public override void Copy(string from, string to)
    {
        kill.Pass();
        kill.Pass(() => File.Copy(from, Temporary(to)));
        base.Copy(from, to);
        kill.Pass();
    }

    public override void Delete(string path)
    {
        kill.Pass();
        base.Delete(path);
        kill.Pass();
    }

    public override void Append(FileStream file, ReadOnlySpan<byte> content)
    {
        var half = content[..(content.Length / 2)].ToArray();
        kill.Pass();
        kill.Pass(() => file.Write(half));
        base.Append(file, content);
        kill.Pass();
    }
}
