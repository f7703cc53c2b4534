namespace ZooInfra.Engine.State;

/// <summary>Where everything about one stack lies: a Pulumi DIY backend under <c>.pulumi/</c> (protocol facts, section 6.1), our own files beside it.</summary>
internal sealed record StackFiles(string Root, string Project, string Stack)
{
    private const string Backend = ".pulumi";

    public string Meta => Path.Combine(Root, Backend, "meta.yaml");

    /// <summary>The checkpoint as this engine writes it; Pulumi may have left it in a compressed form (<see cref="CheckpointFile"/>).</summary>
    public string Checkpoint => Path.Combine(Folder("stacks"), $"{Stack}.json");

    public string Tags => Path.Combine(Folder("stacks"), $"{Stack}.pulumi-tags");

    public string History => Path.Combine(Folder("history"), Stack);

    public string Backups => Path.Combine(Folder("backups"), Stack);

    public string Locks => Path.Combine(Root, Backend, "locks", "organization", Project, Stack);

    public string Journal => Path.Combine(Root, "journal", Project, $"{Stack}.journal");

    public string QualifiedName => $"organization/{Project}/{Stack}";

    /// <summary>The folder with a project's stacks in one part of the backend.</summary>
    public static string Folder(string root, string part, string project) => Path.Combine(root, Backend, part, project);

    /// <summary>What the history and the backups of Pulumi count time in: nanoseconds since 1970.</summary>
    public static long Nanoseconds(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) * 100;

    private string Folder(string part) => Folder(Root, part, Project);
}
