namespace ZooInfra.Provider;

/// <summary>Finds the folder that relative paths of the configuration are meant from.</summary>
public static class ProjectRoot
{
    /// <summary>
    /// The nearest folder, upward from <paramref name="workingDirectory"/>, that holds Pulumi.yaml (or Pulumi.yml, Pulumi.json);
    /// <paramref name="workingDirectory"/> itself when there is none.
    /// </summary>
    public static string Find(string workingDirectory)
    {
        var start = Path.GetFullPath(workingDirectory);
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (ProjectFiles.Any(name => File.Exists(Path.Combine(folder.FullName, name))))
            {
                return folder.FullName;
            }
        }

        return start;
    }

    private static readonly string[] ProjectFiles = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];
}
