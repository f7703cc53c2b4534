using ZooInfra.Engine.Secrets;

namespace ZooInfra.Engine.State;

/// <summary>Removes a stack from the state directory; what it made is not touched.</summary>
public static class StackRemoval
{
    /// <summary>Removes the state, tags and history of a stack. The last checkpoint stays as <c>.bak</c>, and the backups stay, unless they are to go too.</summary>
    /// <param name="store">The state directory.</param>
    /// <param name="project">The project.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="secrets">Its secrets.</param>
    /// <param name="force">Whether to remove it although it has resources, or although its state is damaged.</param>
    /// <param name="removeBackups">Whether backups go too.</param>
    /// <exception cref="StateException">It does not exist, has resources, is locked or cannot be removed.</exception>
    public static void Remove(StateStore store, string project, string stack, StackSecrets secrets, bool force, bool removeBackups)
    {
        ArgumentNullException.ThrowIfNull(store);
        var files = store.Files(project, stack);
        if (!StackTransfer.Exists(files))
        {
            throw new StateException($"Stack {stack} has no state in {store.Root}; there is nothing to remove.");
        }

        BackendMeta.Check(files);
        using var held = store.Lock(files);
        if (!force && store.Load(project, stack, secrets) is { Resources.Length: > 0 } snapshot)
        {
            throw new StateException($"Stack {stack} still has {snapshot.Resources.Length} resources. Remove them first with 'zoo destroy -s {stack}', or give --force to forget them; they then stay where they are. Nothing was changed.");
        }

        try
        {
            // The checkpoint last: what is left behind by a crash is still a stack that can be removed.
            CheckpointWriter.KeepLast(store.Disk, files);
            DeleteFolder(files.History);
            store.Disk.Delete(files.Tags);
            if (removeBackups)
            {
                DeleteFolder(files.Backups);
            }

            foreach (var path in CheckpointFile.AllForms(files.Checkpoint).Where(path => removeBackups && File.Exists(path + ".bak")))
            {
                store.Disk.Delete(path + ".bak");
            }

            foreach (var path in CheckpointFile.AllForms(files.Checkpoint).Prepend(files.Journal).Where(File.Exists))
            {
                store.Disk.Delete(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StateException($"Stack {stack} cannot be removed: {e.Message}", e);
        }
    }

    private static void DeleteFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
