using ZooInfra.Cli.Workspace;

namespace ZooInfra.Cli.Tests;

public sealed class ConfigTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("", "config:\n  zoo:out: x\n")]
    [InlineData("config: {}\n", "config:\n  zoo:out: x\n")]
    [InlineData("# mine\nconfig:\n  # why\n  a:b: 1\n\n# end\n", "# mine\nconfig:\n  # why\n  a:b: 1\n  zoo:out: x\n\n# end\n")]
    [InlineData("config:\n  zoo:out: old # note\n  a:b: 1\n", "config:\n  zoo:out: x # note\n  a:b: 1\n")]
    [InlineData("config:\n  zoo:out:\n    secure: v1:a:b\n  a:b: 1\n", "config:\n  zoo:out: x\n  a:b: 1\n")]
    [InlineData("encryptionsalt: v1:x\nconfig:\n    a:b: [1, 2]", "encryptionsalt: v1:x\nconfig:\n    a:b: [1, 2]\n    zoo:out: x")]
    public void A_value_is_set_and_the_rest_of_the_file_stays(string before, string after)
        => Assert.Equal(after, StackFileEditor.Set(before, "zoo:out", "x", "zooinfra"));

    [Theory]
    [InlineData("plain")]
    [InlineData("true")]
    [InlineData("10:00")]
    [InlineData("a: b # c")]
    [InlineData("line\nbreak \"quoted\" \u00fc \\")]
    [InlineData("")]
    public async Task A_value_comes_back_as_it_was_given(string value)
    {
        Assert.Equal(0, await _place.ZooAsync("config", "set", "-s", "orgx", "colour", value));
        Assert.Equal(0, await _place.ZooAsync("config", "get", "-s", "orgx", "zooinfra:colour"));
        Assert.Equal(value + Environment.NewLine, _place.Output);
    }

    [Fact]
    public async Task What_is_removed_is_gone_and_what_was_never_there_is_said()
    {
        _place.Config("orgx", "config:\n  zoo:out: x\n  zooinfra:colour: red\n");
        Assert.Equal(0, await _place.ZooAsync("config", "rm", "-s", "orgx", "zoo:out"));
        Assert.Equal("config:\n  zooinfra:colour: red\n", await File.ReadAllTextAsync(Path.Combine(_place.Folder, "stacks", "Pulumi.orgx.yaml")));
        Assert.Equal(1, await _place.ZooAsync("config", "rm", "-s", "orgx", "zoo:out"));
        Assert.EndsWith("has no 'zoo:out'." + Environment.NewLine, _place.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_without_a_passphrase_is_refused_with_what_to_set()
    {
        Assert.Equal(2, await _place.ZooAsync("config", "set", "-s", "orgx", "token", "hunter2", "--secret"));
        Assert.Equal("error: Stack orgx has secrets, and no passphrase is set: set PULUMI_CONFIG_PASSPHRASE, or PULUMI_CONFIG_PASSPHRASE_FILE to a file that holds it.", _place.Error.Trim());
        Assert.False(File.Exists(Path.Combine(_place.Folder, "stacks", "Pulumi.orgx.yaml")));
    }

    [Fact]
    public async Task A_secret_is_encrypted_in_the_file_masked_in_the_list_and_readable_with_the_passphrase()
    {
        // A process of its own: the passphrase is an environment variable, and tests run beside each other.
        var passphrase = Path.Combine(_place.Folder, "passphrase");
        await File.WriteAllTextAsync(passphrase, "correct horse\n");
        Assert.Equal(0, (await ZooProcessAsync("config", "set", "-s", "orgx", "token", "hunter2", "--secret")).Code);

        var file = await File.ReadAllTextAsync(Path.Combine(_place.Folder, "stacks", "Pulumi.orgx.yaml"));
        Assert.StartsWith("encryptionsalt: v1:", file, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", file, StringComparison.Ordinal);
        Assert.Equal("zooinfra:token  [secret]", (await ZooProcessAsync("config", "ls", "-s", "orgx")).Output.Trim());
        Assert.Equal("hunter2", (await ZooProcessAsync("config", "get", "-s", "orgx", "token")).Output.Trim());

        await File.WriteAllTextAsync(passphrase, "wrong");
        var (code, output) = await ZooProcessAsync("config", "get", "-s", "orgx", "token");
        Assert.Equal(2, code);
        Assert.Contains("incorrect passphrase", output, StringComparison.Ordinal);

        Task<(int Code, string Output)> ZooProcessAsync(params string[] args)
            => Tool.RunAsync(_place.Folder, "env", [$"PULUMI_CONFIG_PASSPHRASE_FILE={passphrase}", "dotnet", Path.Combine(AppContext.BaseDirectory, "zoo.dll"), .. args]);
    }
}
