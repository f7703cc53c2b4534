using Stacks;

namespace ZooInfra.Cli.Tests;

/// <summary>The example platform in a folder of its own, driven as a user drives it.</summary>
internal sealed class Workplace : IDisposable
{
    public Workplace()
    {
        File.Copy(Path.Combine(Repository.Root, "Pulumi.yaml"), Path.Combine(Folder, "Pulumi.yaml"));
        Directory.CreateDirectory(Path.Combine(Folder, "stacks"));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("zoo-cli-").FullName;

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public string Zone(string client, string zone) => Path.Combine(Folder, ".zoo", "out", client, "dns", $"{zone}.zone");

    public string State(string client) => Path.Combine(Folder, ".zoo", "state", ".pulumi", "stacks", "zooinfra", $"{client}.json");

    public void Config(string client, string text) => File.WriteAllText(Path.Combine(Folder, "stacks", $"Pulumi.{client}.yaml"), text);

    public Task<int> ZooAsync(params string[] args) => ZooAsync(new Platform(ZooClients.All), "", interactive: false, args);

    public async Task<int> ZooAsync(Platform platform, string input, bool interactive, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var terminal = new Terminal(output, error, new StringReader(input), Folder, interactive);
        var code = await ZooCommandLine.RunAsync(args, platform, terminal, CancellationToken.None);
        (Output, Error) = (output.ToString(), error.ToString());
        return code;
    }

    /// <summary>Every file with its content, to show that nothing was changed.</summary>
    public Dictionary<string, string> Files()
        => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.ReadAllText, StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
