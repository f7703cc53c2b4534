using System.Globalization;

namespace ZooInfra.Engine.State;

/// <summary><c>meta.yaml</c>: the layout of the state directory. Only layout 1, with stacks by project, is used (protocol facts, section 6.1).</summary>
internal static class BackendMeta
{
    /// <summary>Refuses a directory laid out in another way, where stacks would be looked for in the wrong place.</summary>
    /// <exception cref="StateException">It is another layout, or damaged.</exception>
    public static void Check(StackFiles files)
    {
        var path = files.Meta;
        if (!File.Exists(path))
        {
            if (File.Exists(Path.Combine(Path.GetDirectoryName(path)!, "stacks", $"{files.Stack}.json")))
            {
                throw new StateException($"The state directory {files.Root} has the layout of an old Pulumi, without projects. Run 'pulumi state upgrade' on it first. Nothing was changed.");
            }

            return;
        }

        var version = Version(path);
        if (version != "1")
        {
            throw new StateException(version is null
                ? $"{path} cannot be used: it does not say which version the state directory has. When the directory is as Pulumi 3.58 or later writes it, put 'version: 1' into the file. Nothing was changed."
                : version is "0"
                    ? $"The state directory {files.Root} has the layout of an old Pulumi, without projects ({path}). Run 'pulumi state upgrade' on it first. Nothing was changed."
                    : $"{path} says version '{version}'; this engine knows version 1. Use a newer zoo, or the Pulumi CLI that wrote it. Nothing was changed.");
        }
    }

    public static void Ensure(StackFiles files, StateDisk disk)
    {
        if (!File.Exists(files.Meta))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(files.Meta)!);
            disk.Replace(files.Meta, "version: 1\n"u8);
        }
    }

    private static string? Version(string path)
    {
        try
        {
            const string Key = "version:";
            return File.ReadLines(path)
                .Where(line => line.StartsWith(Key, StringComparison.Ordinal))
                .Select(line => line[Key.Length..].Trim())
                .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : text)
                .FirstOrDefault(text => text.Length > 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StateException($"{path} cannot be read: {e.Message}", e);
        }
    }
}
