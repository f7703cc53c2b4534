using Microsoft.Data.Sqlite;

namespace ZooInfra.Api.Tests;

/// <summary>A folder that goes away with its test.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zoo-api-");

    public string File(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string name, string content)
    {
        System.IO.File.WriteAllText(File(name), content);
        return File(name);
    }

    public void Dispose()
    {
        // Pooled connections keep files open, which matters where open files cannot be removed.
        if (OperatingSystem.IsWindows())
        {
            SqliteConnection.ClearAllPools();
        }

        _folder.Delete(recursive: true);
    }
}
