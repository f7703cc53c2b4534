using CsCheck;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Tests.Backend;

/// <summary>Files of the state directory that were cut, flipped or edited: refused by name and reason, or read as something sound; never overwritten.</summary>
public sealed class DamageTests : IDisposable
{
    private const int Cases = 600;

    private readonly Bench _bench = new() { Passphrase = "pass" };

    private static readonly string[] Values = ["null", "-1", "[]", "{}", "\"\"", "1e999", "true"];

    /// <summary>One way to damage a file of some length.</summary>
    private static readonly Gen<Func<byte[], byte[]>> Damage = Gen.OneOf<Func<byte[], byte[]>>(
        Gen.Double.Unit.Select(at => (Func<byte[], byte[]>)(file => file[..(int)(at * file.Length)])),
        Gen.Select(Gen.Double.Unit, Gen.Int[0, 7]).Select((at, bit) => (Func<byte[], byte[]>)(file => Change(file, at, b => (byte)(b ^ (1 << bit))))),
        Gen.Select(Gen.Double.Unit, Gen.Byte).Select((at, value) => (Func<byte[], byte[]>)(file => Change(file, at, _ => value))),
        Gen.Select(Gen.Double.Unit, Gen.Double.Unit).Select((from, length) => (Func<byte[], byte[]>)(file => Cut(file, from, length))),
        Gen.Select(Gen.Double.Unit, Gen.Byte.Array[1, 20]).Select((at, added) => (Func<byte[], byte[]>)(file => [.. file[..(int)(at * file.Length)], .. added, .. file[(int)(at * file.Length)..]])),
        Gen.Select(Gen.Double.Unit, Gen.Int[0, 6].Select(i => Values[i])).Select((at, value) => (Func<byte[], byte[]>)(file => ReplaceAValue(file, at, value))));

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_damaged_checkpoint_is_refused_by_name_or_sound_and_stays_as_it_is()
    {
        await PrepareAsync();
        var whole = File.ReadAllBytes(_bench.Checkpoint);
        Damage.Sample(
            damage =>
            {
                var content = damage(whole);
                File.WriteAllBytes(_bench.Checkpoint, content);
                if (Refusal() is { } message)
                {
                    Assert.Contains(_bench.Checkpoint, message, StringComparison.Ordinal);
                    Assert.Contains(_bench.Checkpoint + ".bak", message, StringComparison.Ordinal);
                }

                Assert.Equal(content, File.ReadAllBytes(_bench.Checkpoint));
            },
            iter: Cases,
            threads: 1);
    }

    [Fact]
    public async Task A_damaged_journal_is_refused_by_name_or_was_cut_at_its_end()
    {
        await PrepareAsync();
        LeaveAJournal();
        var whole = File.ReadAllBytes(_bench.Journal);
        var sound = new HashSet<string>(StringComparer.Ordinal);
        for (var end = 0; end >= 0; end = Array.IndexOf(whole, (byte)'\n', end) is var next and >= 0 ? next + 1 : -1)
        {
            File.WriteAllBytes(_bench.Journal, whole[..end]);
            sound.Add(Text(_bench.State));
        }

        Damage.Sample(
            damage =>
            {
                var content = damage(whole);
                File.WriteAllBytes(_bench.Journal, content);
                if (Refusal() is { } message)
                {
                    Assert.Contains(_bench.Journal, message, StringComparison.Ordinal);
                    Assert.Contains(_bench.Checkpoint, message, StringComparison.Ordinal);
                }
                else
                {
                    Assert.Contains(Text(_bench.State), sound);
                }

                Assert.Equal(content, File.ReadAllBytes(_bench.Journal));
            },
            iter: Cases,
            threads: 1);
    }

    [Fact]
    public async Task A_journal_of_a_newer_version_is_refused()
    {
        await PrepareAsync();
        LeaveAJournal();
        var lines = File.ReadAllLines(_bench.Journal);
        var chain = new JournalChain();
        var newer = new System.Buffers.ArrayBufferWriter<byte>();
        chain.Write(newer, System.Text.Encoding.UTF8.GetBytes(lines[0][..^17].Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal)));
        File.WriteAllBytes(_bench.Journal, newer.WrittenSpan.ToArray());

        Assert.Contains("line 1: it has version 2; this engine reads version 1", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_lock_is_refused_by_name_or_belongs_to_somebody()
    {
        await PrepareAsync();
        var folder = _bench.Store.Files(Bench.Project, Bench.Stack).Locks;
        byte[] whole;
        using (_bench.Engine.Lock(_bench.Program()))
        {
            whole = File.ReadAllBytes(Directory.GetFiles(folder).Single());
        }

        var path = Path.Combine(folder, "left.json");
        Damage.Sample(
            damage =>
            {
                var content = damage(whole);
                File.WriteAllBytes(path, content);
                if (Refusal() is { } message)
                {
                    Assert.Contains("The stack is locked by", message, StringComparison.Ordinal);
                    Assert.Contains(path, message, StringComparison.Ordinal);
                    Assert.Equal(content, File.ReadAllBytes(path));
                }
                else
                {
                    // The pid became one of no process: the lock of a dead run was taken over.
                    Assert.False(File.Exists(path));
                }
            },
            iter: Cases,
            threads: 1);
    }

    [Fact]
    public async Task A_damaged_history_or_meta_file_is_refused_by_name_or_sound()
    {
        await PrepareAsync();
        var files = _bench.Store.Files(Bench.Project, Bench.Stack);
        var entry = Directory.GetFiles(files.History, "*.history.json").First();
        foreach (var path in new[] { entry, files.Meta })
        {
            var whole = File.ReadAllBytes(path);
            Damage.Sample(
                damage =>
                {
                    File.WriteAllBytes(path, damage(whole));
                    try
                    {
                        StackHistory.Read(_bench.Store, Bench.Project, Bench.Stack);
                        BackendMeta.Check(files);
                    }
                    catch (StateException e)
                    {
                        Assert.True(e.Message.Contains(path, StringComparison.Ordinal), e.Message);
                    }
                },
                iter: Cases / 3,
                threads: 1);
            File.WriteAllBytes(path, whole);
        }
    }

    [Fact]
    public async Task A_damaged_import_is_refused_and_nothing_changes()
    {
        await PrepareAsync();
        var whole = System.Text.Encoding.UTF8.GetBytes(StackTransfer.Export(_bench.Store, Bench.Project, Bench.Stack, _bench.Secrets(), showSecrets: false));
        var before = _bench.Files();
        Damage.Sample(
            damage =>
            {
                try
                {
                    StackTransfer.Import(_bench.Store, Bench.Project, Bench.Stack, _bench.Secrets(), damage(whole), force: false);
                    Assert.Null(SnapshotIntegrity.Violation(_bench.State));
                    foreach (var path in _bench.Files().Keys)
                    {
                        File.Delete(path);
                    }

                    foreach (var (path, content) in before)
                    {
                        File.WriteAllBytes(path, Convert.FromBase64String(content));
                    }
                }
                catch (StateException e)
                {
                    Assert.Contains("Nothing was changed.", e.Message, StringComparison.Ordinal);
                    Assert.Equal(before, _bench.Files());
                }
            },
            iter: Cases / 3,
            threads: 1);
    }

    private async Task PrepareAsync()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props(("x", "1"))));
        await _bench.UpAsync(
            new Wanted("a", Bench.Props(("x", "1")).With("token", PropertyValue.Secret(PropertyValue.Of("hunter2")))),
            new Wanted("b", Bench.Props(("text", "ü – \" \\ \u0001")).With("list", PropertyValue.Of([PropertyValue.Of(1.5), PropertyValue.Null, PropertyValue.Of(true)])), "a"));
    }

    private void LeaveAJournal()
    {
        using var session = _bench.Store.Open(Bench.Project, Bench.Stack, _bench.Secrets());
        session.Start();
        var state = session.Base.Resources.Single(resource => resource.Urn.Name == "a");
        session.Append(new JournalEntry.Keep(0), durable: false);
        session.Append(new JournalEntry.Keep(1), durable: false);
        for (var i = 0; i < 3; i++)
        {
            var made = state with { Urn = ResourceUrn.Parse(Bench.Urn($"new{i}"))!.Value, Id = "" };
            var number = session.Begin(new PendingOperation(PendingOperation.Creating, made));
            session.Append(new JournalEntry.End(number, made with { Id = $"id-{i}" }, default), durable: true);
        }

        session.Begin(new PendingOperation("updating", state));
    }

    private string? Refusal()
    {
        try
        {
            _bench.Engine.Lock(_bench.Program()).Dispose();
            Assert.Null(SnapshotIntegrity.Violation(_bench.State));
            return null;
        }
        catch (StateException e)
        {
            return e.Message;
        }
    }

    private static string Text(Snapshot snapshot) => string.Join('\n', snapshot.Resources.Select(r => $"{r.Urn} {r.Id}").Concat(snapshot.PendingOperations.Select(p => $"{p.Type} {p.Resource.Urn}")));

    private static byte[] Change(byte[] file, double at, Func<byte, byte> change)
    {
        var copy = file.ToArray();
        var index = Math.Min((int)(at * file.Length), file.Length - 1);
        copy[index] = change(copy[index]);
        return copy;
    }

    private static byte[] Cut(byte[] file, double from, double length)
    {
        var start = (int)(from * file.Length);
        return [.. file[..start], .. file[Math.Min(file.Length, start + (int)(length * (file.Length - start)))..]];
    }

    /// <summary>What an edit by hand may do: another kind of value behind some key.</summary>
    private static byte[] ReplaceAValue(byte[] file, double at, string value)
    {
        var text = System.Text.Encoding.UTF8.GetString(file);
        var key = text.IndexOf("\":", Math.Min((int)(at * text.Length), Math.Max(0, text.Length - 3)), StringComparison.Ordinal);
        if (key < 0)
        {
            return file[..^1];
        }

        var start = key + 2;
        var end = text.IndexOfAny([',', '}', ']'], start);
        return System.Text.Encoding.UTF8.GetBytes(text[..start] + value + text[(end < 0 ? text.Length : end)..]);
    }
}
