namespace ZooInfra.Generators;

/// <summary>The names of the pipeline's steps, by which tests see what was computed again.</summary>
internal static class StepNames
{
    /// <summary>The class of each client, with the facts of its attributes.</summary>
    public const string Classes = "Zoo.Classes";

    /// <summary>Each contract file, read.</summary>
    public const string Files = "Zoo.Files";

    /// <summary>Each class with the contract file of its client.</summary>
    public const string Sources = "Zoo.Sources";

    /// <summary>Each client, readable and complete.</summary>
    public const string Clients = "Zoo.Clients";

    /// <summary>The list of clients in the registry.</summary>
    public const string Registry = "Zoo.Registry";
}
