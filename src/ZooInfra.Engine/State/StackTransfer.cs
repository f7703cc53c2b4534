using System.Text;
using System.Text.Json;
using ZooInfra.Engine.Secrets;

namespace ZooInfra.Engine.State;

/// <summary>Takes the state of a stack out of the state directory and puts one back, in the form of <c>pulumi stack export</c>.</summary>
public static class StackTransfer
{
    private static readonly JsonWriterOptions Indented = CheckpointJson.WriterOptions with { Indented = true, IndentSize = 4 };

    /// <summary>The state of a stack as <c>{"version":3,"deployment":{…}}</c>, with what a run that was cut off had done.</summary>
    /// <param name="store">The state directory.</param>
    /// <param name="project">The project.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="secrets">Its secrets.</param>
    /// <param name="showSecrets">Whether secrets are in it in clear; otherwise encrypted.</param>
    /// <exception cref="StateException">There is no such stack, or a file is damaged.</exception>
    public static string Export(StateStore store, string project, string stack, StackSecrets secrets, bool showSecrets)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (!Exists(store.Files(project, stack)))
        {
            throw new StateException($"Stack {stack} has no state in {store.Root}; nothing was ever made.");
        }

        var snapshot = store.Load(project, stack, secrets);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            CheckpointJson.WriteVersion(json, snapshot);
            json.WritePropertyName("deployment");
            CheckpointJson.WriteDeployment(json, snapshot, store.Time.GetUtcNow(), new SecretCodec(secrets) { Reveals = showSecrets });
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>
    /// Puts an exported state, or the content of a checkpoint file, in the place of the state of a stack, which stays as <c>.bak</c>. The old state need not be readable: this is how a damaged one is replaced.
    /// </summary>
    /// <param name="store">The state directory.</param>
    /// <param name="project">The project.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="secrets">Its secrets; new ones are encrypted with its salt.</param>
    /// <param name="content">What to put there.</param>
    /// <param name="force">Whether to take resources of another stack or project.</param>
    /// <returns>Sentences for the user: pending operations that were dropped.</returns>
    /// <exception cref="StateException">The content cannot be used, the stack is locked or the folder cannot be written; nothing was changed.</exception>
    public static IReadOnlyList<string> Import(StateStore store, string project, string stack, StackSecrets secrets, ReadOnlyMemory<byte> content, bool force)
    {
        ArgumentNullException.ThrowIfNull(store);
        var files = store.Files(project, stack);
        var codec = new SecretCodec(secrets);
        var snapshot = Parse(content, codec);
        if (!force && snapshot.Resources.FirstOrDefault(resource => resource.Urn.Stack != stack || resource.Urn.Project != project) is { } stranger)
        {
            throw new StateException($"The state to import is of another stack or project: it has {stranger.Urn}, and this is stack {stack} of project {project}. Give --force to take it nevertheless. Nothing was changed.");
        }

        BackendMeta.Check(files);
        var began = store.Time.GetUtcNow();
        using var held = store.Lock(files);
        try
        {
            // What was cut off is resolved by looking and importing; a journal would bring it back.
            CheckpointWriter.Write(store, files, snapshot with { PendingOperations = [] }, codec, keepLast: true, _ => { });
            if (File.Exists(files.Journal))
            {
                store.Disk.Copy(files.Journal, files.Journal + ".bak");
                store.Disk.Delete(files.Journal);
            }

            StackHistory.Add(store, files, new HistoryEntry("import", began, store.Time.GetUtcNow(), "succeeded", new Dictionary<string, int>(), new Dictionary<string, HistoryEntry.ConfigValue>()), isNew: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StateException($"The state of stack {stack} cannot be written: {e.Message}", e);
        }

        return [.. snapshot.PendingOperations.Select(operation => $"The pending operation '{operation.Type}' on {operation.Resource.Urn} was dropped.")];
    }

    internal static bool Exists(StackFiles files)
        => CheckpointFile.AllForms(files.Checkpoint).Append(files.Journal).Any(File.Exists);

    private static Snapshot Parse(ReadOnlyMemory<byte> content, SecretCodec codec)
    {
        try
        {
            return CheckpointJson.Parse(content, root => root.ValueKind == JsonValueKind.Object && root.TryGetProperty("checkpoint", out _))
                ? CheckpointJson.Read(content, codec)
                : CheckpointJson.ReadExport(content, codec);
        }
        catch (FormatException e)
        {
            throw new StateException($"The state to import cannot be used: {e.Message}. Nothing was changed.", e);
        }
    }
}
