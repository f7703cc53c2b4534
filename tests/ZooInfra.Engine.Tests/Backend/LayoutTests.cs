using System.IO.Compression;
using System.Text.Json;
using ZooInfra.Engine.State;
using ZstdSharp;

namespace ZooInfra.Engine.Tests.Backend;

/// <summary>The state directory is a Pulumi DIY backend, file by file (protocol facts, section 6.1).</summary>
public sealed class LayoutTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    private StackFiles Files => _bench.Store.Files(Bench.Project, Bench.Stack);

    [Fact]
    public async Task Each_update_leaves_history_and_each_new_state_a_backup()
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props(("x", "1"))));
        await _bench.UpAsync(new Wanted("a", Bench.Props(("x", "1"))));
        await _bench.UpAsync(new Wanted("a", Bench.Props(("x", "2"))));
        await _bench.DestroyAsync();

        var entries = StackHistory.Read(_bench.Store, Bench.Project, Bench.Stack);
        Assert.Equal(["destroy", "update", "update", "update"], entries.Select(entry => entry.Kind));
        Assert.All(entries, entry => Assert.Equal("succeeded", entry.Result));
        Assert.Equal(2, entries[3].Changes["create"]);
        Assert.Equal(["same"], entries[2].Changes.Keys);
        Assert.Equal(1, entries[1].Changes["update"]);
        Assert.Equal(3, Directory.GetFiles(Files.Backups, $"{Bench.Stack}.*.json").Length);
        var last = Directory.GetFiles(Files.History, "*.checkpoint.json").Order(StringComparer.Ordinal).Last();
        Assert.Equal(File.ReadAllBytes(_bench.Checkpoint), File.ReadAllBytes(last));
        Assert.Matches($"^{Bench.Stack}-[0-9]{{19}}\\.checkpoint\\.json$", Path.GetFileName(last));
    }

    [Fact]
    public async Task The_history_record_has_the_fields_of_Pulumi_and_no_secret_in_clear()
    {
        _bench.Passphrase = "pass";
        var program = _bench.Program(new Wanted("a", Bench.Props())) with
        {
            Config = new Dictionary<string, string> { ["proj:plain"] = "seen", ["proj:token"] = "hunter2" },
            SecretConfigKeys = new HashSet<string> { "proj:token" },
        };
        await _bench.RunAsync(stack => stack.UpdateAsync(_bench.Events.Enqueue, default), program);

        var text = File.ReadAllText(Directory.GetFiles(Files.History, "*.history.json").Single());
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(text);
        Assert.Equal(
            ["kind", "startTime", "message", "environment", "config", "version", "result", "endTime", "resourceChanges"],
            document.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal("seen", document.RootElement.GetProperty("config").GetProperty("proj:plain").GetString());
        Assert.StartsWith("v1:", document.RootElement.GetProperty("config").GetProperty("proj:token").GetProperty("secure").GetString(), StringComparison.Ordinal);
        var read = StackHistory.Read(_bench.Store, Bench.Project, Bench.Stack).Single();
        Assert.True(read.Config["proj:token"].IsSecret);
    }

    [Fact]
    public async Task A_failed_run_is_in_the_history_as_failed()
    {
        await _bench.RunAsync(stack => stack.UpdateAsync(_bench.Events.Enqueue, default), _bench.Program(32, new Wanted("a", Bench.Props())));

        Assert.Equal("failed", StackHistory.Read(_bench.Store, Bench.Project, Bench.Stack).Single().Result);
    }

    [Theory]
    [InlineData(".gz")]
    [InlineData(".zst")]
    public async Task A_compressed_checkpoint_is_continued_and_the_newest_form_counts(string form)
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props(("x", "1"))));
        var plain = File.ReadAllBytes(_bench.Checkpoint);
        File.WriteAllBytes(_bench.Checkpoint + form, Compress(plain, form));
        File.WriteAllText(_bench.Checkpoint, "an older one that nobody must read");
        File.SetLastWriteTimeUtc(_bench.Checkpoint, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var result = await _bench.UpAsync(new Wanted("a", Bench.Props(("x", "2"))));

        Assert.Equal(1, result.Counts[Events.StepKind.Update]);
        Assert.False(File.Exists(_bench.Checkpoint + form));
        Assert.Equal(Compress(plain, form), File.ReadAllBytes(_bench.Checkpoint + form + ".bak"));
        Assert.Equal("2", ((ZooInfra.Protocol.PropertyValue.StringValue)_bench.State.Resources.Single(r => r.Urn.Name == "a").Inputs["x"]).Value);
    }

    [Theory]
    [InlineData(".gz")]
    [InlineData(".zst")]
    public async Task A_compressed_checkpoint_cut_anywhere_is_refused_by_name(string form)
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props(("x", "1"))));
        var whole = Compress(File.ReadAllBytes(_bench.Checkpoint), form);
        File.Delete(_bench.Checkpoint);
        for (var length = 0; length < whole.Length; length += 11)
        {
            File.WriteAllBytes(_bench.Checkpoint + form, whole[..length]);
            Assert.Contains(_bench.Checkpoint + form, Assert.Throws<StateException>(() => _bench.State).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("version: 2\n", "this engine knows version 1")]
    [InlineData("version: 0\n", "pulumi state upgrade")]
    [InlineData("", "does not say which version")]
    [InlineData("vers", "does not say which version")]
    public void A_directory_of_another_layout_is_refused(string meta, string reason)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Files.Meta)!);
        File.WriteAllText(Files.Meta, meta);

        var error = Assert.Throws<StateException>(() => _bench.Engine.Lock(_bench.Program()));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal([Files.Meta], Directory.GetFiles(_bench.Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_directory_without_projects_is_refused()
    {
        var old = Path.Combine(_bench.Folder, "state", ".pulumi", "stacks", $"{Bench.Stack}.json");
        Directory.CreateDirectory(Path.GetDirectoryName(old)!);
        File.WriteAllText(old, "{}");

        Assert.Contains("without projects", Assert.Throws<StateException>(() => _bench.State).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fresh_stack_of_pulumi_stack_init_is_empty()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_bench.Checkpoint)!);
        File.WriteAllText(_bench.Checkpoint, """{"version":0,"checkpoint":{"stack":"organization/proj/dev"}}""");

        Assert.Empty(_bench.State.Resources);
    }

    [Theory]
    [InlineData("[]", null)]
    [InlineData("""["hooks","moons","taint"]""", "features of Pulumi that the embedded engine does not have yet (moons)")]
    public async Task Version_4_is_read_unless_it_uses_features(string features, string? reason)
    {
        await _bench.UpAsync(new Wanted("a", Bench.Props()));
        var text = File.ReadAllText(_bench.Checkpoint).Replace("{\"version\":3,", $"{{\"version\":4,\"features\":{features},", StringComparison.Ordinal);
        File.WriteAllText(_bench.Checkpoint, text);

        if (reason is null)
        {
            Assert.NotEmpty(_bench.State.Resources);
        }
        else
        {
            Assert.Contains(reason, Assert.Throws<StateException>(() => _bench.State).Message, StringComparison.Ordinal);
        }
    }

    private static byte[] Compress(byte[] content, string form)
    {
        using var buffer = new MemoryStream();
        using (Stream compressed = form == ".gz" ? new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true) : new CompressionStream(buffer, leaveOpen: true))
        {
            compressed.Write(content);
        }

        return buffer.ToArray();
    }
}
