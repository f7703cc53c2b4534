namespace ZooInfra.Provider.Tests;

internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("zoo-provider-").FullName;

    public string Out => System.IO.Path.Combine(Path, "out");

    public string ZonePath(string zone = "acme.example", string stack = "acme_corp") => System.IO.Path.Combine(Out, stack, "dns", $"{zone}.zone");

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
