namespace ZooInfra.Cli.Tests;

public sealed class BadInputTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_corrupted_state_file_is_one_sentence_with_its_name_and_nothing_changes()
    {
        await _place.ZooAsync("up", "-s", "acme_corp", "--yes");
        await File.WriteAllTextAsync(_place.State("acme_corp"), "{\"version\": 3,");
        var before = _place.Files();

        Assert.Equal(1, await _place.ZooAsync("up", "-s", "acme_corp", "--yes"));

        Assert.Contains($"error: State file {_place.State("acme_corp")} cannot be used: it is not JSON (line 1, byte", _place.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", _place.Output, StringComparison.Ordinal);
        Assert.Equal(before, _place.Files());
    }

    [Fact]
    public async Task A_state_directory_that_cannot_be_written_is_one_sentence_and_nothing_changes()
    {
        await File.WriteAllTextAsync(Path.Combine(_place.Folder, "file"), "");
        var before = _place.Files();

        Assert.Equal(1, await _place.ZooAsync("up", "-s", "acme_corp", "--yes", "--state", "file/state"));

        Assert.Contains("error: The state directory cannot be written:", _place.Output, StringComparison.Ordinal);
        Assert.Equal(before, _place.Files());
    }

    [Theory]
    [InlineData(2, "Name the stacks with -s NAME (repeatable) or take them all with --all. Stacks: acme_corp, biggov, orgx", "preview")]
    [InlineData(2, "Give either --stack or --all, not both.", "preview", "--all", "-s", "orgx")]
    [InlineData(6, "No stack named 'nobody'. Stacks: acme_corp, biggov, orgx", "preview", "-s", "nobody")]
    [InlineData(2, "Nobody can be asked here; give --yes to go ahead, or run 'preview' to look first.", "up", "--all")]
    [InlineData(2, "Unrecognized command or argument 'upp'.", "upp")]
    [InlineData(2, "--parallel must be 1 or more.", "preview", "--all", "--parallel", "0")]
    [InlineData(2, "Cannot parse argument 'many' for option '--parallel' as expected type 'System.Int32'.", "preview", "--all", "--parallel", "many")]
    public async Task Wrong_words_end_in_one_sentence(int code, string sentence, params string[] args)
    {
        Assert.Equal(code, await _place.ZooAsync(args));
        Assert.Equal($"error: {sentence}", _place.Error.Split('\n')[0].TrimEnd());
        Assert.Empty(_place.Output);
    }

    [Fact]
    public async Task Outside_a_platform_the_missing_file_is_named()
    {
        File.Delete(Path.Combine(_place.Folder, "Pulumi.yaml"));
        Assert.Equal(2, await _place.ZooAsync("preview", "--all"));
        Assert.StartsWith($"error: No Pulumi.yaml in {_place.Folder} or any folder above it.", _place.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("config: [", "(2,1): this is not YAML:")]
    [InlineData("config: 7", "(1,9): 'config' is not a mapping of keys to values.")]
    [InlineData("config:\n  zooinfra:token:\n    secure: v1:abc", "(3,5): 'zooinfra:token': stack orgx has secrets but no encryption salt")]
    [InlineData("encryptionsalt: v1:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==\nconfig:\n  zooinfra:token:\n    secure: v1:abc", "(4,5): 'zooinfra:token': stack orgx has secrets, and no passphrase is set: set PULUMI_CONFIG_PASSPHRASE")]
    public async Task A_stack_file_that_cannot_be_used_is_named_with_its_line(string text, string expected)
    {
        _place.Config("orgx", text);
        Assert.Equal(2, await _place.ZooAsync("preview", "-s", "orgx"));
        Assert.Contains($"Pulumi.orgx.yaml{expected}", _place.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_provider_setting_is_refused_with_the_nearest_known_one()
    {
        _place.Config("orgx", "config:\n  zoo:outt: x\n");
        Assert.Equal(1, await _place.ZooAsync("preview", "-s", "orgx"));
        Assert.Contains("'zoo:outt' is not a configuration key of zoo; did you mean 'zoo:out'?", _place.Output, StringComparison.Ordinal);
    }
}
